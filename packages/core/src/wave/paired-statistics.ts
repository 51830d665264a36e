import { invariant } from "../invariant.ts";

/** How much something has changed for people who were measured twice; in the unit of what was measured. */
export interface PairedStatistics {
  readonly n: number;
  readonly mean: number;
  /** The 95 % confidence interval of the mean. */
  readonly interval: { readonly from: number; readonly to: number };
  /** The mean in standard deviations of the differences (Cohen's d_z). */
  readonly effectSize: number;
}

/**
 * The mean of paired differences with its 95 % interval `mean ± t(n − 1) · s / √n` (Student, "The Probable Error of a
 * Mean", Biometrika 6(1), 1908, 1–25; NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.2.1) and its effect size
 * `d_z = mean / s` (J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988, 48; D. Lakens, Frontiers
 * in Psychology 4:863, 2013, formula 7). The effect size follows from the interval: it tells nothing more of anybody.
 *
 * @param differences  later less earlier, one for each person, at least three
 * @returns undefined where all differences are alike: there is no interval then, and the mean would be everybody's
 */
export function pairedStatistics(differences: readonly number[]): PairedStatistics | undefined {
  const n = differences.length;
  invariant(n >= 3, "fewer than three people are never reported");
  const mean = differences.reduce((sum, one) => sum + one, 0) / n;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const deviation = Math.sqrt(variance);
  if (deviation < SMALLEST_DEVIATION) return undefined;
  const half = (studentQuantile(n - 1) * deviation) / Math.sqrt(n);
  return { n, mean, interval: { from: mean - half, to: mean + half }, effectSize: mean / deviation };
}

/** Below this a deviation is what adding up has left over. */
const SMALLEST_DEVIATION = 1e-9;

/** The quantile of the normal distribution that leaves 2.5 % on either side together. */
const NORMAL = 1.959963984540054;

/**
 * The quantile of Student's distribution that leaves 2.5 % above it. For two and three degrees of freedom as it is
 * tabulated; from four on by the expansion in M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 26.7.5,
 * which is wrong by less than 0.001 there.
 */
export function studentQuantile(degrees: number): number {
  invariant(degrees >= 2, "three people are two degrees of freedom");
  const tabulated: Readonly<Record<number, number>> = { 2: 4.302652729911275, 3: 3.182446305284263 };
  const z = NORMAL;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return tabulated[degrees] ?? terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z);
}
