import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import { type Id, mintSortable } from "../ids.ts";
import { freshJob, Job, jobRef, jobWrite } from "../job/index.ts";
import { getProgramme, matchingRulesOf, type Programme, requireMatchingOpen } from "../programme/index.ts";
import { absent, all, equal, type Item, put, update, type Write } from "../table.ts";
import { openRunItem, runItem, runKey, runSubject } from "./items.ts";
import { matchingRunLifecycle } from "./lifecycle.ts";
import { readRun, requireProposed } from "./read.ts";
import type { StoredRun } from "./schema.ts";

/**
 * Starts a matching run: a job that proposes who could meet whom. It changes nothing for anybody.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Conflict  its matching is closed, or it has an open run already (`data.runId`)
 */
export function startMatchingRun(
  ctx: Context,
  { programmeId }: { programmeId: Id<"programme"> },
): Promise<Job> {
  const operation = "matching-run.start";
  const input = { programmeId };
  return once(ctx, operation, input, async () => {
    const programme = await getProgramme(ctx, programmeId);
    requireMatchingOpen(programme, ctx.clock.now());
    const { run, job, writes } = freshRun(ctx, programme);
    const outcome = await commit(ctx, {
      changes: [put(openRunItem(run), absent), ...writes],
      audit: { action: "matching-run.started", subject: runSubject(run.id), facts: { programmeId } },
      marks: [jobRef(job.id)],
      idempotency: { operation, input, result: job },
    });
    if (outcome.committed) return Job.parse(job);
    throw alreadyOpen(outcome.refusals[0]?.found);
  });
}

/**
 * Starts a run that takes another's place: its locked pairs stay, all else is matched anew with what is known now.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 * @throws Conflict  it is no open proposal, or the programme's matching is closed
 */
export function rerunMatching(ctx: Context, { id }: { id: Id<"matchingRun"> }): Promise<Job> {
  const operation = "matching-run.rerun";
  const input = { id };
  return once(ctx, operation, input, async () => {
    const before = await readRun(ctx, id);
    requireProposed(before);
    const programme = await getProgramme(ctx, before.programmeId);
    requireMatchingOpen(programme, ctx.clock.now());
    const { run, job, writes } = freshRun(ctx, programme, id);
    const outcome = await commit(ctx, {
      changes: [discardingWrite(ctx, before), put(openRunItem(run), equal("runId", id)), ...writes],
      audit: { action: "matching-run.started", subject: runSubject(run.id), facts: { basedOn: id } },
      marks: [jobRef(job.id)],
      idempotency: { operation, input, result: job },
    });
    if (outcome.committed) return Job.parse(job);
    throw changedMeanwhile();
  });
}

/** A proposal goes as its manager has seen it: whoever edits it meanwhile wins. */
export const discardingWrite = (ctx: Context, { id, version, state }: StoredRun): Write =>
  update(
    runKey(id),
    { set: { state: "discarded", updatedAt: ctx.clock.now() }, add: { version: 1 } },
    all(equal("state", state), equal("version", version)),
  );

export const changedMeanwhile = (): Conflict =>
  new Conflict("Somebody has changed this matching run at the same moment. Read it and try again.");

function freshRun(ctx: Context, programme: Programme, basedOn?: Id<"matchingRun">) {
  const id = mintSortable(ctx.ids, "matchingRun");
  const now = ctx.clock.now();
  const job = freshJob(ctx, {
    kind: "matching-run",
    total: 1,
    facts: { runId: id, programmeId: programme.id },
  });
  const run: StoredRun = {
    id,
    programmeId: programme.id,
    state: matchingRunLifecycle.initial,
    jobId: job.id,
    ...(basedOn && { basedOn }),
    rules: matchingRulesOf(programme.rules),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return { run, job, writes: [put(runItem(run), absent), jobWrite(ctx, job)] };
}

function alreadyOpen(found: Item | undefined): Error {
  if (!found) return new NotFound("There is no programme with this id.");
  return new Conflict(
    "This programme has an open matching run. Publish or discard it, or run it again with its locks.",
    { runId: found["runId"] },
  );
}
