import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { isErased, nameOf, Person, personKey } from "../person/index.ts";
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
 * @throws NotFound  there is no such session, she is not expected at it, or she was erased
 */
export async function openSession(
  ctx: Context,
  { sessionId, participantId }: { sessionId: Id<"session">; participantId: Id<"participant"> },
): Promise<OpenedSession> {
  const session = await getSession(ctx, sessionId);
  const ids = session.attendees.map((attendee) => attendee.participantId);
  if (!ids.includes(participantId)) throw new NotFound("This link leads nowhere.");
  const participants = await ctx.table.getMany(ids.map((id) => entityKey(participantRef(id))));
  const found = participants.flatMap((item) => (item ? [Participant.parse(item)] : []));
  const items = await ctx.table.getMany(found.map(({ personId }) => personKey(personId)));
  const people = found.flatMap(({ id }, at) => (items[at] ? [[id, Person.parse(items[at])] as const] : []));
  if (people.some(([id, person]) => id === participantId && isErased(person))) {
    throw new NotFound("This link leads nowhere.");
  }
  const others = people.filter(([id]) => id !== participantId);
  return {
    session,
    names: new Map(others.flatMap(([id, person]) => nameOf(person).map((name) => [id, name]))),
  };
}
