import type { Context } from "../context.ts";
import { equal, put, update } from "../table.ts";
import { jobExpiry } from "./file.ts";
import { jobKey, rowErrorItem } from "./items.ts";
import type { Job, RowError } from "./schema.ts";

/** What a stretch of a job came to. */
export interface Stretch {
  readonly steps: number;
  readonly errors: readonly RowError[];
}

/**
 * Moves a job on after a stretch. The same stretch twice counts once: progress holds only from where it began.
 *
 * @returns whether the job goes on
 */
export async function advanceJob(ctx: Context, job: Job, { steps, errors }: Stretch): Promise<boolean> {
  for (const error of errors) await ctx.table.write(put(rowErrorItem(job.id, error, jobExpiry(ctx))));
  const done = job.done + steps;
  const finished = done >= job.total;
  await ctx.table.write(
    update(
      jobKey(job.id),
      {
        set: { state: finished ? "done" : "running", done, updatedAt: ctx.clock.now() },
        add: { version: 1, failed: errors.length },
      },
      equal("done", job.done),
    ),
  );
  return !finished;
}
