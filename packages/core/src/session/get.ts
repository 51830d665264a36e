import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { sessionRef } from "./items.ts";
import { Session } from "./schema.ts";

/** @throws NotFound  there is no such session */
export async function getSession(ctx: Context, id: Id<"session">): Promise<Session> {
  const item = await ctx.table.get(entityKey(sessionRef(id)));
  if (!item) throw new NotFound("There is no session with this id.");
  return Session.parse(item);
}
