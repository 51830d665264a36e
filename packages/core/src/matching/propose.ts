import { type Assignment, MAXIMUM_EDGES, solve, verifyCertificate } from "@viceversa/matching/index.ts";
import { LimitReached } from "../errors.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { readyStates } from "../participant/index.ts";
import { type Candidate, type PairIds, type Pool, pairName } from "./candidate.ts";
import { codesIn, isOverridable, type RuleCode } from "./hard-rules.ts";
import { type Comparison, compare, type Score, scorePairs } from "./score.ts";

/** The most pairs that are compared in one run: 4,000 with 4,000, or as many otherwise. */
const MAXIMUM_COMPARED = 16_000_000;

/** A pair that is proposed. */
export interface Chosen extends PairIds, Score {
  readonly locked: boolean;
  /** Rules that a manager has set aside for it. */
  readonly warnings: readonly RuleCode[];
}

/** Why somebody is in no pair, with how many of the other side each reason stands for. */
export type Obstacles = Readonly<Partial<Record<RuleCode | "others-preferred" | "nobody-there", number>>>;

/** Somebody of a pool after a run: how many pairs she could be in, in how many she is, and why in none. */
export interface Seated {
  readonly participantId: Id<"participant">;
  readonly role: "mentor" | "mentee";
  readonly places: number;
  readonly taken: number;
  readonly obstacles: Obstacles;
}

/** A pair that is to stay, with the rules that were set aside for it. */
export interface Lock extends PairIds {
  readonly warnings?: readonly RuleCode[];
}

/** A lock that could not be kept, and why. */
export interface DroppedLock extends PairIds {
  readonly reasons: readonly RuleCode[];
}

/** What a solver has proven of its proposal, of the pairs beside the locked ones. */
export interface Proof extends Pick<Assignment, "objective" | "matched" | "totalScore" | "weakestScore"> {
  /** No proposal has more pairs, and none of as many pairs a greater sum of scores. */
  readonly pairsBound: number;
  readonly totalBound: number;
}

export interface Proposal {
  readonly pairs: readonly Chosen[];
  readonly seated: readonly Seated[];
  readonly lockedPairs: number;
  readonly droppedLocks: readonly DroppedLock[];
  readonly proof: Proof;
}

/**
 * The best proposal for a pool: locked pairs stay where no rule forbids it, all others are matched to the proven
 * optimum. The order in which people stand in the pool means nothing.
 *
 * @throws LimitReached  more people than one run compares
 */
export function propose(pool: Pool, locks: readonly Lock[]): Proposal {
  const open = { ...pool, mentors: openIn(pool.mentors), mentees: openIn(pool.mentees) };
  requireComparable(open);
  const comparison = compare(open);
  const kept = keepLocks(comparison, locks);
  const { chosen, proof } = solved(comparison, kept);
  const places = [...kept.pairs, ...chosen].sort(
    ([mentor, mentee], [other, another]) => mentor - other || mentee - another,
  );
  const scores = scorePairs(open, places);
  const locked = new Set(kept.pairs.map((pair) => pair.join()));
  const pairs = places.map(([mentor, mentee], at): Chosen => {
    const score = scores[at];
    invariant(score, "each pair has a score");
    const warnings = codesIn(comparison.blocked[mentor * open.mentees.length + mentee] ?? 0);
    return { ...idsAt(open, mentor, mentee), ...score, locked: locked.has(`${mentor},${mentee}`), warnings };
  });
  return {
    pairs,
    seated: seatedIn(pool, comparison, places),
    lockedPairs: kept.pairs.length,
    droppedLocks: kept.dropped,
    proof,
  };
}

/** Whoever is prepared and has room, in an order of their own: ties are settled by it. */
const openIn = (candidates: readonly Candidate[]): Candidate[] =>
  candidates
    .filter(({ state, places }) => readyStates.includes(state) && places > 0)
    .sort((one, other) => (one.participantId < other.participantId ? -1 : 1));

function requireComparable({ mentors, mentees }: Pool): void {
  const compared = mentors.length * mentees.length;
  if (compared <= MAXIMUM_COMPARED) return;
  throw new LimitReached(
    `${mentors.length} mentors and ${mentees.length} mentees are more than one run compares. Split the programme, by site or language.`,
    { limit: MAXIMUM_COMPARED, compared },
  );
}

const idsAt = ({ mentors, mentees }: Pool, mentor: number, mentee: number): PairIds => {
  const [one, other] = [mentors[mentor], mentees[mentee]];
  invariant(one && other, "a pair is of two of the pool");
  return { mentorId: one.participantId, menteeId: other.participantId };
};

type Place = readonly [mentor: number, mentee: number];

interface Kept {
  readonly pairs: readonly Place[];
  readonly dropped: readonly DroppedLock[];
  /** What room is left beside the locked pairs. */
  readonly mentorRoom: Uint16Array;
  readonly menteeRoom: Uint16Array;
}

/** Locks in the order of their ids: of two that contradict one another the first stays. */
function keepLocks({ pool, blocked }: Comparison, locks: readonly Lock[]): Kept {
  const mentorAt = new Map(pool.mentors.map(({ participantId }, at) => [participantId, at]));
  const menteeAt = new Map(pool.mentees.map(({ participantId }, at) => [participantId, at]));
  const mentorRoom = Uint16Array.from(pool.mentors, ({ places }) => places);
  const menteeRoom = Uint16Array.from(pool.mentees, ({ places }) => places);
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

function solved({ pool, edges }: Comparison, kept: Kept): { chosen: Place[]; proof: Proof } {
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
  const problem = {
    leftCapacities: kept.mentorRoom,
    rightCapacities: kept.menteeRoom,
    edgeLeft,
    edgeRight,
    edgeScore,
  };
  const assignment = solve(problem, { objective: pool.rules.objective });
  const [fault] = verifyCertificate(problem, assignment);
  invariant(!fault, `a proposal is proven: ${fault?.message}`);
  return {
    chosen: Array.from(assignment.edges, (edge): Place => [edgeLeft[edge] ?? 0, edgeRight[edge] ?? 0]),
    proof: proofOf(assignment),
  };
}

const proofOf = ({ objective, matched, totalScore, weakestScore, certificate }: Assignment): Proof => ({
  objective,
  matched,
  totalScore,
  weakestScore,
  pairsBound: matched + certificate.gap.matched,
  totalBound: totalScore + certificate.gap.total,
});

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

/** Everybody of the whole pool: also who is not prepared, and so was not compared. */
function seatedIn(pool: Pool, comparison: Comparison, places: readonly Place[]): Seated[] {
  const { mentors, mentees } = comparison.pool;
  const taken = { mentor: new Uint16Array(mentors.length), mentee: new Uint16Array(mentees.length) };
  for (const [mentor, mentee] of places) {
    taken.mentor[mentor] = (taken.mentor[mentor] ?? 0) + 1;
    taken.mentee[mentee] = (taken.mentee[mentee] ?? 0) + 1;
  }
  const seat = (role: Seated["role"], { participantId, places }: Candidate, at: number): Seated => {
    const hers = taken[role][at] ?? 0;
    const obstacles = hers > 0 ? {} : obstaclesOf(comparison, role, at);
    return { participantId, role, places, taken: hers, obstacles };
  };
  const unprepared = (role: Seated["role"], candidates: readonly Candidate[]): Seated[] =>
    candidates
      .filter(({ state }) => !readyStates.includes(state))
      .map(({ participantId }) => ({
        participantId,
        role,
        places: 0,
        taken: 0,
        obstacles: { "not-prepared": 1 },
      }));
  return [
    ...mentors.map((mentor, at) => seat("mentor", mentor, at)),
    ...mentees.map((mentee, at) => seat("mentee", mentee, at)),
    ...unprepared("mentor", pool.mentors),
    ...unprepared("mentee", pool.mentees),
  ];
}

function obstaclesOf({ pool, blocked }: Comparison, role: Seated["role"], at: number): Obstacles {
  const width = pool.mentees.length;
  const others = role === "mentor" ? width : pool.mentors.length;
  if (others === 0) return { "nobody-there": 1 };
  const counts: Record<string, number> = {};
  for (let other = 0; other < others; other += 1) {
    const bits = blocked[role === "mentor" ? at * width + other : other * width + at] ?? 0;
    for (const code of bits === 0 ? ["others-preferred"] : codesIn(bits))
      counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
