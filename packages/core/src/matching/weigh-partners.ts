import type { Id } from "../ids.ts";
import { readyStates } from "../participant/index.ts";
import type { Role } from "../programme/index.ts";
import { arePeers, type Candidate, orderedPair, type PairIds, type Pool, pairName } from "./candidate.ts";
import { codesIn, type RuleCode, ruleBits } from "./hard-rules.ts";
import { type Proposal, propose } from "./propose.ts";
import { type Score, scorePairs } from "./score.ts";

/** Somebody with whom one person could be paired. */
export interface Partner extends PairIds, Score {
  readonly partner: Candidate;
}

/** With whom one person could be paired, the best first, and for how many others each rule stands in the way. */
export interface Partners {
  readonly role: Role;
  readonly her: Candidate;
  readonly possible: readonly Partner[];
  readonly obstacles: ReadonlyMap<RuleCode, number>;
}

/**
 * Weighs everybody of the other side for one person, whoever is paired with whom in a proposal.
 *
 * @returns nothing when she is in none of the two sides
 */
export function weighPartners(pool: Pool, participantId: Id<"participant">): Partners | undefined {
  const isHer = (candidate: Candidate): boolean => candidate.participantId === participantId;
  const mentor = pool.mentors.find(isHer);
  const her = mentor ?? pool.mentees.find(isHer);
  if (!her) return undefined;
  const role = arePeers(pool) ? "peer" : mentor ? "mentor" : "mentee";
  const mentees = pool.mentees.filter((one) => !mentor || !isHer(one));
  const alone: Pool = mentor ? { ...pool, mentors: [her], mentees } : { ...pool, mentees: [her] };
  const others = mentor ? alone.mentees : alone.mentors;
  const places = others.map((_, at) => (mentor ? ([0, at] as const) : ([at, 0] as const)));
  const bitsOf = ruleBits(alone);
  const bits = places.map(([one, other]) => bitsOf(one, other));
  const open = places.filter((_, at) => bits[at] === 0);
  const scores = scorePairs(alone, open);
  const possible = open.flatMap(([one, other], at): Partner[] => {
    const partner = others[mentor ? other : one];
    const score = scores[at];
    if (!partner || !score) return [];
    const [mentorId, menteeId] = mentor
      ? [participantId, partner.participantId]
      : [partner.participantId, participantId];
    return [{ ...orderedPair(pool, { mentorId, menteeId }), partner, ...score }];
  });
  const obstacles = new Map<RuleCode, number>();
  for (const code of bits.flatMap(codesIn)) obstacles.set(code, (obstacles.get(code) ?? 0) + 1);
  return { role, her, possible: possible.sort(byScore), obstacles };
}

const byScore = (one: Partner, other: Partner): number =>
  other.score - one.score || (pairName(one) < pairName(other) ? -1 : 1);

/** What it takes away from the best proposal to keep a pair in it. */
export interface Cost {
  /** Pairs fewer. */
  readonly pairs: number;
  /** By how much the sum of all scores is lower. */
  readonly total: number;
  /** Other pairs of the best proposal that are not in the one with this pair. */
  readonly changes: number;
}

/** The most pairs that are compared for costs: 400 with 400, each time anew, within the seconds that a request has. */
const MAXIMUM_COMPARED = 160_000;

/** Whether costs can be reckoned while somebody waits. */
export function isReckonable({ mentors, mentees }: Pool): boolean {
  const [one = 0, other = 0] = [mentors, mentees].map(
    (side) => side.filter(({ state, places }) => readyStates.includes(state) && places > 0).length,
  );
  return one * other <= MAXIMUM_COMPARED;
}

/**
 * What each of some pairs costs all together: the best proposal beside the one that keeps the pair, each proven.
 *
 * @returns nothing for a pair that locks leave no room for
 */
export function costsOf(
  pool: Pool,
  locks: readonly PairIds[],
  pairs: readonly PairIds[],
): (Cost | undefined)[] {
  const best = propose(pool, locks);
  const names = new Set(best.pairs.map(pairName));
  return pairs.map((pair) => {
    if (names.has(pairName(pair))) return { pairs: 0, total: 0, changes: 0 };
    const kept = propose(pool, [...locks, pair]);
    const after = new Set(kept.pairs.map(pairName));
    if (!after.has(pairName(pair)) || kept.droppedLocks.length > best.droppedLocks.length) return undefined;
    return {
      pairs: best.pairs.length - kept.pairs.length,
      total: rounded(sumOf(best) - sumOf(kept)),
      changes: best.pairs.filter((one) => !after.has(pairName(one))).length,
    };
  });
}

const sumOf = ({ pairs }: Proposal): number => pairs.reduce((sum, { score }) => sum + score, 0);
/** As fine as scores are. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
