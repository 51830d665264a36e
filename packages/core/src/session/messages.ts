import type { Wanted } from "../due/index.ts";
import type { Programme } from "../programme/index.ts";
import { plus } from "../time.ts";
import { type Attendee, sequenceFor } from "./attendee.ts";
import { completionFor, endOf } from "./complete.ts";
import { remindersFor } from "./reminders.ts";
import type { Session } from "./schema.ts";

export const SESSION_INVITATION = "session.invitation";
export const SESSION_MOVE = "session.move";
export const SESSION_CANCELLATION = "session.cancellation";
export const SESSION_PROPOSAL = "session.proposal";
export const SESSION_FOLLOW_UP = "session.follow-up";

/** How long after its end a session is asked about, and for how long asking makes sense. */
const FOLLOW_UP_MINUTES = 30;
const FOLLOW_UP_HOURS = 5 * 24;

/** A cancellation still tidies calendars for a day after the session would have begun. */
const CANCELLATION_HOURS = 24;

/**
 * The calendar messages that a session asks for: who is expected gets it as it stands now, who is called off
 * alone is told so, and when it is cancelled everyone is. The sequence is part of the identity, so that each change is told once.
 */
export function calendarMessagesFor(session: Session): Wanted[] {
  const { start } = session;
  const identityFor = ({ participantId }: Attendee) => ({
    participantId,
    sequence: sequenceFor(session, participantId),
  });
  const isInvited = ({ participantId, invitedAs = 0 }: Attendee): boolean =>
    sequenceFor(session, participantId) === invitedAs;
  const cancellationTo = (attendee: Attendee): Wanted => ({
    work: "mail",
    kind: SESSION_CANCELLATION,
    identity: identityFor(attendee),
    dueAt: session.cancelledAt ?? session.updatedAt,
    expiresAt: plus(start, { hours: CANCELLATION_HOURS }),
  });
  if (session.state === "cancelled") return session.attendees.map(cancellationTo);
  if (session.state !== "planned") return [];
  const requests = session.attendees
    .filter(({ state }) => state === "expected")
    .map(
      (attendee): Wanted => ({
        work: "mail",
        kind: isInvited(attendee) ? SESSION_INVITATION : SESSION_MOVE,
        identity: identityFor(attendee),
        dueAt: session.scheduledAt,
        expiresAt: start,
      }),
    );
  return [...requests, ...session.attendees.filter(({ state }) => state === "cannot").map(cancellationTo)];
}

/** That another has proposed another time; it waits until the session begins, at the longest. */
export function proposalsFor({ state, proposal, attendees, start }: Session): Wanted[] {
  if (state !== "planned" || !proposal) return [];
  return attendees
    .filter(({ state, participantId }) => state === "expected" && participantId !== proposal.by)
    .map(({ participantId }) => ({
      work: "mail",
      kind: SESSION_PROPOSAL,
      identity: { participantId, proposedAt: proposal.proposedAt },
      dueAt: proposal.proposedAt,
      expiresAt: start,
    }));
}

/**
 * After a session, one mail to each attendee who has not said yet whether it took place. While it is to come it
 * is planned for everybody; once a manager has recorded who was there, nobody needs to be asked.
 */
export function followUpsFor(session: Session): Wanted[] {
  const { state, outcome, attendees } = session;
  if (state === "cancelled" || outcome?.known === "recorded" || outcome?.known === "assumed") return [];
  const said = new Set([...(outcome?.confirmedBy ?? []), ...(outcome?.deniedBy ?? [])]);
  const dueAt = plus(endOf(session), { minutes: FOLLOW_UP_MINUTES });
  return attendees
    .filter((attendee) => attendee.state !== "cannot" && !said.has(attendee.participantId))
    .map(({ participantId }) => ({
      work: "mail",
      kind: SESSION_FOLLOW_UP,
      identity: { participantId, start: session.start },
      dueAt,
      expiresAt: plus(dueAt, { hours: FOLLOW_UP_HOURS }),
    }));
}

/** All that must be done about a session as it stands: its mails, and its completion by rule. */
export const messagesFor = (session: Session, programme: Programme): Wanted[] => [
  ...calendarMessagesFor(session),
  ...remindersFor(session, programme),
  ...proposalsFor(session),
  ...followUpsFor(session),
  ...completionFor(session),
];
