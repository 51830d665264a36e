import { MAXIMUM_EDGES } from "@viceversa/matching/index.ts";
import { LimitReached } from "../errors.ts";
import { arePeers, type PairIds, pairName } from "./candidate.ts";
import { codesIn, isOverridable, type RuleCode } from "./hard-rules.ts";
import { type Beside, type Proof, provenIn } from "./prove.ts";
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

interface Kept extends Beside {
  readonly dropped: readonly DroppedLock[];
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
