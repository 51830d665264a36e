import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { pairingRef } from "./items.ts";
import { Pairing } from "./schema.ts";

/** @throws NotFound  there is no such pairing */
export async function getPairing(ctx: Context, id: Id<"pairing">): Promise<Pairing> {
  const item = await ctx.table.get(entityKey(pairingRef(id)));
  if (!item) throw new NotFound("There is no pairing with this id.");
  return Pairing.parse(item);
}
