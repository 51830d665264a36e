import { LimitReached } from "../errors.ts";
import { invariant } from "../invariant.ts";
import { readyStates } from "../participant/index.ts";
import { arePeers, type Candidate, type PairIds, type Pool } from "./candidate.ts";
import { codesIn, type RuleCode } from "./hard-rules.ts";
import type { Proof } from "./prove.ts";
import { compare, type Score, scorePairs } from "./score.ts";
import { type Seated, seatedIn } from "./seats.ts";
import { type DroppedLock, keepLocks, type Lock, solved } from "./solve-pool.ts";

/** The most pairs that are compared in one run: 4,000 with 4,000, or as many otherwise. */
const MAXIMUM_COMPARED = 16_000_000;

/** A pair that is proposed. */
export interface Chosen extends PairIds, Score {
  readonly locked: boolean;
  /** Rules that a manager has set aside for it. */
  readonly warnings: readonly RuleCode[];
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
  const mentors = openIn(pool.mentors);
  const open = { ...pool, mentors, mentees: arePeers(pool) ? mentors : openIn(pool.mentees) };
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
