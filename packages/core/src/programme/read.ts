import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { programmeRef } from "./items.ts";
import { Programme } from "./schema.ts";

/**
 * A programme for the rules of another concept or for its name, whoever acts; nothing else of it is shown.
 *
 * @throws NotFound  there is no such programme
 */
export async function readProgramme(ctx: Context, id: Id<"programme">): Promise<Programme> {
  const item = await ctx.table.get(entityKey(programmeRef(id)));
  if (!item) throw new NotFound("There is no programme with this id.");
  return Programme.parse(item);
}
