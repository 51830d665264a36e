import type { Context } from "../context.ts";
import { idOf } from "../ids.ts";
import { advanceJob, failJob, type Job } from "../job/index.ts";
import { carryOutRun, readRun } from "../matching/index.ts";

/**
 * Carries a matching run out as one stretch: it is begun anew after a crash.
 *
 * @returns whether another stretch is to follow
 */
export async function runMatching(ctx: Context, job: Job): Promise<boolean> {
  const run = await readRun(ctx, idOf("matchingRun").parse(job.facts["runId"]));
  const failure = run.state === "failed" ? run.failure : await carryOutRun(ctx, run);
  if (failure === undefined) return advanceJob(ctx, job, { steps: job.total - job.done, errors: [] });
  await failJob(ctx, job, { reason: failure });
  return false;
}
