import { z } from "zod";
import { Email, Line, Locale, WebAddress } from "../text.ts";
import { Instant, Zone } from "../time.ts";
import { GenerationRanges, usualGenerations } from "./generation.ts";
import { Notifications, usualNotifications } from "./quiet-times.ts";
import { Retention, StoredRetention } from "./retention.ts";
import { Holidays, usualWorkingTime, WorkingDays, WorkingHours } from "./working-time.ts";

/** The smallest group whose answers may be shown: never under three, five unless the customer says otherwise. */
const ReportingThreshold = z
  .number()
  .int()
  .min(3)
  .max(50)
  .describe("Smallest group that a result is shown for");

const base = z.object({
  name: Line.describe("Name of the customer"),
  locale: Locale.describe("Language used where a person has chosen none"),
  zone: Zone.describe("IANA time zone used where a person has none"),
  contact: z.object({ name: Line, email: Email }).describe("The human whom participants reach"),
  brandColour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "Give a colour like #0b5cad.")
    .describe("Colour of mails and pages"),
  privacyUrl: WebAddress.optional().describe("The customer's own privacy notice; linked in mails and pages"),
  reportingThreshold: ReportingThreshold,
  workingHours: WorkingHours,
  workingDays: WorkingDays,
  holidays: Holidays,
  generations: GenerationRanges,
  retention: StoredRetention,
  notifications: Notifications.default(usualNotifications),
  sending: z
    .enum(["on", "off"])
    .describe("The sending switch: while off, nothing is mailed and nothing is lost"),
  notBefore: Instant.describe(
    "Nothing that was due before this instant is mailed: a restored stack mails nobody twice",
  ),
});

/** What an administrator may change; each part may be left out, and `null` takes the optional one away. */
export const OrganisationChange = z
  .strictObject({
    ...base.shape,
    privacyUrl: base.shape.privacyUrl.nullish(),
    retention: Retention,
    notifications: Notifications,
  })
  .partial();
export type OrganisationChange = z.infer<typeof OrganisationChange>;

/** What most companies have in common, so that a stack can be set up without it. */
const usual = {
  workingHours: base.shape.workingHours.default(usualWorkingTime.workingHours),
  workingDays: base.shape.workingDays.default(usualWorkingTime.workingDays),
  holidays: base.shape.holidays.default(usualWorkingTime.holidays),
  generations: base.shape.generations.default(usualGenerations),
};

/** What a new stack is told once. */
export const OrganisationSetup = z.strictObject(
  base.omit({ sending: true, notBefore: true }).extend(usual).shape,
);
export type OrganisationSetup = z.infer<typeof OrganisationSetup>;

/** The organisation as clients see it. */
export const Organisation = base.extend({ ...usual, version: z.number().int() }).meta({ id: "Organisation" });
export type Organisation = z.infer<typeof Organisation>;
