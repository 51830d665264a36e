import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { update } from "../table.ts";
import { getJob } from "./get.ts";
import { jobKey, jobRef, movedAt } from "./items.ts";
import { type Job, jobLifecycle } from "./schema.ts";

/**
 * Stops a job where it is. What it has done so far stays done.
 *
 * @throws NotFound  there is no such job, or the actor may not see it
 * @throws Conflict  it has ended already
 */
export async function cancelJob(ctx: Context, id: Id<"job">): Promise<Job> {
  await getJob(ctx, id);
  const operation = "job.cancel";
  await once(ctx, operation, id, async () => {
    const outcome = await commit(ctx, {
      changes: [
        update(
          jobKey(id),
          { set: { state: "cancelled", ...movedAt(id, ctx.clock.now()) }, add: { version: 1 } },
          mayBecome(jobLifecycle, "cancelled"),
        ),
      ],
      audit: { action: "job.cancelled", subject: jobRef(id) },
      marks: [jobRef(id)],
      idempotency: { operation, input: id, result: id },
    });
    if (outcome.committed) return id;
    throw illegalTransition(jobLifecycle, (await getJob(ctx, id)).state, "cancelled");
  });
  return getJob(ctx, id);
}
