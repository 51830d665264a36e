import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { requireTakingPart } from "../participant/index.ts";
import { pairingRef } from "./items.ts";
import { Pairing } from "./schema.ts";

/** A pairing as an actor may know it: who has left a group and by what is nobody's to read who is in it herself. */
export function shownTo({ actor }: Pick<Context, "actor">, pairing: Pairing): Pairing {
  if (actor.kind !== "participant") return pairing;
  const { formerMembers: _, ...shown } = pairing;
  return shown;
}

/**
 * A pairing whoever asks: for verbs that decide themselves who may, or that have just changed what she may see.
 *
 * @throws NotFound  there is no such pairing
 */
export async function readPairing(ctx: Context, id: Id<"pairing">): Promise<Pairing> {
  const item = await ctx.table.get(entityKey(pairingRef(id)));
  if (!item) throw new NotFound("There is no pairing with this id.");
  return Pairing.parse(item);
}

/** @throws NotFound  there is no such pairing, or the actor has no part in it */
export async function getPairing(ctx: Context, id: Id<"pairing">): Promise<Pairing> {
  const pairing = await readPairing(ctx, id);
  await requireTakingPart(ctx, "pairing", {
    programmeId: pairing.programmeId,
    members: pairing.members.map(({ participantId }) => participantId),
  });
  return pairing;
}
