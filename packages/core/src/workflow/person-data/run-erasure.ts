import { commit } from "../../commit.ts";
import type { Context } from "../../context.ts";
import { Conflict } from "../../errors.ts";
import { invariant } from "../../invariant.ts";
import {
  advanceJob,
  cancelJob,
  dropFile,
  failJob,
  hasJobEnded,
  type Job,
  jobsOfPerson,
} from "../../job/index.ts";
import { hasEnded } from "../../pairing/index.ts";
import { hasLeft } from "../../participant/index.ts";
import { erasingWrites, getPerson, Mailbox, mailboxKey, type Person, personRef } from "../../person/index.ts";
import { type Instant, plus } from "../../time.ts";
import { holdings } from "./holdings.ts";
import { dutiesOf, hasDuties } from "./programmes.ts";
import { type Traces, tracesOf } from "./traces.ts";

/** What tells her and the others that sessions do not take place has gone by then, and still knows her name. */
const FAREWELL_MINUTES = 10;
/** Whoever is not withdrawn after a day is held by something that an operator has to look at. */
const PATIENCE_HOURS = 24;
/** Most are gone within minutes; what takes longer is looked at as seldom as a queue lets it wait. */
const SOON_MINUTES = 30;
const SOON_SECONDS = 120;
const LATER_SECONDS = 900;

/** What one step came to: it is done, it must wait, or the erasure cannot go on. */
type StepOutcome = "done" | "wait" | { readonly failed: Job["facts"] };
type Step = (ctx: Context, about: { readonly job: Job; readonly person: Person }) => Promise<StepOutcome>;

/**
 * One after the other; each changes nothing when it is repeated. A row that is added to the holdings adds no step,
 * so that a job that is under way at a deployment leaves nothing out.
 */
const steps: readonly Step[] = [
  untilWithdrawn,
  unlessOnDuty,
  withoutHoldings,
  withoutExports,
  becomeTombstone,
];
export const ERASURE_STEPS = steps.length;

/** Carries an erasure on by one step; one that must wait comes again by itself. */
export async function runPersonErasure(ctx: Context, job: Job): Promise<boolean> {
  invariant(job.personId, "an erasure is about somebody");
  const step = steps[job.done];
  invariant(step, "a job that has not ended has a step to do");
  const outcome = await step(ctx, { job, person: await getPerson(ctx, job.personId) });
  if (outcome === "done") return advanceJob(ctx, job, { steps: 1, errors: [] });
  if (outcome !== "wait") {
    await failJob(ctx, job, outcome.failed);
    return false;
  }
  const again = { message: "run-job", jobId: job.id };
  const isEarly = ctx.clock.now() < plus(job.createdAt, { minutes: SOON_MINUTES });
  await ctx.queue.send("bulk", again, { delaySeconds: isEarly ? SOON_SECONDS : LATER_SECONDS });
  return false;
}

/** Nothing new is written about somebody who takes part in nothing. */
async function untilWithdrawn(...[ctx, { job, person }]: Parameters<Step>): Promise<StepOutcome> {
  const now = ctx.clock.now();
  const isGone = takesPartInNothing(await tracesOf(ctx, person), now);
  if (isGone && now >= plus(job.createdAt, { minutes: FAREWELL_MINUTES })) return "done";
  if (now < plus(job.createdAt, { hours: PATIENCE_HOURS })) return "wait";
  return { failed: { reason: "She is still in a programme a day after she was to be withdrawn." } };
}

/** Whether somebody has left everything, and nothing is planned with her any more. */
export const takesPartInNothing = (
  { participants, pairings, sessions }: Pick<Traces, "participants" | "pairings" | "sessions">,
  now: Instant,
): boolean =>
  participants.every(hasLeft) &&
  pairings.every(hasEnded) &&
  !sessions.some(({ state, start }) => state === "planned" && start > now);

/** Somebody else may have left a programme to her meanwhile; from now on nobody can. */
async function unlessOnDuty(...[ctx, { person }]: Parameters<Step>): Promise<StepOutcome> {
  const duties = await dutiesOf(ctx, person);
  if (!hasDuties(duties)) return "done";
  const { programmes, waves, isContact } = duties;
  return {
    failed: {
      reason: "She has duties that nobody else could do.",
      programmes: programmes.map(({ id }) => id),
      waves: [...waves],
      ...(isContact && { contact: "She is the contact that mails name." }),
    },
  };
}

async function withoutHoldings(...[ctx, { person }]: Parameters<Step>): Promise<StepOutcome> {
  const traces = await tracesOf(ctx, person);
  for (const { erase } of Object.values(holdings)) {
    if (typeof erase === "function") await erase(ctx, traces);
  }
  return "done";
}

async function withoutExports(...[ctx, { person }]: Parameters<Step>): Promise<StepOutcome> {
  const exports = (await jobsOfPerson(ctx, person.id)).filter(({ kind }) => kind === "person-export");
  for (const job of exports) {
    if (!hasJobEnded(job)) await cancelJob(ctx, job.id).catch(hasEndedMeanwhile);
    await dropFile(ctx, job.id);
  }
  return "done";
}

function hasEndedMeanwhile(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

async function becomeTombstone(...[ctx, { job, person }]: Parameters<Step>): Promise<StepOutcome> {
  if (person.state === "erased") return "done";
  const mailbox = await ctx.table.get(mailboxKey(person.email));
  const now = ctx.clock.now();
  const outcome = await commit(ctx, {
    changes: erasingWrites(person, mailbox && Mailbox.parse(mailbox), { jobId: job.id, now }),
    audit: { action: "person.erased", subject: personRef(person.id) },
    marks: [personRef(person.id)],
    idempotency: "not repeatable",
  });
  // She or her mailbox was changed just now, or the job was cancelled: what stands then decides.
  return outcome.committed ? "done" : "wait";
}
