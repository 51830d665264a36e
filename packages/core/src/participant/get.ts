import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { participantRef } from "./items.ts";
import { Participant } from "./schema.ts";
import { requireTakingPart } from "./scope.ts";

/** @throws NotFound  there is no such participant, or the actor has no part in it */
export async function getParticipant(ctx: Context, id: Id<"participant">): Promise<Participant> {
  const item = await ctx.table.get(entityKey(participantRef(id)));
  if (!item) throw new NotFound("There is no participant with this id.");
  const participant = Participant.parse(item);
  await requireTakingPart(ctx, "participant", {
    programmeId: participant.programmeId,
    members: [participant.id],
  });
  return participant;
}
