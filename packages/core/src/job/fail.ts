import type { Context } from "../context.ts";
import { mayBecome } from "../lifecycle.ts";
import { all, equal, update } from "../table.ts";
import { jobKey, movedAt } from "./items.ts";
import { type Job, jobLifecycle } from "./schema.ts";

/** Ends a job that cannot go on, and says why in its facts. What it has done so far stays done. */
export async function failJob(ctx: Context, job: Job, facts: Job["facts"]): Promise<void> {
  await ctx.table.write(
    update(
      jobKey(job.id),
      {
        set: { state: "failed", facts: { ...job.facts, ...facts }, ...movedAt(job.id, ctx.clock.now()) },
        add: { version: 1 },
      },
      all(mayBecome(jobLifecycle, "failed"), equal("done", job.done)),
    ),
  );
}
