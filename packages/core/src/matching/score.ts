import type { AssignmentProblem } from "@viceversa/matching/index.ts";
import { type CriterionName, criterionNames } from "../programme/index.ts";
import type { Pool } from "./candidate.ts";
import { criteria } from "./criteria/index.ts";
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
  let edge = 0;
  for (let mentor = 0; mentor < pool.mentors.length; mentor += 1) {
    rate(mentor, row);
    for (let mentee = 0; mentee < width; mentee += 1) {
      if (blocked[mentor * width + mentee] !== 0) continue;
      edgeLeft[edge] = mentor;
      edgeRight[edge] = mentee;
      edgeScore[edge] = row[mentee] ?? 0;
      edge += 1;
    }
  }
  return { edgeLeft, edgeRight, edgeScore };
}

/** How much each criterion counts; together they are 1. */
export function sharesOf({ rules: { weights } }: Pick<Pool, "rules">): Record<CriterionName, number> {
  const whole = criterionNames.reduce((sum, name) => sum + weights[name], 0);
  const shares = criterionNames.map((name) => [name, weights[name] / whole] as const);
  return Object.fromEntries(shares) as Record<CriterionName, number>;
}

/** Scores a mentor's row of pairs; criteria that do not count cost nothing. */
function rateRows(pool: Pool): (mentor: number, row: Float64Array) => void {
  const shares = sharesOf(pool);
  const counting = criterionNames
    .filter((name) => shares[name] > 0)
    .map((name) => ({ share: shares[name], rate: criteria[name].rate(pool) }));
  const one = new Float64Array(pool.mentees.length);
  return (mentor, row) => {
    row.fill(0);
    for (const { share, rate } of counting) {
      rate(mentor, one);
      for (let mentee = 0; mentee < row.length; mentee += 1)
        row[mentee] = (row[mentee] ?? 0) + share * (one[mentee] ?? 0);
    }
    // Shares that are together 1 may come to a little more in binary.
    for (let mentee = 0; mentee < row.length; mentee += 1) row[mentee] = Math.min(1, row[mentee] ?? 0);
  };
}

/** Scores some pairs of a pool with all that their criteria say, by their places; mentors in rising order. */
export function scorePairs(
  pool: Pool,
  pairs: readonly (readonly [mentor: number, mentee: number])[],
): Score[] {
  const score = rateRows(pool);
  const rates = criterionNames.map((name) => ({ name, rate: criteria[name].rate(pool) }));
  const rows = new Map(rates.map(({ name }) => [name, new Float64Array(pool.mentees.length)]));
  const total = new Float64Array(pool.mentees.length);
  let rated = -1;
  return pairs.map(([mentor, mentee]) => {
    if (mentor !== rated) {
      score(mentor, total);
      for (const { name, rate } of rates) rate(mentor, rows.get(name) ?? total);
      rated = mentor;
    }
    const values = criterionNames.map((name) => [name, rounded(rows.get(name)?.[mentee] ?? 0)] as const);
    return {
      score: rounded(total[mentee] ?? 0),
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
