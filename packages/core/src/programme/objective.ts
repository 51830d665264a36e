import { z } from "zod";
import type { Context } from "../context.ts";
import { idOf, mintSortable } from "../ids.ts";
import { Instrument } from "../instrument/index.ts";
import { invariant } from "../invariant.ts";
import { LocalTitle } from "../text.ts";

/** What more than a dozen objectives ask for, no programme reaches; and each sending reads its programme whole. */
const MAXIMUM_OBJECTIVES = 12;
/** An objective that needs more to be shown is two. */
const MAXIMUM_EVIDENCE = 6;

/** What a programme is for. The customer's own has no title but the one that is given. */
export const objectiveTitles = {
  "digital-gap": { it: "Ridurre il divario digitale", en: "Narrow the digital gap" },
  "technology-adoption": {
    it: "Adottare più in fretta le nuove tecnologie",
    en: "Adopt new technologies sooner",
  },
  "inter-generational-collaboration": {
    it: "Far collaborare le generazioni",
    en: "Have generations work together",
  },
  "soft-skills-of-young-talent": {
    it: "Far crescere le competenze trasversali dei giovani talenti",
    en: "Grow the soft skills of young talent",
  },
  own: undefined,
} as const satisfies Record<string, LocalTitle | undefined>;
export type ObjectiveKind = keyof typeof objectiveTitles;
const objectiveKinds = Object.keys(objectiveTitles) as [ObjectiveKind, ...ObjectiveKind[]];

/** The form of every name that tables and indicators are known by. */
const Key = Instrument.shape.key;

/** Where it will be seen whether an objective is reached, each by name: what it names may come later. */
export const Evidence = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("subscale"),
    instrumentKey: Key,
    subscale: Key.describe("Dimension of that instrument"),
  }),
  z.strictObject({ kind: z.literal("indicator"), key: Key.describe("Name of an indicator") }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** What the table keeps exactly: neither beyond a trillion nor so near to zero that it is none. */
const Measure = z
  .number()
  .min(-1e12)
  .max(1e12)
  .refine((value) => value === 0 || Math.abs(value) >= 1e-6, "Give zero or at least a millionth.");

const base = z.object({
  kind: z.enum(objectiveKinds),
  title: LocalTitle.optional().describe("Left out, the usual one of its kind"),
  evidence: z
    .array(Evidence)
    .max(MAXIMUM_EVIDENCE)
    .refine((all) => new Set(all.map(evidenceName)).size === all.length, "Name each evidence once.")
    .default([])
    .describe("What will show whether it is reached; needed before the programme opens"),
  baseline: Measure.optional().describe("Where it stands before the programme, once that is known"),
  target: z
    .strictObject({
      value: Measure.describe("What is to be reached"),
      direction: z.enum(["up", "down"]).describe("Whether more or less of it is better"),
      unit: LocalTitle.describe("What it is measured in"),
    })
    .describe("What is to be reached, in the unit of the baseline"),
});

/** An evidence as one word, the same for the same evidence. */
export const evidenceName = (evidence: Evidence): string =>
  evidence.kind === "indicator" ? evidence.key : `${evidence.instrumentKey}/${evidence.subscale}`;

/** An objective as a client gives it. With the id of one that the programme has, it stays that one. */
export const ObjectiveInput = z
  .strictObject({ id: idOf("objective").optional(), ...base.shape })
  .superRefine(({ kind, title, baseline, target }, context) => {
    if (objectiveTitles[kind] === undefined && title === undefined) {
      context.addIssue({ code: "custom", path: ["title"], message: "Give your own objective a title." });
    }
    if (baseline === undefined) return;
    const away = target.direction === "up" ? target.value < baseline : target.value > baseline;
    if (!away) return;
    const side = target.direction === "up" ? "below" : "above";
    const message = `A target that goes ${target.direction} does not lie ${side} the baseline.`;
    context.addIssue({ code: "custom", path: ["target", "value"], message });
  });
export type ObjectiveInput = z.infer<typeof ObjectiveInput>;

export const ObjectiveInputs = z
  .array(ObjectiveInput)
  .max(MAXIMUM_OBJECTIVES)
  .superRefine((objectives, context) => {
    const ids = objectives.map(({ id }) => id);
    for (const [at, id] of ids.entries()) {
      if (id === undefined || ids.indexOf(id) === at) continue;
      context.addIssue({ code: "custom", path: [at, "id"], message: "Two objectives have this id." });
    }
  });

/**
 * An objective of a programme. It is part of the programme's item: whoever reads the programme needs it, a few
 * managers change it a few times, and no request writes to it, so that it heats nothing.
 */
export const Objective = base.extend({ id: idOf("objective"), title: LocalTitle });
export type Objective = z.infer<typeof Objective>;

/** Objectives as they are stored: each with an id of its own and a title. */
export const objectivesFrom = (
  { ids }: Pick<Context, "ids">,
  inputs: readonly ObjectiveInput[],
): Objective[] =>
  inputs.map((input) => {
    const title = input.title ?? objectiveTitles[input.kind];
    invariant(title, "only the customer's own objectives have no usual title");
    return { ...input, title, id: input.id ?? mintSortable(ids, "objective") };
  });
