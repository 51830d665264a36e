import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import type { Id } from "../ids.ts";
import { freshJob, getJob, hasJobEnded, Job, jobRef, jobWrite } from "../job/index.ts";
import { illegalTransition } from "../lifecycle.ts";
import { getProgramme, type Programme, requireMatchingOpen, requireVenues } from "../programme/index.ts";
import { all, equal, update, type Value, type Write } from "../table.ts";
import { dateOf, dayLater, type Instant, type LocalDate } from "../time.ts";
import { runKey, runSubject } from "./items.ts";
import { matchingRunLifecycle } from "./lifecycle.ts";
import { pairsOf, proposalOf, readRun } from "./read.ts";
import type { PublicationInput, StoredRun } from "./schema.ts";
import { changedMeanwhile } from "./start.ts";

/** Until the first session both have a week to answer and to prepare themselves. */
const USUAL_NOTICE_DAYS = 7;

/**
 * Publishes a proposal as a job: each pair becomes a pairing that both are asked about by mail. Pairs that have
 * become impossible meanwhile are skipped, and the run says which and why.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 * @throws Conflict  the run is no proposal or is being published, it has no pairs, or the matching is closed
 * @throws Invalid  the venue does not fit the format, or the first day is not to come
 */
export function publishMatchingRun(
  ctx: Context,
  { id, ...publication }: PublicationInput & { id: Id<"matchingRun"> },
): Promise<Job> {
  const operation = "matching-run.publish";
  const input = { id, ...publication };
  return once(ctx, operation, input, async () => {
    const run = await readRun(ctx, id);
    await requirePublishable(ctx, run);
    const programme = await getProgramme(ctx, run.programmeId);
    requireMatchingOpen(programme, ctx.clock.now());
    requireVenues(publication, programme.format);
    const ref = proposalOf(run);
    const pairs = ref ? await pairsOf(ctx, ref) : [];
    if (pairs.length === 0) throw new Conflict("This proposal has no pairs; there is nothing to publish.");
    const facts = { runId: id, programmeId: run.programmeId };
    const job = freshJob(ctx, { kind: "matching-publication", total: pairs.length, facts });
    const firstDay = firstDayOf(programme, publication.firstDay, ctx.clock.now());
    const outcome = await commit(ctx, {
      changes: [
        publishingWrite(ctx, run, { ...venuesIn(publication), publicationJobId: job.id, firstDay }),
        jobWrite(ctx, job),
      ],
      audit: {
        action: "matching-run.publishing",
        subject: runSubject(id),
        facts: { pairs: pairs.length, firstDay },
      },
      marks: [jobRef(job.id)],
      idempotency: { operation, input, result: job },
    });
    if (outcome.committed) return Job.parse(job);
    throw changedMeanwhile();
  });
}

/** Where pairs meet who have named nothing themselves. */
const venuesIn = ({ venue, inPersonVenue }: PublicationInput): Readonly<Record<string, Value>> => ({
  venue,
  ...(inPersonVenue && { inPersonVenue }),
});

/** A proposal is published as it was read: whoever edits it meanwhile wins. */
const publishingWrite = (
  ctx: Context,
  { id, state, version }: StoredRun,
  publication: Readonly<Record<string, Value>>,
): Write =>
  update(
    runKey(id),
    { set: { ...publication, state: "publishing", updatedAt: ctx.clock.now() }, add: { version: 1 } },
    all(equal("state", state), equal("version", version)),
  );

/** A publication whose job was cancelled may be carried on by another; what it has published stays. */
async function requirePublishable(ctx: Context, { state, publicationJobId }: StoredRun): Promise<void> {
  if (state === "proposed") return;
  if (state === "publishing" && publicationJobId) {
    const job = await getJob({ ...ctx, actor: { kind: "system" } }, publicationJobId);
    if (hasJobEnded(job)) return;
    throw new Conflict("This proposal is being published already.", { jobId: job.id });
  }
  throw illegalTransition(matchingRunLifecycle, state, "publishing");
}

function firstDayOf({ zone }: Programme, asked: LocalDate | undefined, now: Instant): LocalDate {
  const today = dateOf(now, zone);
  if (asked === undefined) return dayLater(today, USUAL_NOTICE_DAYS);
  if (asked > today) return asked;
  const issues = [{ path: ["firstDay"], message: "Choose a day to come." }];
  throw new Invalid("The first day of a publication is not to come.", { issues });
}
