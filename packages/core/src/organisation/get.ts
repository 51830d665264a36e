import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import { ORGANISATION } from "./items.ts";
import { Organisation } from "./schema.ts";

/**
 * The organisation of this stack.
 *
 * @throws NotFound  the stack was not set up yet
 */
export async function getOrganisation(ctx: Context): Promise<Organisation> {
  const item = await ctx.table.get(entityKey(ORGANISATION));
  if (!item) throw new NotFound("This stack has no organisation yet. Set it up first.");
  return Organisation.parse(item);
}
