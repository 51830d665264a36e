import type { Context } from "../context.ts";
import { all, equal, oneOf, put, update } from "../table.ts";
import { jobExpiry } from "./file.ts";
import { jobKey, movedAt, rowErrorItem } from "./items.ts";
import type { Job, RowError } from "./schema.ts";

/** What a stretch of a job came to. */
export interface Stretch {
  readonly steps: number;
  readonly errors: readonly RowError[];
  /** What was found out on the way, beside what was known before. */
  readonly facts?: Job["facts"];
}

/**
 * Moves a job on after a stretch. The same stretch twice counts once: progress holds only from where it began,
 * and not in a job that was cancelled meanwhile.
 *
 * @returns whether the job goes on from here; somebody else who has moved it carries it on himself
 */
export async function advanceJob(
  ctx: Context,
  job: Job,
  { steps, errors, facts }: Stretch,
): Promise<boolean> {
  for (const error of errors) await ctx.table.write(put(rowErrorItem(job.id, error, jobExpiry(ctx))));
  const done = job.done + steps;
  const finished = done >= job.total;
  const { committed } = await ctx.table.write(
    update(
      jobKey(job.id),
      {
        set: {
          state: finished ? "done" : "running",
          done,
          ...movedAt(job.id, ctx.clock.now()),
          ...(facts && { facts: { ...job.facts, ...facts } }),
        },
        add: { version: 1, failed: new Set(errors.map(({ line }) => line)).size },
      },
      all(equal("done", job.done), oneOf("state", ["queued", "running"])),
    ),
  );
  return committed && !finished;
}
