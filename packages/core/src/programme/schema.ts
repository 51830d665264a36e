import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { Line } from "../text.ts";
import { Instant, Zone } from "../time.ts";
import { formatNames, formats } from "./format.ts";
import { programmeLifecycle } from "./lifecycle.ts";

const MAXIMUM_MANAGERS = 20;
/** The longest notice that a reminder can give: a week. The next two sessions of a weekly plan exist that early. */
const MAXIMUM_LEAD_MINUTES = 10_080;
const ONE_DAY_MINUTES = 1_440;

const base = z.object({
  name: Line,
  format: z.enum(formatNames).describe("How its people meet"),
  zone: Zone.describe("Zone that its dates are meant in"),
  managers: z.array(idOf("person")).min(1).max(MAXIMUM_MANAGERS).describe("Who runs it and sees it"),
  sessionMinutes: z.number().int().min(15).max(480).default(60).describe("Length of a session, in minutes"),
  reminderLeadMinutes: z
    .number()
    .int()
    .min(15)
    .max(MAXIMUM_LEAD_MINUTES)
    .default(ONE_DAY_MINUTES)
    .describe("How long before a session its reminder comes, in minutes; whole days keep the wall time"),
});

export const ProgrammeInput = z.strictObject(base.shape).superRefine(({ format }, context) => {
  if (formats[format].available) return;
  const available = formatNames.filter((name) => formats[name].available).join(" or ");
  context.addIssue({ code: "custom", path: ["format"], message: `Not yet: choose ${available}.` });
});
export type ProgrammeInput = z.infer<typeof ProgrammeInput>;

/** What may change in a programme; each part may be left out. Its format stays what it is. */
export const ProgrammeChange = z.strictObject({
  name: base.shape.name.optional(),
  zone: base.shape.zone.optional(),
  managers: base.shape.managers.optional(),
  sessionMinutes: base.shape.sessionMinutes.unwrap().optional(),
  reminderLeadMinutes: base.shape.reminderLeadMinutes.unwrap().optional(),
});
export type ProgrammeChange = z.infer<typeof ProgrammeChange>;

export const Programme = base
  .extend({
    id: idOf("programme"),
    phase: stateIn(programmeLifecycle),
    paused: z.boolean().describe("While paused nothing is sent; what became stale meanwhile is skipped"),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Programme" });
export type Programme = z.infer<typeof Programme>;
