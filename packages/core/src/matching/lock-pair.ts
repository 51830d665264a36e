import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { orderedPair, type PairIds } from "./candidate.ts";
import { pairKey, runSubject } from "./items.ts";
import { lockWrite } from "./put-pair.ts";
import { editWrite, notEditable, readRun, requireProposed } from "./read.ts";
import { noSuchPair } from "./remove-pair.ts";
import { ProposedPair } from "./schema.ts";

/**
 * Locks a pair, so that another run keeps it, or unlocks it. Doing it twice changes nothing.
 *
 * @throws NotFound  there is no such run, or no such pair in it
 * @throws Conflict  the run is no proposal
 */
export async function lockPair(
  ctx: Context,
  { id, locked, ...asked }: PairIds & { id: Id<"matchingRun">; locked: boolean },
): Promise<ProposedPair> {
  const run = await readRun(ctx, id);
  const ref = requireProposed(run);
  const pair = orderedPair(run, asked);
  const outcome = await commit(ctx, {
    changes: [editWrite(ctx, ref), lockWrite(ref, pair, locked)],
    audit: {
      action: locked ? "matching-run.pair-locked" : "matching-run.pair-unlocked",
      subject: runSubject(id),
      facts: { ...pair },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) {
    if (outcome.refusals.some(({ index }) => index === 0)) throw notEditable(await readRun(ctx, id));
    throw noSuchPair();
  }
  const item = await ctx.table.get(pairKey(ref, pair));
  if (!item) throw noSuchPair();
  return ProposedPair.parse(item);
}
