import { auditWrite } from "../audit/index.ts";
import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { deriveId, type Id, idOf } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { advanceJob, type Job } from "../job/index.ts";
import {
  finishPublication,
  type JudgedForPublication,
  judgeForPublication,
  type ProposalRef,
  type PublicationRefusal,
  pairsOf,
  proposalOf,
  publicationWrite,
  readRun,
} from "../matching/index.ts";
import { type Pairing, pairingLifecycle, pairingRef, proposingWrites } from "../pairing/index.ts";
import { type ParticipantState, readyStates } from "../participant/index.ts";
import { readProgramme } from "../programme/index.ts";
import type { Refusal } from "../table.ts";
import { matchHeld } from "./match-again.ts";

/** Pairs that one message publishes; the next message goes on. */
const STRETCH = 100;

/**
 * Carries a publication on by one stretch: each pair becomes a pairing in a transaction of its own, which also
 * notes that it did, so that a stretch that is repeated changes nothing.
 *
 * @returns whether another stretch is to follow
 */
export async function publishMatching(ctx: Context, job: Job): Promise<boolean> {
  const run = await readRun(ctx, idOf("matchingRun").parse(job.facts["runId"]));
  const ref = proposalOf(run);
  invariant(ref, "what is published was proposed");
  const programme = await readProgramme(ctx, run.programmeId);
  const part = (await pairsOf(ctx, ref)).slice(job.done, job.done + STRETCH);
  const pending = part.filter(({ publication }) => publication === undefined);
  const judged = await judgeForPublication(ctx, {
    programme,
    run,
    pairs: pending,
    pairingIdOf: idFor(run.id),
  });
  const published: Id<"pairing">[] = [];
  for (const one of judged) {
    const refusal = await publish(ctx, ref, one);
    if (refusal)
      await ctx.table.write(publicationWrite(ref, one.pair, { state: "skipped", reasons: refusal }));
    else if ("planned" in one) published.push(one.planned.id);
  }
  if (published.length > 0) await announce(ctx, published.map(pairingRef), "bulk");
  if (job.done + part.length >= job.total) {
    await finishPublication(ctx, run);
    await matchHeld(ctx, programme, run.createdAt);
  }
  return advanceJob(ctx, job, { steps: part.length, errors: [] });
}

/** The id that a pair of a run has as a pairing, however often it is published. */
const idFor =
  (runId: Id<"matchingRun">) =>
  ({ mentorId, menteeId }: { mentorId: Id<"participant">; menteeId: Id<"participant"> }): Id<"pairing"> =>
    deriveId("pairing", runId, mentorId, menteeId);

/** Publishes one pair, or says why that is not possible any more. */
async function publish(
  ctx: Context,
  ref: ProposalRef,
  judged: JudgedForPublication,
): Promise<PublicationRefusal | undefined> {
  if ("refusal" in judged) return judged.refusal;
  const { pair, planned } = judged;
  const now = ctx.clock.now();
  const pairing: Pairing = {
    ...planned,
    state: pairingLifecycle.initial,
    accepted: [],
    planRevision: 1,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const writes = proposingWrites(pairing, now);
  const outcome = await ctx.table.transact([
    ...writes,
    publicationWrite(ref, pair, { state: "published", pairingId: pairing.id }),
    markWrite(ctx, pairingRef(pairing.id)),
    auditWrite(ctx, {
      action: "pairing.proposed",
      subject: pairingRef(pairing.id),
      facts: { runId: ref.id },
    }),
  ]);
  return outcome.committed ? undefined : refusalIn(outcome.refusals, writes.length);
}

/** Places of `proposingWrites` for two members: each one's, then the sentinel of the two, then the pairing. */
const [SENTINEL, PAIRING] = [2, 3];

function refusalIn(refusals: readonly Refusal[], noted: number): PublicationRefusal | undefined {
  const refused = new Map(refusals.map(({ index, found }) => [index, found]));
  // Another delivery of the same message has published it meanwhile.
  if (refused.has(PAIRING) || refused.has(noted)) return undefined;
  if (refused.has(SENTINEL)) return ["already-paired"];
  const states = [0, 1].filter((at) => refused.has(at)).map((at) => refused.get(at)?.["state"]);
  const ready = states.every((state) => readyStates.includes(state as ParticipantState));
  return [ready ? "no-capacity" : "not-prepared"];
}
