import type { Wanted } from "../due/index.ts";
import type { Programme } from "../programme/index.ts";
import { plus } from "../time.ts";
import { remindersFor } from "./reminders.ts";
import type { Session } from "./schema.ts";

export const SESSION_INVITATION = "session.invitation";
export const SESSION_MOVE = "session.move";
export const SESSION_CANCELLATION = "session.cancellation";

/** A cancellation still tidies calendars for a day after the session would have begun. */
const CANCELLATION_HOURS = 24;

/**
 * The calendar messages that a session asks for: who is expected gets it as it stands now, and when it is
 * cancelled everyone is told. The sequence is part of the identity, so that each change is told once.
 */
export function calendarMessagesFor(session: Session): Wanted[] {
  const { sequence, start } = session;
  if (session.state === "cancelled") {
    return session.attendees.map(({ participantId }) => ({
      work: "mail",
      kind: SESSION_CANCELLATION,
      identity: { participantId, sequence },
      dueAt: session.cancelledAt ?? session.updatedAt,
      expiresAt: plus(start, { hours: CANCELLATION_HOURS }),
    }));
  }
  if (session.state !== "planned") return [];
  return session.attendees
    .filter(({ state }) => state === "expected")
    .map(({ participantId }) => ({
      work: "mail",
      kind: sequence === 0 ? SESSION_INVITATION : SESSION_MOVE,
      identity: { participantId, sequence },
      dueAt: session.scheduledAt,
      expiresAt: start,
    }));
}

/** All that must be mailed about a session as it stands. */
export const messagesFor = (session: Session, programme: Programme): Wanted[] => [
  ...calendarMessagesFor(session),
  ...remindersFor(session, programme),
];
