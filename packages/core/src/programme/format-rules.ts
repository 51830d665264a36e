import { z } from "zod";
import { Invalid } from "../errors.ts";
import { type Format, formatOf } from "./format.ts";

/** One mentor does not hold more together. */
export const LARGEST_GROUP = 20;
/** More rounds in a row of one kind are another format. */
const MAXIMUM_ROUNDS = 6;

const GroupSize = z
  .strictObject({
    smallest: z.number().int().min(1).max(LARGEST_GROUP).describe("Mentees that a new group has at least"),
    largest: z.number().int().min(1).max(LARGEST_GROUP).describe("Mentees that a group has at most"),
  })
  .refine(({ smallest, largest }) => smallest <= largest, "Let the largest be no smaller than the smallest.");

const Rhythm = z.strictObject({
  together: z.number().int().min(1).max(MAXIMUM_ROUNDS).describe("Rounds in a row with the whole group"),
  individual: z
    .number()
    .int()
    .min(1)
    .max(MAXIMUM_ROUNDS)
    .describe("Rounds in a row in which the mentor meets each mentee alone"),
});

/** Rules that only some formats know. */
export const formatRules = {
  groupSize: GroupSize.optional().describe(
    "In group and mixed: how many mentees a mentor meets; left out, 2 to 6",
  ),
  rhythm: Rhythm.optional().describe("In mixed: which rounds follow one another; left out, one of each"),
  inPersonShare: z
    .number()
    .int()
    .min(1)
    .max(99)
    .optional()
    .describe("In blended: how many of a hundred sessions are in person; left out, 50"),
};
export type FormatRules = z.infer<z.ZodObject<typeof formatRules>>;

const usual = {
  groupSize: { smallest: 2, largest: 6 },
  rhythm: { together: 1, individual: 1 },
  inPersonShare: 50,
};

export const groupSizeOf = ({ groupSize = usual.groupSize }: FormatRules): z.infer<typeof GroupSize> =>
  groupSize;
export const inPersonShareOf = ({ inPersonShare = usual.inPersonShare }: FormatRules): number =>
  inPersonShare;

/** Whether a round of a plan, counted from 1, is of the whole group. */
export function isTogether({ rhythm = usual.rhythm }: FormatRules, ordinal: number): boolean {
  const { together, individual } = rhythm;
  return (ordinal - 1) % (together + individual) < together;
}

/** Where a round of a plan stands among those of its kind, together or in turn; both are counted from 1. */
export function placeOfItsKind(
  programme: { readonly format: Format; readonly rules: FormatRules },
  ordinal: number,
): number {
  if (formatOf(programme).sessions === "together") return ordinal;
  const { together, individual } = programme.rules.rhythm ?? usual.rhythm;
  const cycle = Math.floor((ordinal - 1) / (together + individual));
  const place = ((ordinal - 1) % (together + individual)) + 1;
  return isTogether(programme.rules, ordinal)
    ? cycle * together + place
    : cycle * individual + place - together;
}

/**
 * Whether a session of a plan, counted from 1, is in person: spread as evenly as whole sessions allow, so that after
 * each of them as many have been in person as the share says, rounded down.
 */
export function isInPerson(rules: FormatRules, ordinal: number): boolean {
  const share = inPersonShareOf(rules);
  return Math.floor((ordinal * share) / 100) > Math.floor(((ordinal - 1) * share) / 100);
}

const knows: { readonly [R in keyof FormatRules]-?: (format: ReturnType<typeof formatOf>) => boolean } = {
  groupSize: ({ gathers }) => gathers === "group",
  rhythm: ({ sessions }) => sessions === "in-turn",
  inPersonShare: ({ meets }) => meets === "both",
};

/**
 * A rule that a format does not know would be kept and never looked at.
 *
 * @throws Invalid  it names each
 */
export function requireKnownRules(programme: { readonly format: Format; readonly rules: FormatRules }): void {
  const unknown = (Object.keys(knows) as (keyof FormatRules)[]).filter(
    (rule) => programme.rules[rule] !== undefined && !knows[rule](formatOf(programme)),
  );
  if (unknown.length === 0) return;
  const issues = unknown.map((rule) => ({ path: ["rules", rule], message: "Leave it out." }));
  throw new Invalid(`The format ${programme.format} does not know ${unknown.join(" or ")}.`, { issues });
}
