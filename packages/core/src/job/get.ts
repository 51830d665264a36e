import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { type List, listPage, type PageRequest } from "../page.ts";
import { ERROR_PREFIX, jobKey, jobPartition } from "./items.ts";
import { Job, RowError } from "./schema.ts";

/** @throws NotFound  there is no such job, or it is not the actor's */
export async function getJob(ctx: Context, id: Id<"job">): Promise<Job> {
  const item = await ctx.table.get(jobKey(id));
  const job = item && Job.parse(item);
  if (!job || !maySee(ctx, job)) throw new NotFound("There is no job with this id.");
  return job;
}

/** Jobs are an administrator's, and whoever asked for something about herself sees how that goes. */
function maySee({ actor }: Context, job: Job): boolean {
  if (actor.kind !== "participant" && actor.kind !== "manager") return true;
  return isHers(actor, job);
}

/** Whether somebody has asked for this job about herself. */
export const isHers = (actor: Context["actor"], { personId, askedBy }: Job): boolean =>
  "personId" in actor && actor.personId !== undefined && actor.personId === personId && askedBy === "herself";

/** The rows that a job could not take, by line. */
export async function listJobErrors(
  ctx: Context,
  { id, ...request }: PageRequest & { id: Id<"job"> },
): Promise<List<RowError>> {
  await getJob(ctx, id);
  const query = { partition: jobPartition(id), sort: { beginsWith: ERROR_PREFIX } };
  return listPage(ctx, query, request, (item) => RowError.parse(item));
}
