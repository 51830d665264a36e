import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import type { CalendarEntry, CancellationCause, SessionMove } from "../mail.ts";
import { isErased, isSuppressed } from "../person/index.ts";
import { mayHold, mustWait, SESSION_MOVE, sequenceFor, takeLine } from "../session/index.ts";
import { calendarMessageOf } from "./aftermath.ts";
import { heldBack } from "./held-back.ts";
import { cannotComeLink } from "./session-links.ts";
import {
  aboutSession,
  readSession,
  type SessionRead,
  takesPlaceWith,
  unchangedSince,
} from "./session-mail.ts";
import type { Verdict } from "./verdict.ts";

/** A message waits this long for the one before it; settling that one calls it earlier. */
const SERIAL_MINUTES = 5;

const entryOf = ({ session, participant }: SessionRead): CalendarEntry => ({
  uid: `${session.id}@viceversa`,
  sequence: sequenceFor(session, participant.id),
  stamp: session.updatedAt,
});

/** A request is wanted while its session stands as the message says. */
export async function decideInvitation(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const stands =
    read &&
    takesPlaceWith(read) &&
    sequenceFor(read.session, read.participant.id) === due.identity["sequence"];
  if (!stands || isSuppressed(read.mailbox)) return { verdict: "unwanted" };
  const held = heldBack(read, due) ?? inTurn(read, due);
  if (held) return held;
  const request = {
    ...(await aboutSession(ctx, read)),
    calendar: entryOf(read),
    cannotCome: await cannotComeLink(ctx, read),
  };
  return {
    verdict: "send",
    mail:
      due.kind === SESSION_MOVE
        ? { kind: "session.move", ...request, ...lastTold(read) }
        : { kind: "session.invitation", ...request },
    unchanged: [...unchangedSince(read), takeLine(calendarMessageOf(due))],
    recipient: read,
  };
}

/** Of two moves in a row the reader may have missed the first: what was before is told only to whoever knew of it. */
function lastTold({ before, line }: SessionRead): Pick<SessionMove, "before"> {
  return before && line?.heldSequence === before.sequence ? { before } : {};
}

/**
 * A cancellation goes to whoever may hold the session in her calendar, also after a withdrawal, an opt-out or
 * in a pause; only suppression, erasure and the switch stop it.
 */
export async function decideCancellation(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const stands = read && (read.session.state === "cancelled" || isCalledOff(read)) && mayHold(read.line);
  if (!stands || isErased(read.person) || isSuppressed(read.mailbox)) return { verdict: "unwanted" };
  const held = heldBack(read, due, { evenInPause: true }) ?? inTurn(read, due);
  if (held) return held;
  return {
    verdict: "send",
    mail: {
      kind: "session.cancellation",
      ...(await aboutSession(ctx, read)),
      calendar: entryOf(read),
      cause: causeOf(read),
    },
    unchanged: [...unchangedSince(read), takeLine(calendarMessageOf(due))],
    recipient: read,
  };
}

/** Whether the reader alone is called off. */
const isCalledOff = ({ session, participant }: SessionRead): boolean =>
  session.attendees.some(
    ({ participantId, state }) => participantId === participant.id && state === "cannot",
  );

/** Whoever could not come is not told the own reason; a manager's cancellation and a pairing's end name nobody. */
function causeOf(read: SessionRead): CancellationCause {
  const { cancellation, participant, participants, others } = read;
  if (isCalledOff(read)) return { who: "without-reader" };
  const { cancelledBy, cancellationReason } = cancellation;
  if (cancelledBy === participant.id) return { who: "reader" };
  const reason = cancellationReason ? { reason: cancellationReason } : {};
  const absentee = participants.find(({ id }) => id === cancelledBy);
  const person = absentee && others.find(({ id }) => id === absentee.personId);
  return person && !isErased(person)
    ? { who: "another", name: person.name, ...reason }
    : { who: "nobody", ...reason };
}

const inTurn = ({ line }: SessionRead, { id }: DueMail): Verdict | undefined =>
  mustWait(line, id) ? { verdict: "hold", minutes: SERIAL_MINUTES } : undefined;
