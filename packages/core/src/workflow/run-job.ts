import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { dropFile, getJob, hasJobEnded, type Job } from "../job/index.ts";
import { runObservationImport } from "./import-observations/index.ts";
import { runPeopleImport } from "./import-people/index.ts";
import { runInvitations } from "./invite-people/index.ts";
import { runPersonErasure, runPersonExport } from "./person-data/index.ts";
import { publishMatching } from "./publish-matching.ts";
import { runMatching } from "./run-matching.ts";

/** Carries a job on by one stretch and answers whether another is to follow. */
type Runner = (ctx: Context, job: Job) => Promise<boolean>;

/** What carries out which kind of job. */
const runners: Readonly<Record<Job["kind"], Runner>> = {
  "people-import": runPeopleImport,
  "observation-import": runObservationImport,
  "matching-run": runMatching,
  "matching-publication": publishMatching,
  "participant-invitation": runInvitations,
  "person-export": runPersonExport,
  "person-erasure": runPersonErasure,
};

/** Whose file is what the job reads, and not what comes of it: the whole directory is not kept for nothing. */
const readers: readonly Job["kind"][] = ["people-import", "observation-import", "participant-invitation"];

/** Carries a job on by one stretch and sends itself a message for the next; a crash resumes where it was. */
export async function runJob(ctx: Context, { jobId }: { jobId: Id<"job"> }): Promise<void> {
  const job = await getJob(ctx, jobId);
  const goesOn = !hasJobEnded(job) && (await runners[job.kind](ctx, job));
  if (goesOn) return ctx.queue.send("bulk", { message: "run-job", jobId });
  if (readers.includes(job.kind) && hasJobEnded(await getJob(ctx, jobId))) await dropFile(ctx, jobId);
}
