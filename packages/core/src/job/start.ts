import { createHash } from "node:crypto";
import { commit, once } from "../commit.ts";
import { actorName, type Context } from "../context.ts";
import { mintSortable } from "../ids.ts";
import { absent, put, type Write } from "../table.ts";
import { keepFile } from "./file.ts";
import { jobItem, jobRef } from "./items.ts";
import { Job, jobLifecycle } from "./schema.ts";

/** What a job is for. */
interface Start {
  readonly kind: Job["kind"];
  /** Named like the event that its start is in the audit, less `-started`. */
  readonly operation: `${string}.${string}`;
  /** What is known of it from the beginning; it is among the job's facts. */
  readonly about?: Job["facts"];
}

/** What a job is going to do. */
interface Plan extends Pick<Job, "total" | "facts"> {
  /** What it reads while it runs, at most 4 MB. */
  readonly file?: Uint8Array;
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
 * Starts a job, once for an idempotency key. A file is kept beside the job until it has run.
 *
 * @param input  what makes a request this one and no other
 * @param plan  refuses the job whole, or says how many steps it takes and what was found out
 */
export function startJob(
  ctx: Context,
  { kind, operation, about = {}, input }: Start & { readonly input: unknown },
  plan: () => Promise<Plan>,
): Promise<Job> {
  return once(ctx, operation, input, async () => {
    const { total, facts, file } = await plan();
    const job = freshJob(ctx, { kind, total, facts: { ...about, ...facts } });
    if (file) await keepFile(ctx, job.id, file);
    await commit(ctx, {
      changes: [jobWrite(ctx, job)],
      audit: { action: `${operation}-started`, subject: jobRef(job.id), facts: { steps: total } },
      marks: [jobRef(job.id)],
      idempotency: { operation, input, result: job },
    });
    return Job.parse(job);
  });
}

/**
 * Starts a job over a file of a client's, once for an idempotency key.
 *
 * @param read  reads the file and refuses it whole, or says how many steps it takes and what was found out
 */
export function startFileJob(
  ctx: Context,
  { file, ...what }: Start & { readonly file: Uint8Array },
  read: () => Pick<Job, "total" | "facts">,
): Promise<Job> {
  const input = { ...what.about, file: createHash("sha256").update(file).digest("base64url") };
  return startJob(ctx, { ...what, input }, async () => ({ ...read(), file }));
}
