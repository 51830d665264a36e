import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { present, remove, update, type Write } from "../table.ts";
import { orderedPair, type PairIds } from "./candidate.ts";
import { type ProposalRef, pairKey, runSubject, seatKey } from "./items.ts";
import { editWrite, notEditable, readRun, requireProposed } from "./read.ts";

/**
 * Takes a pair out of a proposal, locked or not; both are free in it again. Another run may propose the two again
 * unless they are kept apart.
 *
 * @throws NotFound  there is no such run, or no such pair in it
 * @throws Conflict  the run is no proposal
 */
export async function removePair(
  ctx: Context,
  { id, ...asked }: PairIds & { id: Id<"matchingRun"> },
): Promise<void> {
  const run = await readRun(ctx, id);
  const ref = requireProposed(run);
  const pair = orderedPair(run, asked);
  const outcome = await commit(ctx, {
    changes: [editWrite(ctx, ref), ...removalWrites(ref, pair)],
    audit: { action: "matching-run.pair-removed", subject: runSubject(id), facts: { ...pair } },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return;
  if (outcome.refusals.some(({ index }) => index === 0)) throw notEditable(await readRun(ctx, id));
  throw noSuchPair();
}

export const noSuchPair = (): NotFound => new NotFound("There is no such pair in this proposal.");

/** The pair goes, and its two seats are free again. */
export const removalWrites = (ref: ProposalRef, pair: PairIds): Write[] => [
  remove(pairKey(ref, pair), present),
  update(seatKey(ref, pair.mentorId), { add: { taken: -1 } }),
  update(seatKey(ref, pair.menteeId), { add: { taken: -1 } }),
];
