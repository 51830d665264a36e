import { z } from "zod";
import { Email, Line, Locale } from "../text.ts";
import { Instant, Zone } from "../time.ts";
import { Retention, StoredRetention } from "./retention.ts";

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
  reportingThreshold: ReportingThreshold,
  retention: StoredRetention,
  sending: z
    .enum(["on", "off"])
    .describe("The sending switch: while off, nothing is mailed and nothing is lost"),
  notBefore: Instant.describe(
    "Nothing that was due before this instant is mailed: a restored stack mails nobody twice",
  ),
});

/** What an administrator may change; each part may be left out. */
export const OrganisationChange = z.strictObject({ ...base.shape, retention: Retention }).partial();
export type OrganisationChange = z.infer<typeof OrganisationChange>;

/** What a new stack is told once. */
export const OrganisationSetup = z.strictObject(base.omit({ sending: true, notBefore: true }).shape);
export type OrganisationSetup = z.infer<typeof OrganisationSetup>;

/** The organisation as clients see it. */
export const Organisation = base.extend({ version: z.number().int() }).meta({ id: "Organisation" });
export type Organisation = z.infer<typeof Organisation>;
