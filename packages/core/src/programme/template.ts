import { z } from "zod";
import { LocalSentence, LocalText, LocalTitle } from "../text.ts";
import { EligibilityByRole } from "./eligibility.ts";
import { ObjectiveInputs } from "./objective.ts";
import { Rules } from "./rules.ts";

export const TemplateKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Give lower-case letters, digits and hyphens, a letter first.")
  .describe("Name of the template, the same in all its versions");

export const TemplateName = z.object({ key: TemplateKey, version: z.number().int() });

/** What a programme of one sort begins with. A version that was shipped never changes. */
export const ProgrammeTemplate = TemplateName.extend({
  title: LocalTitle,
  description: LocalText.describe("Whom it is for and what comes of it"),
  sessionMinutes: z.number().int().describe("Length of a session, in minutes"),
  objectives: ObjectiveInputs,
  rules: Rules,
  eligibility: EligibilityByRole,
  agendaTopics: z
    .array(LocalSentence)
    .describe("Main topics to choose from, in the order in which they build up"),
}).meta({ id: "ProgrammeTemplate" });
export type ProgrammeTemplate = z.infer<typeof ProgrammeTemplate>;
