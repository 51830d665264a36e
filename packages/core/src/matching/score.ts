import type { AssignmentProblem } from "@viceversa/matching/index.ts";
import { type CriterionName, criterionNames } from "../programme/index.ts";
import { arePeers, type Pool, turned } from "./candidate.ts";
import { criteria } from "./criteria/index.ts";
import type { RateRow } from "./criterion.ts";
import { codesIn, type RuleCode, ruleBits } from "./hard-rules.ts";

/** How good a pair is: the weighted mean of what its criteria say, and each of them; all from 0 to 1. */
export interface Score {
  readonly score: number;
  readonly criteria: Readonly<Record<CriterionName, number>>;
}

/** A pool's pairs compared: which rules stand between two, and who could be paired how well. */
export interface Comparison {
  readonly pool: Pool;
  /** Bits of `ruleBits`, a row for each mentor with a place for each mentee. */
  readonly blocked: Uint16Array;
  readonly edges: Pick<AssignmentProblem, "edgeLeft" | "edgeRight" | "edgeScore">;
}

/** Asks the hard rules of every pair of a pool, and scores those between whom none stands. */
export function compare(pool: Pool): Comparison {
  if (arePeers(pool)) return comparePeers(pool);
  const { mentors, mentees } = pool;
  const width = mentees.length;
  const blocked = new Uint16Array(mentors.length * width);
  const bitsOf = ruleBits(pool);
  let open = 0;
  for (let mentor = 0; mentor < mentors.length; mentor += 1)
    for (let mentee = 0; mentee < width; mentee += 1) {
      const bits = bitsOf(mentor, mentee);
      blocked[mentor * width + mentee] = bits;
      if (bits === 0) open += 1;
    }
  return { pool, blocked, edges: scoredEdges(pool, blocked, open) };
}

function scoredEdges(pool: Pool, blocked: Uint16Array, open: number): Comparison["edges"] {
  const edgeLeft = new Uint32Array(open);
  const edgeRight = new Uint32Array(open);
  const edgeScore = new Float64Array(open);
  const width = pool.mentees.length;
  const rate = rateRows(pool);
  const row = new Float64Array(width);
  const openTo = openIn(blocked, width);
  let edge = 0;
  for (let mentor = 0; mentor < pool.mentors.length; mentor += 1) {
    const mentees = openTo(mentor);
    rate(mentor, row, mentees);
    for (const mentee of mentees) {
      edgeLeft[edge] = mentor;
      edgeRight[edge] = mentee;
      edgeScore[edge] = row[mentee] ?? 0;
      edge += 1;
    }
  }
  return { edgeLeft, edgeRight, edgeScore };
}

/** The mentees between whom and a mentor no rule stands. The same array is filled again each time. */
function openIn(blocked: Uint16Array, width: number): (mentor: number) => Uint32Array {
  const open = new Uint32Array(width);
  return (mentor) => {
    let count = 0;
    for (let mentee = 0; mentee < width; mentee += 1)
      if (blocked[mentor * width + mentee] === 0) {
        open[count] = mentee;
        count += 1;
      }
    return open.subarray(0, count);
  };
}

/**
 * Two peers are compared once: what stands between them does so in both directions, and their score is the mean of the
 * two. Edges go from the one who comes first in the pool.
 */
function comparePeers(pool: Pool): Comparison {
  const size = pool.mentors.length;
  const blocked = new Uint16Array(size * size);
  const bitsOf = ruleBits(pool);
  let open = 0;
  for (let one = 0; one < size; one += 1)
    for (let other = one; other < size; other += 1) {
      const bits = bitsOf(one, other);
      blocked[one * size + other] = bits;
      blocked[other * size + one] = bits;
      if (bits === 0) open += 1;
    }
  return { pool, blocked, edges: peerEdges(pool, blocked, open) };
}

function peerEdges(pool: Pool, blocked: Uint16Array, open: number): Comparison["edges"] {
  const size = pool.mentors.length;
  const edges = {
    edgeLeft: new Uint32Array(open),
    edgeRight: new Uint32Array(open),
    edgeScore: new Float64Array(open),
  };
  const rate = rateRows(pool);
  const row = new Float64Array(size);
  // What the first says of the second, until the second's own row says the rest.
  const halves = new Float64Array((size * (size - 1)) / 2);
  const at = (first: number, second: number): number => (second * (second - 1)) / 2 + first;
  const openTo = openIn(blocked, size);
  let edge = 0;
  for (let one = 0; one < size; one += 1) {
    const others = openTo(one);
    rate(one, row, others);
    for (const other of others) {
      if (other > one) {
        halves[at(one, other)] = row[other] ?? 0;
        continue;
      }
      edges.edgeLeft[edge] = other;
      edges.edgeRight[edge] = one;
      edges.edgeScore[edge] = ((halves[at(other, one)] ?? 0) + (row[other] ?? 0)) / 2;
      edge += 1;
    }
  }
  return edges;
}

/** How much each criterion counts; together they are 1. */
export function sharesOf({ rules: { weights } }: Pick<Pool, "rules">): Record<CriterionName, number> {
  const whole = criterionNames.reduce((sum, name) => sum + weights[name], 0);
  const shares = criterionNames.map((name) => [name, weights[name] / whole] as const);
  return Object.fromEntries(shares) as Record<CriterionName, number>;
}

/** Scores a mentor's row of pairs; criteria that do not count cost nothing. */
function rateRows(pool: Pool): RateRow {
  const shares = sharesOf(pool);
  const counting = criterionNames
    .filter((name) => shares[name] > 0)
    .map((name) => ({ share: shares[name], rate: criteria[name].rate(pool) }));
  const one = new Float64Array(pool.mentees.length);
  return (mentor, row, mentees) => {
    for (const mentee of mentees) row[mentee] = 0;
    for (const { share, rate } of counting) {
      rate(mentor, one, mentees);
      for (const mentee of mentees) row[mentee] = (row[mentee] ?? 0) + share * (one[mentee] ?? 0);
    }
    // Shares that are together 1 may come to a little more in binary.
    for (const mentee of mentees) row[mentee] = Math.min(1, row[mentee] ?? 0);
  };
}

type Place = readonly [mentor: number, mentee: number];

/**
 * Scores some pairs of a pool with all that their criteria say, by their places. Of two peers it is the mean of both
 * directions.
 */
export function scorePairs(pool: Pool, pairs: readonly Place[]): Score[] {
  const there = scoreOneWay(pool, pairs);
  if (!arePeers(pool)) return there;
  const back = scoreOneWay(
    turned(pool),
    pairs.map(([one, other]) => [other, one] as const),
  );
  return there.map((score, at) => meanOf(score, back[at] ?? score));
}

const meanOf = (one: Score, other: Score): Score => {
  const values = criterionNames.map((name) => [
    name,
    rounded((one.criteria[name] + other.criteria[name]) / 2),
  ]);
  return { score: rounded((one.score + other.score) / 2), criteria: Object.fromEntries(values) };
};

function scoreOneWay(pool: Pool, pairs: readonly Place[]): Score[] {
  const score = rateRows(pool);
  const rates = criterionNames.map((name) => ({ name, rate: criteria[name].rate(pool) }));
  const row = new Float64Array(pool.mentees.length);
  const rated = (rate: RateRow, [mentor, mentee]: Place): number => {
    rate(mentor, row, Uint32Array.of(mentee));
    return rounded(row[mentee] ?? 0);
  };
  return pairs.map((pair) => {
    const values = rates.map(({ name, rate }) => [name, rated(rate, pair)] as const);
    return {
      score: rated(score, pair),
      criteria: Object.fromEntries(values) as Record<CriterionName, number>,
    };
  });
}

/** As fine as the solver counts. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The rules between the one mentor and the one mentee of a pool, and how well they would go together. */
export function judge(pool: Pool): Score & { readonly reasons: RuleCode[] } {
  const [score = { score: 0, criteria: zero }] = scorePairs(pool, [[0, 0]]);
  return { ...score, reasons: codesIn(ruleBits(pool)(0, 0)) };
}

const zero = Object.fromEntries(criterionNames.map((name) => [name, 0])) as Record<CriterionName, number>;
