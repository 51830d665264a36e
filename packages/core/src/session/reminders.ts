import type { Wanted } from "../due/index.ts";
import type { Programme } from "../programme/index.ts";
import { dueBefore } from "../time.ts";
import type { Session } from "./schema.ts";

export const SESSION_REMINDER = "session.reminder";

/**
 * The reminders that a session asks for: one for each attendee who is expected, at the programme's lead, and
 * none for what is over or called off. Its start is part of a reminder's identity, so that a moved session
 * reminds anew; its lead is not, so that a new lead moves what is planned and repeats nothing. Whoever fixes a session at shorter notice than the lead has just told everybody: no reminder.
 */
export function remindersFor(
  session: Pick<Session, "state" | "attendees" | "localStart" | "zone" | "start" | "scheduledAt">,
  { reminderLeadMinutes }: Pick<Programme, "reminderLeadMinutes">,
): Wanted[] {
  const dueAt = dueBefore(session.localStart, session.zone, reminderLeadMinutes);
  if (session.state !== "planned" || dueAt <= session.scheduledAt) return [];
  return session.attendees
    .filter(({ state }) => state === "expected")
    .map(({ participantId }) => ({
      work: "mail",
      kind: SESSION_REMINDER,
      identity: { participantId, start: session.start, reminder: 1 },
      dueAt,
      expiresAt: session.start,
    }));
}
