import type { Context } from "../context.ts";
import { DUE_PREFIX, type DueMail, dueWorkOf } from "../due/index.ts";
import { partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { CalendarEntry } from "../mail.ts";
import { isSuppressed } from "../person/index.ts";
import {
  type CalendarMessage,
  mayHold,
  mustWait,
  SESSION_CANCELLATION,
  SESSION_INVITATION,
  SESSION_MOVE,
  takeLine,
} from "../session/index.ts";
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
const calendarKinds = [SESSION_INVITATION, SESSION_MOVE, SESSION_CANCELLATION];

/** The message as the calendar line knows it. */
export const calendarMessageOf = ({ entity, identity, id }: DueMail): CalendarMessage => ({
  sessionId: entity.id as Id<"session">,
  participantId: identity["participantId"] as Id<"participant">,
  sequence: Number(identity["sequence"]),
  due: id,
});

const entryOf = ({ session }: SessionRead): CalendarEntry => ({
  uid: `${session.id}@viceversa`,
  sequence: session.sequence,
  stamp: session.updatedAt,
});

/** A request is wanted while its session stands as the message says. */
export async function decideInvitation(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const stands = read && takesPlaceWith(read) && read.session.sequence === due.identity["sequence"];
  if (!stands || isSuppressed(read.mailbox)) return { verdict: "unwanted" };
  const held = heldBack(read, due) ?? inTurn(read, due);
  if (held) return held;
  return {
    verdict: "send",
    mail: {
      kind: due.kind === SESSION_MOVE ? "session.move" : "session.invitation",
      ...aboutSession(read),
      calendar: entryOf(read),
      cannotCome: await cannotComeLink(ctx, read),
    },
    unchanged: [...unchangedSince(read), takeLine(calendarMessageOf(due))],
  };
}

/**
 * A cancellation goes to whoever may hold the session in her calendar, also after a withdrawal, an opt-out or
 * in a pause; only suppression, erasure and the switch stop it.
 */
export async function decideCancellation(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const stands = read?.session.state === "cancelled" && mayHold(read.line);
  const isErased = read?.person.state === "erased";
  if (!stands || isErased || isSuppressed(read.mailbox)) return { verdict: "unwanted" };
  const held = heldBack(read, due, { evenInPause: true }) ?? inTurn(read, due);
  if (held) return held;
  const { cancelledBy, cancellationReason: reason } = read.cancellation;
  const toOthers = cancelledBy !== read.participant.id;
  return {
    verdict: "send",
    mail: {
      kind: "session.cancellation",
      ...aboutSession(read),
      calendar: entryOf(read),
      ...(toOthers && reason && { reason }),
    },
    unchanged: [...unchangedSince(read), takeLine(calendarMessageOf(due))],
  };
}

const inTurn = ({ line }: SessionRead, { id }: DueMail): Verdict | undefined =>
  mustWait(line, id) ? { verdict: "hold", minutes: SERIAL_MINUTES } : undefined;

/** Calls the messages that waited for this one. */
export async function callNext(ctx: Context, settled: DueMail): Promise<void> {
  const partition = partitionOf(settled.entity);
  const { items } = await ctx.table.query({ partition, sort: { beginsWith: DUE_PREFIX }, limit: 100 });
  const now = ctx.clock.now();
  const waiting = items
    .map(dueWorkOf)
    .filter(
      ({ kind, state, identity, dueAt }) =>
        calendarKinds.includes(kind) &&
        state === "planned" &&
        dueAt <= now &&
        identity["participantId"] === settled.identity["participantId"],
    );
  for (const { entity, id } of waiting) await ctx.queue.send("due", { message: "send", entity, id });
}
