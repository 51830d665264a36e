import { announce } from "../commit.ts";
import type { Context } from "../context.ts";
import { deriveId, type Id, idOf } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { advanceJob, type Job } from "../job/index.ts";
import {
  finishPublication,
  gatheredIn,
  judgeForPublication,
  type PairIds,
  type ProposedPair,
  pairsOf,
  proposalOf,
  readRun,
} from "../matching/index.ts";
import { pairingRef } from "../pairing/index.ts";
import { meetsInGroups, type Programme, readProgramme } from "../programme/index.ts";
import { matchHeld } from "./match-again.ts";
import { publishGathering } from "./publish-gathering.ts";

/** Pairs that one message publishes, and the rest of a group; the next message goes on. */
const STRETCH = 100;

/**
 * Carries a publication on by one stretch: each pair or group becomes a pairing in a transaction of its own, which
 * also notes that it did, so that a stretch that is repeated changes nothing.
 *
 * @returns whether another stretch is to follow
 */
export async function publishMatching(ctx: Context, job: Job): Promise<boolean> {
  const run = await readRun(ctx, idOf("matchingRun").parse(job.facts["runId"]));
  const ref = proposalOf(run);
  invariant(ref, "what is published was proposed");
  const programme = await readProgramme(ctx, run.programmeId);
  const part = stretchOf(programme, (await pairsOf(ctx, ref)).slice(job.done));
  const pairs = part.filter(({ publication }) => publication === undefined);
  const pairingIdOf = idFor(programme, run.id);
  const published = new Set<Id<"pairing">>();
  for await (const gathering of judgeForPublication(ctx, { programme, run, pairs, pairingIdOf })) {
    const id = await publishGathering(ctx, { programme, ref }, gathering);
    if (id) published.add(id);
  }
  if (published.size > 0) await announce(ctx, [...published].map(pairingRef), "bulk");
  if (job.done + part.length >= job.total) {
    await finishPublication(ctx, run);
    await matchHeld(ctx, programme, run.createdAt);
  }
  return advanceJob(ctx, job, { steps: part.length, errors: [] });
}

/** The next pairs, with all those that become one pairing with the last of them; pairs are by mentor. */
function stretchOf(programme: Programme, pairs: readonly ProposedPair[]): ProposedPair[] {
  const stretch: ProposedPair[] = [];
  for (const together of gatheredIn(programme, pairs)) {
    if (stretch.length >= STRETCH) break;
    stretch.push(...together);
  }
  return stretch;
}

/** The id that pairs of a run have as a pairing, however often it is published. */
const idFor =
  (programme: Programme, runId: Id<"matchingRun">) =>
  ([first]: readonly PairIds[]): Id<"pairing"> => {
    invariant(first, "a pairing is of somebody");
    const { mentorId, menteeId } = first;
    return meetsInGroups(programme)
      ? deriveId("pairing", runId, mentorId)
      : deriveId("pairing", runId, mentorId, menteeId);
  };
