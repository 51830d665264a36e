import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { Participant, participantRef } from "../participant/index.ts";
import { nameOf, Person, personKey } from "../person/index.ts";
import { getSession, type Session } from "../session/index.ts";

/** A session as an attendee sees it who may not be able to come. */
export interface OpenedAbsence {
  readonly link: "open" | "called-off" | "session-over";
  readonly session: Session;
  /** The names of the others. */
  readonly others: readonly string[];
}

/**
 * Opens "I can't make it"; changes nothing.
 *
 * @throws NotFound  there is no such session, or she is not expected at it
 */
export async function openAbsence(
  ctx: Context,
  { sessionId, participantId }: { sessionId: Id<"session">; participantId: Id<"participant"> },
): Promise<OpenedAbsence> {
  const session = await getSession(ctx, sessionId);
  const ids = session.attendees.map((attendee) => attendee.participantId);
  if (!ids.includes(participantId)) throw new NotFound("This link leads nowhere.");
  const others = await ctx.table.getMany(
    ids.filter((id) => id !== participantId).map((id) => entityKey(participantRef(id))),
  );
  const people = await ctx.table.getMany(
    others.flatMap((item) => (item ? [personKey(Participant.parse(item).personId)] : [])),
  );
  return {
    link: linkOf(session, ctx.clock.now()),
    session,
    others: people.flatMap((item) => (item ? [Person.parse(item)] : [])).flatMap(nameOf),
  };
}

function linkOf({ state, start }: Session, now: string): OpenedAbsence["link"] {
  if (state === "cancelled") return "called-off";
  return state === "planned" && start > now ? "open" : "session-over";
}
