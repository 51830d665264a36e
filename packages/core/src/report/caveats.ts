import { z } from "zod";
import type { Level } from "./level.ts";

/** What whoever reads a line must know to read it right. */
export const Caveat = z
  .enum([
    "no-evidence-yet",
    "self-reported",
    "few-answers",
    "low-response-rate",
    "still-open",
    "suppressed",
    "bounds-only",
    "no-interval",
    "before-and-after-only",
    "comparison-may-differ",
    "few-observations",
    "who-answered-both",
    "present-states",
    "partly-assumed",
    "partly-disputed",
  ])
  .describe(
    [
      "no-evidence-yet: nothing was measured or released so far",
      "self-reported: people say it of themselves",
      "few-answers: fewer than 30, so that chance moves the figure",
      "low-response-rate: fewer than six in ten answered; those who did may differ from the others",
      "still-open: it is being answered",
      "suppressed: too few people, or others could be computed from it",
      "bounds-only: given as bounds, so that nobody's answer can be computed",
      "no-interval: how sure it is cannot be said",
      "before-and-after-only: without a comparison group it cannot be said what else has changed meanwhile",
      "comparison-may-differ: an effect only as far as both groups would have gone the same way without the programme",
      "few-observations: fewer than three values in a window",
      "who-answered-both: only people who answered both times; those who left may differ",
      "present-states: where people stand now; who has left is not counted in the steps that she had reached",
      "partly-assumed: part of it is taken for held because nobody said anything",
      "partly-disputed: of some sessions people say different things",
    ].join("; "),
  );
export type Caveat = z.infer<typeof Caveat>;

/** Under this many a figure is moved much by chance: the usual rule of thumb for a mean. */
export const FEW_ANSWERS = 30;
/** Under this share those who answered may differ from those who did not. */
export const LOW_RESPONSE_RATE = 0.6;
/** Of fewer values a mean says little about a window. */
export const FEW_OBSERVATIONS = 3;

/** The caveats of a level that people reported of themselves. */
export function caveatsOfLevel(level: Level, { n, invited }: { n: number; invited: number }): Caveat[] {
  return [
    "self-reported",
    "no-interval",
    ...(level.kind === "suppressed" ? (["suppressed"] as const) : []),
    ...(level.kind === "bounds" ? (["bounds-only"] as const) : []),
    ...(n < FEW_ANSWERS ? (["few-answers"] as const) : []),
    ...(n < invited * LOW_RESPONSE_RATE ? (["low-response-rate"] as const) : []),
  ];
}
