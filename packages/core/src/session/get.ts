import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { requireTakingPart } from "../participant/index.ts";
import { sessionRef } from "./items.ts";
import { Session } from "./schema.ts";

/** @throws NotFound  there is no such session, or the actor has no part in it */
export async function getSession(ctx: Context, id: Id<"session">): Promise<Session> {
  const item = await ctx.table.get(entityKey(sessionRef(id)));
  if (!item) throw new NotFound("There is no session with this id.");
  const session = Session.parse(item);
  await requireTakingPart(ctx, "session", {
    programmeId: session.programmeId,
    members: session.attendees.flatMap(({ participantId, away }) => (away === "left" ? [] : [participantId])),
  });
  return session;
}
