import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { everyItem } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { equal, update, type Write } from "../table.ts";
import { PAIR_PREFIX, type ProposalRef, proposalPartition, runKey, SEAT_PREFIX } from "./items.ts";
import { matchingRunLifecycle } from "./lifecycle.ts";
import { ProposedPair, Seat, StoredRun } from "./schema.ts";

/** @throws NotFound  there is no such run, or the actor does not manage its programme */
export async function readRun(ctx: Context, id: Id<"matchingRun">): Promise<StoredRun> {
  const item = await ctx.table.get(runKey(id));
  if (!item) throw new NotFound("There is no matching run with this id.");
  const run = StoredRun.parse(item);
  await requireManaged(ctx, run.programmeId, "matching run");
  return run;
}

/** Where a run's proposal is; `undefined` before there is one. */
export const proposalOf = ({ id, proposal, createdAt }: StoredRun): ProposalRef | undefined =>
  proposal === undefined ? undefined : { id, proposal, createdAt };

/** @throws Conflict  the run is not, or not any more, a proposal that can be edited */
export function requireProposed(run: StoredRun): ProposalRef {
  if (run.state !== "proposed") throw notEditable(run);
  const ref = proposalOf(run);
  invariant(ref, "a proposed run has a proposal");
  return ref;
}

export const notEditable = ({ state }: Pick<StoredRun, "state">): Conflict =>
  new Conflict(`This matching run is ${state}; only a proposal can be edited. Start another run.`, {
    state,
    allowed: matchingRunLifecycle.transitions[state],
  });

/** Versions of a run that nobody has touched: begun, and proposed. */
const UNTOUCHED = 2;

/** Whether a run began by itself and waits as it was proposed; it gives way to a newer one. */
export const isUntouched = ({ after, state, version }: StoredRun): boolean =>
  after !== undefined && state === "proposed" && version === UNTOUCHED;

/** An edit counts in the run's version and holds only while the run is a proposal: who publishes has seen it. */
export const editWrite = (ctx: Context, { id }: ProposalRef): Write =>
  update(
    runKey(id),
    { set: { updatedAt: ctx.clock.now() }, add: { version: 1 } },
    equal("state", "proposed"),
  );

/** Every pair of a proposal, by mentor and mentee. */
export async function pairsOf(ctx: Context, ref: ProposalRef): Promise<ProposedPair[]> {
  const query = { partition: proposalPartition(ref), sort: { beginsWith: PAIR_PREFIX } };
  return (await everyItem(ctx, query)).map((item) => ProposedPair.parse(item));
}

/** Everybody of a proposal. */
export async function seatsOf(ctx: Context, ref: ProposalRef): Promise<Seat[]> {
  const query = { partition: proposalPartition(ref), sort: { beginsWith: SEAT_PREFIX } };
  return (await everyItem(ctx, query)).map((item) => Seat.parse(item));
}
