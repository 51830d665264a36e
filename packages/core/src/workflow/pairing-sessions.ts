import type { Context } from "../context.ts";
import { entityKey, partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import { pairingRef } from "../pairing/index.ts";
import { SESSION_POINTER, Session, sessionRef } from "../session/index.ts";
import type { Item } from "../table.ts";

/** Every session of a pairing, read strongly. */
export async function sessionsOfPairing(ctx: Context, id: Id<"pairing">): Promise<Session[]> {
  const query = { partition: partitionOf(pairingRef(id)), sort: { beginsWith: SESSION_POINTER } };
  return sessionsNamedBy(ctx, await everyItem(ctx, query));
}

/** The sessions that a pairing's partition names. */
export async function sessionsNamedBy(ctx: Context, partition: readonly Item[]): Promise<Session[]> {
  const ids = partition
    .filter(({ sk }) => sk.startsWith(SESSION_POINTER))
    .map((item) => item["sessionId"] as Id<"session">);
  const items = await ctx.table.getMany(ids.map((id) => entityKey(sessionRef(id))));
  return items.flatMap((item) => (item ? [Session.parse(item)] : []));
}
