import { z } from "zod";

/** More generations than this are at work in no company. */
const MAXIMUM_GENERATIONS = 10;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const Year = z.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** The name of a generation in tables, like `z`. */
export const GenerationName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/, "Give lower-case letters, digits and hyphens, a letter first.")
  .describe("Name of a generation in tables");

/** Birth years of one generation, half-open: `before` belongs to the next. Without `before` it goes on. */
const GenerationRange = z.strictObject({
  name: GenerationName,
  from: Year.describe("First birth year"),
  before: Year.optional().describe("First birth year that is not in it any more; absent for the youngest"),
});
export type GenerationRange = z.infer<typeof GenerationRange>;

/** Ranges in the order of time that never overlap, so that a birth year belongs to one generation at most. */
export const GenerationRanges = z
  .array(GenerationRange)
  .min(1)
  .max(MAXIMUM_GENERATIONS)
  .superRefine((ranges, context) => {
    for (const [at, { name, from, before }] of ranges.entries()) {
      const next = ranges[at + 1];
      const issue = (field: string, message: string) =>
        context.addIssue({ code: "custom", path: [at, field], message });
      if (before !== undefined && before <= from) issue("before", "A generation ends after it has begun.");
      if (next && (before === undefined || before > next.from)) {
        issue("before", "Give a year that is not after the first one of the next generation.");
      }
      if (ranges.findIndex((other) => other.name === name) < at)
        issue("name", "Two generations have this name.");
    }
  })
  .describe("Generations by birth year, oldest first");
export type GenerationRanges = z.infer<typeof GenerationRanges>;

/**
 * What holds until the customer says otherwise: the literature's ranges overlap at their edges (1965, 1980,
 * 1997), so they are half-open.
 */
export const usualGenerations: GenerationRanges = [
  { name: "boomers", from: 1945, before: 1965 },
  { name: "x", from: 1965, before: 1980 },
  { name: "millennials", from: 1980, before: 1997 },
  { name: "z", from: 1997, before: 2010 },
  { name: "alpha", from: 2010 },
];
