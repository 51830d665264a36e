import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { Person, personKey } from "../person/index.ts";
import { getSession, type Session } from "../session/index.ts";

/** A session as one of its attendees opens it by a mailed link. */
export interface OpenedSession {
  readonly session: Session;
  /** The others, by their participant ids. */
  readonly names: ReadonlyMap<Id<"participant">, string>;
}

/**
 * Opens a session for one of its attendees; changes nothing.
 *
 * @throws NotFound  there is no such session, or she is not expected at it
 */
export async function openSession(
  ctx: Context,
  { sessionId, participantId }: { sessionId: Id<"session">; participantId: Id<"participant"> },
): Promise<OpenedSession> {
  const session = await getSession(ctx, sessionId);
  const ids = session.attendees.map((attendee) => attendee.participantId);
  if (!ids.includes(participantId)) throw new NotFound("This link leads nowhere.");
  const others = ids.filter((id) => id !== participantId);
  const participants = await ctx.table.getMany(others.map((id) => entityKey(participantRef(id))));
  const found = participants.flatMap((item) => (item ? [Participant.parse(item)] : []));
  const people = await ctx.table.getMany(found.map(({ personId }) => personKey(personId)));
  const names = found.flatMap(({ id }, at) => {
    const item = people[at];
    return item ? [[id, Person.parse(item).name] as const] : [];
  });
  return { session, names: new Map(names) };
}
