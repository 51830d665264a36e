import { invariant } from "../invariant.ts";
import type { LocalDate } from "../time.ts";
import type { Indicator } from "./schema.ts";

/** One value of a series. */
export interface DatedValue {
  readonly date: LocalDate;
  readonly value: number;
}

/** Days from one to another, both of them in it. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What is compared: the time before a programme can have had an effect, and the time when it can. */
export interface Windows {
  readonly baseline: Window;
  readonly programme: Window;
}

/** The mean of the values in a window. */
export interface WindowMean {
  /** How many values it is the mean of. */
  readonly n: number;
  /** In the indicator's unit; `undefined` where there are no values. */
  readonly mean: number | undefined;
}

/** How a series was in the baseline window and in the programme window. */
export interface MeasuredChange {
  readonly baseline: WindowMean;
  readonly programme: WindowMean;
  /** Mean in the programme window less mean in the baseline window, in the indicator's unit. */
  readonly difference: number | undefined;
  /** The difference as a fraction of the baseline's mean; `undefined` also where that mean is 0. */
  readonly relative: number | undefined;
}

/**
 * The arithmetic mean of the values that fall into a window, each counting once however they are spaced
 * (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.1, "Measures of Location").
 */
export function meanIn(series: readonly DatedValue[], { from, to }: Window): WindowMean {
  const values = series.filter(({ date }) => date >= from && date <= to).map(({ value }) => value);
  const n = values.length;
  return { n, mean: n === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / n };
}

/**
 * Compares the programme window of a series with its baseline window: a difference of means and the relative
 * change, difference / |baseline| (L. Törnqvist, P. Vartia, Y. O. Vartia, "How Should Relative Changes Be
 * Measured?", The American Statistician 39(1), 1985, 43–46). It describes what was observed; by itself it says
 * neither why nor how sure that is.
 */
export function changeBetween(
  series: readonly DatedValue[],
  { baseline: before, programme: during }: Windows,
): MeasuredChange {
  invariant(before.to < during.from, "the baseline window ends before the programme window begins");
  const baseline = meanIn(series, before);
  const programme = meanIn(series, during);
  const difference = lessIfBoth(programme.mean, baseline.mean);
  const relative =
    difference === undefined || !baseline.mean ? undefined : difference / Math.abs(baseline.mean);
  return { baseline, programme, difference, relative };
}

/** What changed for the participants beyond what changed for a comparison group. */
export interface DifferenceInDifferences {
  readonly participants: MeasuredChange;
  readonly comparison: MeasuredChange;
  /** In the indicator's unit; `undefined` where one of the four means is missing. */
  readonly estimate: number | undefined;
}

/**
 * The difference in differences of two groups in the same two windows: (participants after − before) −
 * (comparison after − before), on the means of the groups (D. Card, A. B. Krueger, "Minimum Wages and
 * Employment", American Economic Review 84(4), 1994, 772–793; J. D. Angrist, J.-S. Pischke, "Mostly Harmless
 * Econometrics", 2009, 5.2). It is an effect of the programme only as far as both groups would have gone the
 * same way without it, which these numbers cannot show.
 */
export function differenceInDifferences(
  series: { readonly participants: readonly DatedValue[]; readonly comparison: readonly DatedValue[] },
  windows: Windows,
): DifferenceInDifferences {
  const participants = changeBetween(series.participants, windows);
  const comparison = changeBetween(series.comparison, windows);
  return {
    participants,
    comparison,
    estimate: lessIfBoth(participants.difference, comparison.difference),
  };
}

/** A difference as an improvement: positive when the indicator went the way that is better. */
export const improvementOf = (
  { direction }: Pick<Indicator, "direction">,
  difference: number | undefined,
): number | undefined => (direction === "up" || difference === undefined ? difference : 0 - difference);

const lessIfBoth = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one - other;
