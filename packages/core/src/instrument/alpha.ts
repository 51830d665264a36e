import { invariant } from "../invariant.ts";

/**
 * Cronbach's alpha of a subscale: how far its items measure one thing, at most 1 and under 0 when they
 * contradict one another.
 *
 * `k / (k − 1) · (1 − Σ variance of an item / variance of the sums)`, with sample variances.
 * Source: Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16(3),
 * 297–334. doi 10.1007/BF02310555.
 *
 * @param rows  one for each respondent: her scores of all items of the subscale, in one order, reversed items
 *   turned round already; who has left one out has no row
 * @returns undefined where it cannot be computed: fewer than two items, or all sums alike, as those of one
 *   respondent are
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | undefined {
  const items = rows[0]?.length ?? 0;
  invariant(
    rows.every((row) => row.length === items),
    "every respondent has a score of every item",
  );
  const sums = rows.map((row) => row.reduce((sum, score) => sum + score, 0));
  const isSpread = sums.some((sum) => sum !== sums[0]);
  if (items < 2 || !isSpread) return undefined;
  const ofItems = Array.from({ length: items }, (_, at) => variance(rows.map((row) => row[at] ?? 0)));
  const unexplained = ofItems.reduce((sum, value) => sum + value, 0) / variance(sums);
  return (items / (items - 1)) * (1 - unexplained);
}

/** The sample variance, of at least two values. */
function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
