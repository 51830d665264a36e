import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getProgramme } from "../programme/index.ts";
import { all, equal, type Item, present, put, remove, type Write } from "../table.ts";
import { orderedPair, type PairIds } from "./candidate.ts";
import { forbiddenItem, forbiddenKey, openRunKey, type ProposalRef, pairKey, runKey } from "./items.ts";
import { judgePair } from "./judge-pair.ts";
import { editWrite, proposalOf } from "./read.ts";
import { removalWrites } from "./remove-pair.ts";
import { type ForbiddenPair, StoredRun } from "./schema.ts";

/**
 * Keeps two apart in a programme, in every run from now on. A pair of the open proposal goes with it; one that is
 * locked has to be unlocked first, since both cannot hold.
 *
 * @throws NotFound  there is no such programme, or no such mentor or mentee in it
 * @throws Conflict  the two are a locked pair of the open proposal
 */
export async function forbidPair(
  ctx: Context,
  { programmeId, reason, ...asked }: PairIds & { programmeId: Id<"programme">; reason: string },
): Promise<ForbiddenPair> {
  const programme = await getProgramme(ctx, programmeId);
  const pair = orderedPair(programme, asked);
  await judgePair(ctx, programme, pair);
  const open = await proposedIn(ctx, programmeId, pair);
  if (open?.pair["locked"] === true) throw locked(open.ref);
  const forbidden: ForbiddenPair = { ...pair, reason, forbiddenAt: ctx.clock.now() };
  const outcome = await commit(ctx, {
    changes: [put(forbiddenItem(programmeId, forbidden)), ...(open ? unproposing(ctx, open.ref, pair) : [])],
    audit: {
      action: "matching.pair-forbidden",
      subject: { type: "programme", id: programmeId },
      facts: { ...pair },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return forbidden;
  throw new Conflict("Somebody has edited this pair at the same moment. Try again.");
}

/**
 * Lets two be matched again.
 *
 * @throws NotFound  there is no such programme, or nobody keeps these two apart
 */
export async function allowPair(
  ctx: Context,
  { programmeId, ...asked }: PairIds & { programmeId: Id<"programme"> },
): Promise<void> {
  const pair = orderedPair(await getProgramme(ctx, programmeId), asked);
  const outcome = await commit(ctx, {
    changes: [remove(forbiddenKey(programmeId, pair), present)],
    audit: {
      action: "matching.pair-allowed",
      subject: { type: "programme", id: programmeId },
      facts: { ...pair },
    },
    marks: [],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw new NotFound("Nobody keeps these two apart in this programme.");
}

/** The two as a pair of the open proposal of a programme, if they are one. */
async function proposedIn(
  ctx: Context,
  programmeId: Id<"programme">,
  pair: PairIds,
): Promise<{ ref: ProposalRef; pair: Item } | undefined> {
  const run = await openRun(ctx, programmeId);
  const ref = run?.state === "proposed" ? proposalOf(run) : undefined;
  const item = ref && (await ctx.table.get(pairKey(ref, pair)));
  return item && { ref, pair: item };
}

/** The open run of a programme. */
export async function openRun(ctx: Context, programmeId: Id<"programme">): Promise<StoredRun | undefined> {
  const pointer = await ctx.table.get(openRunKey(programmeId));
  const item = pointer && (await ctx.table.get(runKey(pointer["runId"] as Id<"matchingRun">)));
  return item && StoredRun.parse(item);
}

const unproposing = (ctx: Context, ref: ProposalRef, pair: PairIds): Write[] => [
  editWrite(ctx, ref),
  ...removalWrites(ref, pair).map((write) =>
    write.write === "delete" ? { ...write, when: all(present, equal("locked", false)) } : write,
  ),
];

const locked = ({ id }: ProposalRef): Conflict =>
  new Conflict("These two are a locked pair of the open proposal. Unlock or remove it first.", { runId: id });
