import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Line } from "../text.ts";
import { Instant, LocalDate, Zone } from "../time.ts";
import { EligibilityByRole, EligibilityChange } from "./eligibility.ts";
import { formatNames } from "./format.ts";
import { programmeLifecycle } from "./lifecycle.ts";
import { Objective, ObjectiveInputs } from "./objective.ts";
import { Rules, RulesChange, RulesInput, sessionCountOf, usualRules } from "./rules.ts";
import { TemplateKey, TemplateName } from "./template.ts";
import { isEnrolmentOpen, isMatchingOpen, Window } from "./window.ts";

const MAXIMUM_MANAGERS = 20;
/** The longest notice that a reminder can give: a week. The next two sessions of a weekly plan exist that early. */
const MAXIMUM_LEAD_MINUTES = 10_080;
const ONE_DAY_MINUTES = 1_440;

const SessionMinutes = z.number().int().min(15).max(480).describe("Length of a session, in minutes");
const ReminderLeadMinutes = z
  .number()
  .int()
  .min(15)
  .max(MAXIMUM_LEAD_MINUTES)
  .describe("How long before a session its reminder comes, in minutes; whole days keep the wall time");

/** What holds where neither a client nor a template says anything. */
export const usualMinutes = { sessionMinutes: 60, reminderLeadMinutes: ONE_DAY_MINUTES };

const base = z.object({
  name: Line,
  format: z.enum(formatNames).describe("How its people meet"),
  zone: Zone.describe("Zone that its dates are meant in"),
  startsOn: LocalDate.optional().describe(
    "Day from which its weeks count, for what is asked at its start, meanwhile and at its end; left out, the day on which it begins to run",
  ),
  managers: z.array(idOf("person")).min(1).max(MAXIMUM_MANAGERS).describe("Who runs it and sees it"),
  enrolment: Window.optional().describe("When it takes participants; left out, from enrolling to its end"),
  matching: Window.optional().describe("When its people are paired; left out, from enrolling to its end"),
});

/** A new programme. What is left out comes from the template, or else is the usual. */
export const ProgrammeInput = z
  .strictObject({
    ...base.shape,
    template: TemplateKey.optional().describe("Key of a shipped template that fills what is left out"),
    sessionMinutes: SessionMinutes.optional(),
    reminderLeadMinutes: ReminderLeadMinutes.optional(),
    objectives: ObjectiveInputs.optional(),
    rules: RulesInput.optional(),
    eligibility: EligibilityChange.optional(),
  })
  .superRefine(({ objectives = [] }, context) => {
    for (const [at, { id }] of objectives.entries()) {
      if (id === undefined) continue;
      const message = "Leave it out: a new objective gets its id from us.";
      context.addIssue({ code: "custom", path: ["objectives", at, "id"], message });
    }
  });
export type ProgrammeInput = z.infer<typeof ProgrammeInput>;

/** What may change in a programme; each part may be left out. Its format stays what it is. */
export const ProgrammeChange = z.strictObject({
  name: base.shape.name.optional(),
  zone: base.shape.zone.optional(),
  startsOn: base.shape.startsOn,
  managers: base.shape.managers.optional(),
  sessionMinutes: SessionMinutes.optional(),
  reminderLeadMinutes: ReminderLeadMinutes.optional(),
  rules: RulesChange.optional().describe("Each part may be left out"),
  eligibility: EligibilityChange.optional().describe("A role's is given anew as a whole"),
  enrolment: Window.nullish().describe("`null` lets the phase decide again"),
  matching: Window.nullish().describe("`null` lets the phase decide again"),
});
export type ProgrammeChange = z.infer<typeof ProgrammeChange>;

/** Whether whoever is in the directory can ask to take part by a link, and which links are void. */
export const ApplicationLink = z.object({
  state: z.enum(["open", "closed"]),
  generation: z.number().int().describe("Links of an earlier generation are void"),
});
export type ApplicationLink = z.infer<typeof ApplicationLink>;

/** A programme as it is stored. Its parts are bounded, since each sending reads it whole. */
export const Programme = base.extend({
  id: idOf("programme"),
  phase: stateIn(programmeLifecycle),
  paused: z.boolean().describe("While paused nothing is sent; what became stale meanwhile is skipped"),
  template: TemplateName.optional().describe("The template that it was made from"),
  sessionMinutes: SessionMinutes.default(usualMinutes.sessionMinutes),
  reminderLeadMinutes: ReminderLeadMinutes.default(usualMinutes.reminderLeadMinutes),
  objectives: z.array(Objective).default([]),
  rules: Rules.default(usualRules),
  eligibility: EligibilityByRole.default({ mentor: {}, mentee: {} }),
  applicationLink: ApplicationLink.optional().describe("Absent while it never had one"),
  pauses: z
    .array(z.object({ from: Instant, to: Instant.optional() }))
    .default([])
    .describe("When it was paused; the last without its end while it still is"),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Programme = z.infer<typeof Programme>;

/** A programme as clients see it. */
export const ProgrammeView = Programme.extend({
  sessionCount: z.number().int().describe("How many sessions a pairing has by its rules"),
  enrolmentOpen: z.boolean().describe("Whether it takes participants now"),
  matchingOpen: z.boolean().describe("Whether its people are paired now"),
}).meta({ id: "Programme" });
export type ProgrammeView = z.infer<typeof ProgrammeView>;

/** A programme with what follows from it at an instant. */
export const viewOf = (programme: Programme, now: Instant): ProgrammeView => ({
  ...programme,
  sessionCount: sessionCountOf(programme.rules),
  enrolmentOpen: isEnrolmentOpen(programme, now),
  matchingOpen: isMatchingOpen(programme, now),
});
