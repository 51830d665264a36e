import { z } from "zod";
import type { Instrument } from "../instrument/index.ts";
import type { ReleasedTables } from "../wave/index.ts";

/** Where a dimension stands, on the scale of its instrument from 1. */
export const Level = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("exact"), mean: z.number() }),
  z.object({ kind: z.literal("bounds"), atLeast: z.number(), atMost: z.number() }),
  z.object({ kind: z.literal("suppressed") }),
]);
export type Level = z.infer<typeof Level>;

const rounded = (value: number): number => Math.round(value * 100) / 100;
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The level of a dimension in a released table: the mean of the means of its items, which is the mean of the
 * respondents' own scores, since everybody answers every item of a scale (arithmetic mean; NIST/SEMATECH e-Handbook of
 * Statistical Methods, 1.3.5.1). It is computed from released figures alone, so that it tells nothing new; where one of
 * them is given as bounds, so is the level.
 */
export function levelIn(
  { items }: Pick<Instrument, "items">,
  { total }: Pick<ReleasedTables, "total">,
  subscale: string,
): Level {
  if (total.kind === "suppressed") return { kind: "suppressed" };
  const figures = items.flatMap((item) => {
    const figure = item.kind === "scale" && item.subscale === subscale ? total.items[item.key] : undefined;
    return figure ? [figure] : [];
  });
  if (figures.length === 0) return { kind: "suppressed" };
  const lows = figures.map((figure) => (figure.kind === "exact" ? figure.mean : figure.atLeast));
  const highs = figures.map((figure) => (figure.kind === "exact" ? figure.mean : figure.atMost));
  const [low, high] = [rounded(meanOf(lows)), rounded(meanOf(highs))];
  return figures.every(({ kind }) => kind === "exact")
    ? { kind: "exact", mean: low }
    : { kind: "bounds", atLeast: low, atMost: high };
}
