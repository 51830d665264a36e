import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { personKey } from "./items.ts";
import { Person } from "./schema.ts";

/** @throws NotFound  nobody in the directory has this id */
export async function getPerson(ctx: Context, id: Id<"person">): Promise<Person> {
  const item = await ctx.table.get(personKey(id));
  if (!item) throw new NotFound("Nobody in the directory has this id.");
  return Person.parse(item);
}
