import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import { type Id, mintSortable } from "../ids.ts";
import { freshJob, Job, jobRef, jobWrite } from "../job/index.ts";
import { getProgramme, matchingRulesOf, type Programme, requireMatchingOpen } from "../programme/index.ts";
import { absent, all, equal, type Item, put, update, type Write } from "../table.ts";
import { openRun } from "./forbid.ts";
import { openRunItem, runItem, runKey, runSubject } from "./items.ts";
import { matchingRunLifecycle } from "./lifecycle.ts";
import { isUntouched, readRun, requireProposed } from "./read.ts";
import type { StoredRun } from "./schema.ts";

/**
 * Starts a matching run: a job that proposes who could meet whom. It changes nothing for anybody. A proposal that
 * was made by itself and that nobody has touched gives way.
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
    const open = await openRun(ctx, programmeId);
    const { run, job, writes } = freshRun(ctx, programme);
    const outcome = await commit(ctx, {
      changes: [...openingWrites(ctx, run, open && isUntouched(open) ? open : undefined), ...writes],
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
    const { run, job, writes } = freshRun(ctx, programme, { basedOn: id });
    const outcome = await commit(ctx, {
      changes: [...openingWrites(ctx, run, before), ...writes],
      audit: { action: "matching-run.started", subject: runSubject(run.id), facts: { basedOn: id } },
      marks: [jobRef(job.id)],
      idempotency: { operation, input, result: job },
    });
    if (outcome.committed) return Job.parse(job);
    throw changedMeanwhile();
  });
}

/** The writes that make a run the open one of its programme, in the place of another or of none. */
export const openingWrites = (ctx: Context, run: StoredRun, replaced?: StoredRun): Write[] => [
  put(openRunItem(run), replaced ? equal("runId", replaced.id) : absent),
  ...(replaced ? [discardingWrite(ctx, replaced)] : []),
];

/** A proposal goes as its manager has seen it: whoever edits it meanwhile wins. */
export const discardingWrite = (ctx: Context, { id, version, state }: StoredRun): Write =>
  update(
    runKey(id),
    { set: { state: "discarded", updatedAt: ctx.clock.now() }, add: { version: 1 } },
    all(equal("state", state), equal("version", version)),
  );

export const changedMeanwhile = (): Conflict =>
  new Conflict("Somebody has changed this matching run at the same moment. Read it and try again.");

/** Writes that begin a run and its job; the open run of its programme is for the caller to set. */
export function freshRun(
  ctx: Context,
  programme: Programme,
  why: Pick<StoredRun, "basedOn" | "after"> = {},
): { readonly run: StoredRun; readonly job: Job; readonly writes: Write[] } {
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
    format: programme.format,
    state: matchingRunLifecycle.initial,
    jobId: job.id,
    ...why,
    rules: rulesFor(programme, why),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return { run, job, writes: [put(runItem(run), absent), jobWrite(ctx, job)] };
}

/** Nobody wants to see once more by itself what has just been declined or ended, whatever the rules allow by hand. */
function rulesFor({ rules }: Programme, { after }: Pick<StoredRun, "after">): StoredRun["rules"] {
  const matching = matchingRulesOf(rules);
  return after ? { ...matching, formerPairings: "refused" } : matching;
}

function alreadyOpen(found: Item | undefined): Error {
  if (!found) return new NotFound("There is no programme with this id.");
  return new Conflict(
    "This programme has an open matching run. Publish or discard it, or run it again with its locks.",
    { runId: found["runId"] },
  );
}
