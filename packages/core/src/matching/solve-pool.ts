import {
  MAXIMUM_EDGES,
  MAXIMUM_PEERS,
  matchGroups,
  matchPeers,
  SCORE_UNITS,
  solve,
  verifyCertificate,
  verifyGroups,
  verifyPeers,
} from "@viceversa/matching/index.ts";
import { LimitReached } from "../errors.ts";
import { invariant } from "../invariant.ts";
import { arePeers, type PairIds, type Pool, pairName } from "./candidate.ts";
import { codesIn, isOverridable, type RuleCode } from "./hard-rules.ts";
import type { Comparison } from "./score.ts";

/** Two by their places in a pool. */
export type Place = readonly [mentor: number, mentee: number];

/** A pair that is to stay, with the rules that were set aside for it. */
export interface Lock extends PairIds {
  readonly warnings?: readonly RuleCode[];
}

/** A lock that could not be kept, and why. */
export interface DroppedLock extends PairIds {
  readonly reasons: readonly RuleCode[];
}

/** What a solver has proven of its proposal, of the pairs beside the locked ones. */
export interface Proof {
  readonly objective: "total" | "fair";
  readonly matched: number;
  readonly totalScore: number;
  readonly weakestScore: number | null;
  /**
   * No proposal has more pairs, and none of as many pairs a greater sum of scores. Where groups have a smallest size
   * they may lie above what was found: to find the best is NP-hard.
   */
  readonly pairsBound: number;
  readonly totalBound: number;
}

export interface Kept {
  readonly pairs: readonly Place[];
  readonly dropped: readonly DroppedLock[];
  /** What room is left beside the locked pairs. */
  readonly mentorRoom: Uint16Array;
  readonly menteeRoom: Uint16Array;
}

/** Locks in the order of their ids: of two that contradict one another the first stays. */
export function keepLocks({ pool, blocked }: Comparison, locks: readonly Lock[]): Kept {
  const mentorAt = new Map(pool.mentors.map(({ participantId }, at) => [participantId, at]));
  const menteeAt = new Map(pool.mentees.map(({ participantId }, at) => [participantId, at]));
  const mentorRoom = Uint16Array.from(pool.mentors, ({ places }) => places);
  // A peer's room is one, whichever of two she is.
  const menteeRoom = arePeers(pool) ? mentorRoom : Uint16Array.from(pool.mentees, ({ places }) => places);
  const pairs: Place[] = [];
  const dropped: DroppedLock[] = [];
  for (const lock of locks.toSorted((one, other) => (pairName(one) < pairName(other) ? -1 : 1))) {
    const [mentor, mentee] = [mentorAt.get(lock.mentorId), menteeAt.get(lock.menteeId)];
    if (mentor === undefined || mentee === undefined) {
      dropped.push({ ...lock, reasons: ["not-prepared"] });
      continue;
    }
    const reasons = codesIn(blocked[mentor * pool.mentees.length + mentee] ?? 0);
    const hasRoom = (mentorRoom[mentor] ?? 0) > 0 && (menteeRoom[mentee] ?? 0) > 0;
    const setAside = lock.warnings ?? [];
    if (!isOverridable(reasons.filter((code) => !setAside.includes(code))) || !hasRoom) {
      dropped.push({ ...lock, reasons: hasRoom ? reasons : ["no-capacity"] });
      continue;
    }
    mentorRoom[mentor] = (mentorRoom[mentor] ?? 0) - 1;
    menteeRoom[mentee] = (menteeRoom[mentee] ?? 0) - 1;
    pairs.push([mentor, mentee]);
  }
  return { pairs, dropped, mentorRoom, menteeRoom };
}

/** Solves a pool beside its locked pairs, and has the proof checked. */
export function solved(comparison: Comparison, kept: Kept): { chosen: Place[]; proof: Proof } {
  const { pool, edges } = comparison;
  const taken = new Set(kept.pairs.map(([mentor, mentee]) => mentor * pool.mentees.length + mentee));
  const isTaken = (mentor: number, mentee: number): boolean =>
    taken.has(mentor * pool.mentees.length + mentee);
  const { edgeLeft, edgeRight, edgeScore } = taken.size > 0 ? without(edges, isTaken) : edges;
  if (edgeScore.length > MAXIMUM_EDGES) {
    throw new LimitReached(
      `${edgeScore.length} pairs are possible, which is more than one run weighs. Split the programme, by site or language.`,
      { limit: MAXIMUM_EDGES, possible: edgeScore.length },
    );
  }
  const found = provenIn(pool, { edgeLeft, edgeRight, edgeScore }, kept);
  const chosen = Array.from(found.edges, (edge): Place => [edgeLeft[edge] ?? 0, edgeRight[edge] ?? 0]);
  return { chosen, proof: found.proof };
}

function provenIn(pool: Pool, edges: Comparison["edges"], kept: Kept): Proven {
  const { objective } = pool.rules;
  if (arePeers(pool)) return provenPeers(edges, kept.mentorRoom, objective);
  return pool.smallestGroup > 1 ? provenGroups(pool, edges, kept) : provenPairs(edges, kept, objective);
}

/** Groups that are no smaller than the programme wants; who meets some already, or has a locked pair, may get any. */
function provenGroups(pool: Pool, edges: Comparison["edges"], kept: Kept): Proven {
  const { objective } = pool.rules;
  const problem = { leftCapacities: kept.mentorRoom, rightCapacities: kept.menteeRoom, ...edges };
  const begun = Uint8Array.from(pool.mentors, ({ met }) => (met > 0 ? 1 : 0));
  for (const [mentor] of kept.pairs) begun[mentor] = 1;
  const groups = matchGroups(problem, { objective, leftMinimum: pool.smallestGroup, begun });
  const [fault] = verifyGroups(problem, groups);
  invariant(!fault, `groups are within their proven bound: ${fault?.message}`);
  const { matched, totalScore, weakestScore, certificate } = groups;
  const { matched: pairsBound, totalScore: totalBound } = certificate.bound;
  return {
    edges: groups.edges,
    proof: { objective, matched, totalScore, weakestScore, pairsBound, totalBound },
  };
}

interface Proven {
  readonly edges: Uint32Array;
  readonly proof: Proof;
}

function provenPairs(
  edges: Comparison["edges"],
  { mentorRoom, menteeRoom }: Kept,
  objective: Proof["objective"],
): Proven {
  const problem = { leftCapacities: mentorRoom, rightCapacities: menteeRoom, ...edges };
  const assignment = solve(problem, { objective });
  const [fault] = verifyCertificate(problem, assignment);
  invariant(!fault, `a proposal is proven: ${fault?.message}`);
  const { matched, totalScore, weakestScore, certificate } = assignment;
  const pairsBound = matched + certificate.gap.matched;
  const totalBound = totalScore + certificate.gap.total / SCORE_UNITS;
  return {
    edges: assignment.edges,
    proof: { objective, matched, totalScore, weakestScore, pairsBound, totalBound },
  };
}

/** Each peer gets one other at most in a run; who has room for more is matched again by the next. */
function provenPeers(
  { edgeLeft, edgeRight, edgeScore }: Comparison["edges"],
  room: Uint16Array,
  objective: Proof["objective"],
): Proven {
  if (room.length > MAXIMUM_PEERS) {
    throw new LimitReached(
      `${room.length} peers are more than one run matches. Split the programme, by site or language.`,
      { limit: MAXIMUM_PEERS, peers: room.length },
    );
  }
  const capacities = Uint8Array.from(room, (places) => Math.min(1, places));
  const problem = { capacities, edgeOne: edgeLeft, edgeOther: edgeRight, edgeScore };
  const assignment = matchPeers(problem, { objective });
  const [fault] = verifyPeers(problem, assignment);
  invariant(!fault, `a proposal is proven: ${fault?.message}`);
  const { matched, totalScore, weakestScore, certificate } = assignment;
  const { matchedBound: pairsBound } = certificate;
  const totalBound = totalScore + certificate.gap.total / SCORE_UNITS;
  return {
    edges: assignment.edges,
    proof: { objective, matched, totalScore, weakestScore, pairsBound, totalBound },
  };
}

function without(
  { edgeLeft, edgeRight, edgeScore }: Comparison["edges"],
  isTaken: (mentor: number, mentee: number) => boolean,
): Comparison["edges"] {
  const isStaying = (_: number, edge: number): boolean => !isTaken(edgeLeft[edge] ?? 0, edgeRight[edge] ?? 0);
  return {
    edgeLeft: edgeLeft.filter(isStaying),
    edgeRight: edgeRight.filter(isStaying),
    edgeScore: edgeScore.filter(isStaying),
  };
}
