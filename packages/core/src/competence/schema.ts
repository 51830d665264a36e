import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Line, LocalSentence } from "../text.ts";
import { Instant } from "../time.ts";
import { competenceLevels } from "./levels.ts";
import { competenceLifecycle } from "./lifecycle.ts";

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9.-]{0,39}$/, "Give lower-case letters, digits, dots and hyphens, a letter first.");

/** What is shipped now or later begins like this, so that no key of a customer is ever in its way. */
const OURS = /^(digcomp|soft)([.-]|$)/;
const OwnKey = Key.refine((key) => !OURS.test(key), "Choose another key: digcomp and soft are ours.");

const Source = z
  .strictObject({
    work: Line.describe("The framework or text that it is taken from"),
    version: Line.optional(),
    citation: Line.optional().describe("Where it was published"),
    licence: Line.describe("Under which licence its wording is used"),
    changes: Line.optional().describe("What was changed or added"),
  })
  .describe("Where it is from");

const Levels = z
  .strictObject({
    basic: LocalSentence,
    intermediate: LocalSentence,
    advanced: LocalSentence,
    "highly-advanced": LocalSentence,
  })
  .describe("What each level means, in words that a person recognises herself in");

const base = z.object({
  title: LocalSentence,
  description: LocalSentence.describe("What it is about"),
  area: z.strictObject({ key: Key, title: LocalSentence }).describe("What it belongs to"),
  source: Source.optional(),
});
const OwnArea = z.strictObject({ key: OwnKey, title: LocalSentence });

export const CompetenceInput = z.strictObject({
  ...base.shape,
  key: OwnKey.describe("Its stable name; its id follows from it"),
  area: OwnArea.describe("What it belongs to"),
  levels: Levels.optional().describe("What each level means; left out, the general description counts"),
});
export type CompetenceInput = z.infer<typeof CompetenceInput>;

/** What may change in a competence; its key stays. `null` takes an optional part away. */
export const CompetenceChange = z.strictObject({
  title: LocalSentence.optional(),
  description: LocalSentence.optional(),
  area: OwnArea.optional(),
  levels: Levels.nullish(),
  source: Source.nullish(),
});
export type CompetenceChange = z.infer<typeof CompetenceChange>;

/** A customer's own competence as it is stored. */
const OwnCompetence = base.extend({
  id: idOf("competence"),
  key: Key,
  levels: Levels.optional(),
  state: stateIn(competenceLifecycle),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type OwnCompetence = z.infer<typeof OwnCompetence>;

export const Competence = OwnCompetence.extend({
  kind: z.enum(["digital", "soft", "own"]).describe("Digital and soft ones are shipped"),
  levels: Levels,
}).meta({ id: "Competence" });
export type Competence = z.infer<typeof Competence>;

/** A customer's own competence out of the table. */
export const ownCompetenceOf = (item: unknown): OwnCompetence => OwnCompetence.parse(item);

const generalLevels: Competence["levels"] = {
  basic: competenceLevels.basic.description,
  intermediate: competenceLevels.intermediate.description,
  advanced: competenceLevels.advanced.description,
  "highly-advanced": competenceLevels["highly-advanced"].description,
};

/** A customer's own competence as everybody sees it: with the general levels where it has none of its own. */
export const ownView = (own: OwnCompetence): Competence => ({
  ...own,
  kind: "own",
  levels: own.levels ?? generalLevels,
});
