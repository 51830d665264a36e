import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { requireTakingPart } from "../participant/index.ts";
import { pairingRef } from "./items.ts";
import { Pairing } from "./schema.ts";

/** @throws NotFound  there is no such pairing, or the actor has no part in it */
export async function getPairing(ctx: Context, id: Id<"pairing">): Promise<Pairing> {
  const item = await ctx.table.get(entityKey(pairingRef(id)));
  if (!item) throw new NotFound("There is no pairing with this id.");
  const pairing = Pairing.parse(item);
  await requireTakingPart(ctx, "pairing", {
    programmeId: pairing.programmeId,
    members: pairing.members.map(({ participantId }) => participantId),
  });
  return pairing;
}
