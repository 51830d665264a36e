import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Line, LocalSentence, LocalText } from "../text.ts";
import { Instant } from "../time.ts";
import { indicatorLifecycle } from "./lifecycle.ts";

/** What a value may be at all, and to how many decimals: so that a double holds each one exactly. */
const LARGEST_VALUE = 1e12;
const MAXIMUM_DECIMALS = 3;
/** A unit stands behind a number and in a column of a file. */
const MAXIMUM_UNIT = 30;

/** The units that reports have words for; any other text is a unit of the customer's own. */
export const knownUnits = ["percent", "days", "count", "score"] as const;

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Give lower-case letters, digits and hyphens, a letter first.")
  .describe("Name of the indicator in files and programs; for good");

/** A unit as an indicator and its observations name it; the same text in every language. */
export const Unit = Line.max(MAXIMUM_UNIT, `Give at most ${MAXIMUM_UNIT} characters.`).describe(
  `One of ${knownUnits.join(", ")}, or a unit of your own, like €; the same in every language`,
);

/** A number that a value can be; infinity and what is no number are refused. */
export const Quantity = z
  .number("Give a number, like 12.5.")
  .min(-LARGEST_VALUE, "Give a number that is not so far below 0.")
  .max(LARGEST_VALUE, "Give a smaller number.");

const base = z.object({
  key: Key,
  title: LocalSentence,
  description: LocalText.describe("What is measured, on whom and how often, so that all measure the same"),
  unit: Unit,
  direction: z.enum(["up", "down"]).describe("Which way is better"),
  minimum: Quantity.describe("Smallest plausible value; anything below is refused as a slip"),
  maximum: Quantity.describe("Largest plausible value; anything above is refused as a slip"),
  decimals: z
    .number()
    .int()
    .min(0)
    .max(MAXIMUM_DECIMALS)
    .default(0)
    .describe("How many decimals a value has at most"),
});

/** What is wrong with the plausible values of an indicator, if anything. */
export const rangeIssues = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  minimum < maximum ? [] : [{ path: ["maximum"], message: "Give more than the minimum." }];

export const IndicatorInput = z.strictObject(base.shape).superRefine((input, context) => {
  for (const issue of rangeIssues(input)) context.addIssue({ code: "custom", ...issue });
});
export type IndicatorInput = z.infer<typeof IndicatorInput>;

/**
 * What may change in an indicator; each part may be left out. Key and unit stay, because the observations that
 * are there have them.
 */
export const IndicatorChange = z.strictObject({
  title: base.shape.title.optional(),
  description: base.shape.description.optional(),
  direction: base.shape.direction.optional(),
  minimum: base.shape.minimum.optional(),
  maximum: base.shape.maximum.optional(),
  decimals: base.shape.decimals.unwrap().optional(),
});
export type IndicatorChange = z.infer<typeof IndicatorChange>;

/** A quantitative series that shows whether a programme works. It is about groups and never about one person. */
export const Indicator = base
  .extend({
    id: idOf("indicator"),
    origin: z.enum(["shipped", "customer"]).describe("Who brought it"),
    state: stateIn(indicatorLifecycle),
    version: z.number().int().describe("Of a shipped one: its edition"),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Indicator" });
export type Indicator = z.infer<typeof Indicator>;
