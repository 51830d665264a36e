import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { readProgramme, requireVenue } from "../programme/index.ts";
import { all, equal, put } from "../table.ts";
import { askedAgain } from "./attendee.ts";
import { getSession } from "./get.ts";
import { sessionItem, sessionRef } from "./items.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import { requireNeeded } from "./needed.ts";
import { type Session, SessionBefore, type SessionMove } from "./schema.ts";
import { hasBegun, whenOf } from "./when.ts";

/**
 * Moves a planned session to another time, and to another place if one is given: its sequence rises, everyone
 * gets the new time, and reminders follow. Who could not come at the old one is asked again.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such session
 * @throws Invalid  the new time is past or does not exist, or the venue does not fit the format
 * @throws Conflict  the session has begun or is cancelled, or the others can meet without the participant who asks
 * @throws PreconditionFailed  somebody changed it since that version: of two movers one wins
 */
export async function moveSession(
  ctx: Context,
  { id, version, to }: { id: Id<"session">; version: number; to: SessionMove },
): Promise<Session> {
  const before = await getSession(ctx, id);
  await requireNeeded(ctx, before);
  return moveTo(ctx, before, { version, to });
}

/** Moves a session as it was read; whoever asks has a say in it. */
export async function moveTo(
  ctx: Context,
  before: Session,
  { version, to }: { version: number; to: SessionMove },
): Promise<Session> {
  const { id } = before;
  if (before.state !== "planned") throw notMovable(before);
  const now = ctx.clock.now();
  if (before.start <= now) throw hasBegun("moved");
  if (before.version !== version) throw stale("session");
  if (to.venue) requireVenue(to.venue, (await readProgramme(ctx, before.programmeId)).format);
  const { proposal: _, ...standing } = before;
  const after: Session = {
    ...standing,
    ...whenOf(to, now),
    minutes: to.minutes ?? before.minutes,
    venue: to.venue ?? before.venue,
    attendees: before.attendees.map((one) =>
      one.away === "excused" ? askedAgain(one, { sequence: before.sequence + 1 }) : one,
    ),
    sequence: before.sequence + 1,
    version: version + 1,
    updatedAt: now,
  };
  const item = { ...sessionItem(after), before: SessionBefore.parse(before) };
  const outcome = await commit(ctx, {
    changes: [put(item, all(equal("state", "planned"), equal("version", version)))],
    audit: {
      action: "session.moved",
      subject: sessionRef(id),
      facts: { from: before.start, to: after.start },
    },
    marks: [sessionRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw stale("session");
}

const notMovable = ({ state }: Session): Conflict =>
  new Conflict(
    `This session is ${state} and cannot be moved.`,
    illegalTransition(sessionLifecycle, state, "planned").data,
  );
