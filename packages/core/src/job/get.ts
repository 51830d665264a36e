import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { type List, listPage, type PageRequest } from "../page.ts";
import { ERROR_PREFIX, jobKey, jobPartition } from "./items.ts";
import { Job, RowError } from "./schema.ts";
import { maySee } from "./scope.ts";

/** @throws NotFound  there is no such job, or the actor may not see it */
export async function getJob(ctx: Context, id: Id<"job">): Promise<Job> {
  const item = await ctx.table.get(jobKey(id));
  if (!item || !maySee(ctx, item)) throw new NotFound("There is no job with this id.");
  return Job.parse(item);
}

/** The rows that a job could not take, by line. */
export async function listJobErrors(
  ctx: Context,
  { id, ...request }: PageRequest & { id: Id<"job"> },
): Promise<List<RowError>> {
  await getJob(ctx, id);
  const query = { partition: jobPartition(id), sort: { beginsWith: ERROR_PREFIX } };
  return listPage(ctx, query, request, (item) => RowError.parse(item));
}
