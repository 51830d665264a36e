import { z } from "zod";
import { idOf } from "../ids.ts";
import { LocalText } from "../text.ts";
import { Instant } from "../time.ts";

/** What a manager is called for, the most urgent first. The names are part of the API. */
export const alertCodes = [
  "address-closed",
  "session-disputed",
  "pairing-quiet",
  "response-low",
  "decision-overdue",
  "rematch-proposed",
  "rematch-needed",
  "prepared-unmatched",
  "preparation-overdue",
  "application-overdue",
] as const;
export const AlertCode = z
  .enum(alertCodes)
  .describe(
    [
      "address-closed: no mail reaches a participant any more",
      "session-disputed: the members of a pairing say different things about whether they met",
      "pairing-quiet: a pairing has not met, also a week after it was nudged",
      "response-low: few have answered a questionnaire that closes soon",
      "decision-overdue: a participant waits for the manager's decision",
      "rematch-proposed: after a decline, a withdrawal or an unwinding a new matching proposal waits for the manager",
      "rematch-needed: people whose pairing is over are free again, and no run has found anybody for them",
      "prepared-unmatched: somebody who is prepared is in no pairing",
      "preparation-overdue: somebody who was approved has not finished preparing",
      "application-overdue: somebody who was invited has not answered",
    ].join("; "),
  );
export type AlertCode = z.infer<typeof AlertCode>;

/** Something that needs the manager, as things stand; nothing of what sessions or answers say. */
export const Alert = z
  .object({
    code: AlertCode,
    sentence: LocalText.describe("What to know and what to do, by language"),
    about: z.object({
      type: z.enum(["participant", "pairing", "session", "wave", "matchingRun"]),
      id: z.string(),
    }),
    participants: z.array(idOf("participant")).describe("Whom it concerns"),
    since: Instant.describe("From when on it needed her"),
  })
  .meta({ id: "Alert" });
export type Alert = z.infer<typeof Alert>;

/** More than this at once is no list of exceptions any more; the counts tell of all. */
export const MAXIMUM_ALERTS = 500;

/** What needs a manager in a programme. */
export const Alerts = z
  .object({
    counts: z.partialRecord(AlertCode, z.number().int()).describe("How many there are, by code"),
    items: z
      .array(Alert)
      .describe(`The most urgent first, the oldest of a code before the others; ${MAXIMUM_ALERTS} at most`),
  })
  .meta({ id: "Alerts" });
export type Alerts = z.infer<typeof Alerts>;
