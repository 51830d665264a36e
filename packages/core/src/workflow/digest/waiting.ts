import type { Context } from "../../context.ts";
import { type DueMail, dueKey, dueWorkOf } from "../../due/index.ts";
import { partitionOf } from "../../entity.ts";
import { everyItem } from "../../page.ts";
import { WAITING_PREFIX, Waiting } from "./items.ts";

/** The mails that wait for a digest or were joined to it, as they are stored now; in the order in which they were due. */
export async function waitingFor(ctx: Context, digest: DueMail): Promise<DueMail[]> {
  const query = { partition: partitionOf(digest.entity), sort: { beginsWith: WAITING_PREFIX } };
  const waiting = (await everyItem(ctx, query))
    .map((item) => Waiting.parse(item))
    .filter((one) => one.digest === digest.id);
  const items = await ctx.table.getMany(waiting.map(({ entity, due }) => dueKey(entity, due)));
  return items
    .flatMap((item) => (item ? [dueWorkOf(item)] : []))
    .filter((due): due is DueMail => due.work === "mail")
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
}
