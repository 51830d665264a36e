import { z } from "zod";
import { idOf } from "../ids.ts";
import { Line, LocalSentence } from "../text.ts";
import { Instant } from "../time.ts";

/** A page that takes longer than a few minutes is not finished. */
const MAXIMUM_ITEMS = 60;
/** What one comment holds, in characters. */
export const MAXIMUM_COMMENT = 2_000;

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Give lower-case letters, digits and hyphens, a letter first.")
  .refine((key) => !(key in {}), "Choose another key: this one means something to programs.")
  .describe("Name of the item in tables");

const ScaleItem = z.strictObject({
  kind: z.literal("scale"),
  key: Key,
  text: LocalSentence,
  subscale: Key.describe("Dimension that it measures"),
  reverse: z.boolean().default(false).describe("A high answer is bad: scored the other way round"),
});
const CommentItem = z.strictObject({ kind: z.literal("comment"), key: Key, text: LocalSentence });
export const InstrumentItem = z.discriminatedUnion("kind", [ScaleItem, CommentItem]);
export type InstrumentItem = z.infer<typeof InstrumentItem>;

/** Whom an instrument asks. */
export const Audience = z
  .array(z.enum(["mentor", "mentee"]))
  .min(1)
  .max(2)
  .refine((roles) => new Set(roles).size === roles.length, "Name each role once.");

const base = z.object({
  key: Key.describe("Name of the instrument, the same in all its versions"),
  version: z
    .number()
    .int()
    .min(1)
    .max(1_000)
    .describe("Versions follow one another from 1; each is for good"),
  title: LocalSentence,
  audience: Audience.optional().describe(
    "Whom the waves of a programme's rules ask with it; left out, everybody",
  ),
  scale: z
    .array(LocalSentence)
    .min(3)
    .max(11)
    .describe("What each answer means, from the lowest, which counts 1, to the highest"),
  items: z.array(InstrumentItem).min(1).max(MAXIMUM_ITEMS),
  licence: Line.describe("Under which licence its wording is used"),
  citation: Line.optional().describe("Where it was published"),
});

export const InstrumentInput = z.strictObject(base.shape).superRefine(({ items }, context) => {
  const keys = items.map(({ key }) => key);
  for (const [at, key] of keys.entries()) {
    if (keys.indexOf(key) === at) continue;
    context.addIssue({ code: "custom", path: ["items", at, "key"], message: "Two items have this key." });
  }
  if (items.some(({ kind }) => kind === "scale")) return;
  const message = "Ask at least one item on the scale: comments alone are never counted.";
  context.addIssue({ code: "custom", path: ["items"], message });
});
export type InstrumentInput = z.infer<typeof InstrumentInput>;

export const Instrument = base
  .extend({
    id: idOf("instrument"),
    origin: z.enum(["shipped", "customer"]).describe("Who brought it"),
    createdAt: Instant,
  })
  .meta({ id: "Instrument" });
export type Instrument = z.infer<typeof Instrument>;
