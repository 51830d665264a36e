import type { Context } from "../context.ts";
import { LimitReached } from "../errors.ts";
import { invariant } from "../invariant.ts";
import { readProgramme } from "../programme/index.ts";
import {
  equal,
  type Item,
  MAXIMUM_TRANSACTION_WRITES,
  type Outcome,
  put,
  remove,
  update,
  type Value,
} from "../table.ts";
import { pairName } from "./candidate.ts";
import { openRunKey, type ProposalRef, pairItem, runKey, seatItem } from "./items.ts";
import { loadPool } from "./load.ts";
import { type Proposal, propose } from "./propose.ts";
import { pairsOf, proposalOf, readRun } from "./read.ts";
import { MAXIMUM_DROPPED_NAMED, type ProposedPair, type StoredRun } from "./schema.ts";

/**
 * Finds and stores the proposal of a queued run. A repeat after a crash begins again under another name, so that no
 * two attempts mix; the first whose run says so counts.
 *
 * @returns why there is no proposal, where more people take part than one run compares
 */
export async function carryOutRun(ctx: Context, run: StoredRun): Promise<string | undefined> {
  if (run.state !== "queued") return undefined;
  const programme = await readProgramme(ctx, run.programmeId);
  const [pool, locks] = await Promise.all([loadPool(ctx, programme), locksOf(ctx, run)]);
  const found = proposalOrLimit(() => propose({ ...pool, rules: run.rules }, locks));
  if (typeof found === "string") {
    await fail(ctx, run, found);
    return found;
  }
  const ref = { id: run.id, proposal: ctx.ids.unordered(), createdAt: run.createdAt };
  await store(ctx, ref, found, new Map(locks.map((lock) => [pairName(lock), lock])));
  const proposal = { proposal: ref.proposal, result: resultOf(found) };
  if (run.after && found.pairs.length === 0) await endEmpty(ctx, run, proposal);
  else await settle(ctx, run, { state: "proposed", ...proposal });
  return undefined;
}

function proposalOrLimit(find: () => Proposal): Proposal | string {
  try {
    return find();
  } catch (error) {
    if (error instanceof LimitReached) return error.message;
    throw error;
  }
}

/** The pairs that the run before has locked; it was discarded when this one began and changes no more. */
async function locksOf(ctx: Context, { basedOn }: StoredRun): Promise<ProposedPair[]> {
  const ref = basedOn && proposalOf(await readRun(ctx, basedOn));
  if (!ref) return [];
  return (await pairsOf(ctx, ref)).filter(({ locked }) => locked);
}

/** Pairs and people are items of their own, many to a transaction: no item grows with the programme. */
async function store(
  ctx: Context,
  ref: ProposalRef,
  { pairs, seated }: Proposal,
  locks: ReadonlyMap<string, ProposedPair>,
): Promise<void> {
  const items: Item[] = [
    ...pairs.map((pair) => {
      const { origin = "solver", override } = locks.get(pairName(pair)) ?? {};
      return pairItem(ref, { ...pair, origin, warnings: [...pair.warnings], ...(override && { override }) });
    }),
    ...seated.map((seat) => seatItem(ref, seat)),
  ];
  for (let at = 0; at < items.length; at += MAXIMUM_TRANSACTION_WRITES) {
    const part = items.slice(at, at + MAXIMUM_TRANSACTION_WRITES).map((item) => put(item));
    const { committed } = await ctx.table.transact(part);
    invariant(committed, "nothing stands against a proposal under a name of its own");
  }
}

const resultOf = ({ seated, lockedPairs, droppedLocks, proof }: Proposal) => ({
  mentors: seated.filter(({ role, places }) => role === "mentor" && places > 0).length,
  mentees: seated.filter(({ role, places }) => role === "mentee" && places > 0).length,
  ...(seated.some(({ role }) => role === "peer") && {
    peers: seated.filter(({ role, places }) => role === "peer" && places > 0).length,
  }),
  lockedPairs,
  droppedLocks: droppedLocks
    .slice(0, MAXIMUM_DROPPED_NAMED)
    .map(({ mentorId, menteeId, reasons }) => ({ mentorId, menteeId, reasons })),
  proof: { ...proof },
});

/** A run that was discarded or settled meanwhile stays as it is. */
const settle = (ctx: Context, { id }: StoredRun, set: Record<string, Value>): Promise<Outcome> =>
  ctx.table.write(
    update(
      runKey(id),
      { set: { ...set, updatedAt: ctx.clock.now() }, add: { version: 1 } },
      equal("state", "queued"),
    ),
  );

/** What began by itself and found nobody waits for no decision; who is left over is told of as such. */
async function endEmpty(ctx: Context, { id, programmeId }: StoredRun, set: Record<string, Value>) {
  await ctx.table.transact([
    update(
      runKey(id),
      { set: { ...set, state: "discarded", updatedAt: ctx.clock.now() }, add: { version: 1 } },
      equal("state", "queued"),
    ),
    remove(openRunKey(programmeId), equal("runId", id)),
  ]);
}

async function fail(ctx: Context, run: StoredRun, failure: string): Promise<void> {
  const { id, programmeId } = run;
  const now = ctx.clock.now();
  await ctx.table.transact([
    update(
      runKey(id),
      { set: { state: "failed", failure, updatedAt: now }, add: { version: 1 } },
      equal("state", "queued"),
    ),
    remove(openRunKey(programmeId), equal("runId", id)),
  ]);
}
