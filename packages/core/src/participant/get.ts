import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { participantRef } from "./items.ts";
import { Participant } from "./schema.ts";

/** @throws NotFound  there is no such participant */
export async function getParticipant(ctx: Context, id: Id<"participant">): Promise<Participant> {
  const item = await ctx.table.get(entityKey(participantRef(id)));
  if (!item) throw new NotFound("There is no participant with this id.");
  return Participant.parse(item);
}
