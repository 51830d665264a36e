import { createHash } from "node:crypto";
import { commit, once } from "../commit.ts";
import { actorName, type Context } from "../context.ts";
import { mintSortable } from "../ids.ts";
import { absent, put, type Write } from "../table.ts";
import { keepFile } from "./file.ts";
import { jobItem, jobRef } from "./items.ts";
import { Job, jobLifecycle } from "./schema.ts";

/** What a file is taken for. */
export interface FileJob {
  readonly kind: Job["kind"];
  /** Named like the event that its start is in the audit, less `-started`. */
  readonly operation: `${string}.${string}`;
  /** At most 4 MB. */
  readonly file: Uint8Array;
  /** What else makes a request this one and no other, apart from the file; it is among the job's facts. */
  readonly about?: Job["facts"];
}

/** A job that nobody has begun. */
export const freshJob = (ctx: Context, what: Pick<Job, "kind" | "total" | "facts">): Job => ({
  ...what,
  id: mintSortable(ctx.ids, "job"),
  state: jobLifecycle.initial,
  done: 0,
  failed: 0,
  version: 1,
  createdAt: ctx.clock.now(),
  updatedAt: ctx.clock.now(),
});

/** The write that starts a job, by whoever acts; the commit that makes it marks it too. */
export const jobWrite = (ctx: Context, job: Job): Write =>
  put({ ...jobItem(job), startedBy: actorName(ctx.actor) }, absent);

/**
 * Starts a job over a file, once for an idempotency key. The file is kept beside the job until it has run.
 *
 * @param read  reads the file and refuses it whole, or says how many steps it takes and what was found out
 */
export function startFileJob(
  ctx: Context,
  { kind, operation, file, about = {} }: FileJob,
  read: () => Pick<Job, "total" | "facts">,
): Promise<Job> {
  const input = { ...about, file: createHash("sha256").update(file).digest("base64url") };
  return once(ctx, operation, input, async () => {
    const { total, facts } = read();
    const job = freshJob(ctx, { kind, total, facts: { ...about, ...facts } });
    await keepFile(ctx, job.id, file);
    await commit(ctx, {
      changes: [jobWrite(ctx, job)],
      audit: { action: `${operation}-started`, subject: jobRef(job.id), facts: { rows: facts["rows"] ?? 0 } },
      marks: [jobRef(job.id)],
      idempotency: { operation, input, result: job },
    });
    return Job.parse(job);
  });
}
