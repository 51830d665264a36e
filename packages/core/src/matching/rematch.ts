import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { jobRef } from "../job/index.ts";
import { everyItem } from "../page.ts";
import type { Programme } from "../programme/index.ts";
import type { Write } from "../table.ts";
import { type Instant, secondsOf } from "../time.ts";
import { FREED_PREFIX, matchingOf, runsOf, seatKey } from "./items.ts";
import { openStates } from "./lifecycle.ts";
import { proposalOf } from "./read.ts";
import { Freed, type RematchCause, Seat, StoredRun } from "./schema.ts";
import { freshRun, openingWrites } from "./start.ts";

/** A run that begins by itself because people are free again, before it is written. */
export interface Beginning {
  readonly run: StoredRun;
  readonly job: ReturnType<typeof jobRef>;
  /** First that it is the open run of its programme, then all else. */
  readonly writes: readonly Write[];
}

/**
 * A run that begins by itself.
 *
 * @param replaced  a proposal that began by itself and that nobody has touched: it knows less, and goes
 */
export function beginning(
  ctx: Context,
  programme: Programme,
  { after, replaced }: { readonly after: RematchCause; readonly replaced?: StoredRun | undefined },
): Beginning {
  const { run, job, writes } = freshRun(ctx, programme, { after });
  return {
    run,
    job: jobRef(job.id),
    writes: [...openingWrites(ctx, run, replaced), ...writes],
  };
}

/** What a manager is to know of people who are free again. */
export interface Rematching {
  /** A proposal that began by itself and waits for her. */
  readonly proposed?: {
    readonly runId: Id<"matchingRun">;
    readonly after: RematchCause;
    readonly pairs: number;
    readonly since: Instant;
  };
  /** Who was in a pairing that is over, and whom no run has found anybody for. */
  readonly waiting: readonly Waiting[];
}

/** Some whose pairing is over, and why they have nobody new yet. */
export interface Waiting extends Pick<Freed, "pairingId" | "participants" | "freedAt"> {
  readonly why: "open run" | "no run" | "nobody left";
}

/** As things stand; whoever has no room any more, or has left, is for the reader to leave out. */
export async function readRematching(ctx: Context, programmeId: Id<"programme">): Promise<Rematching> {
  const [freed, newest] = await Promise.all([freedIn(ctx, programmeId), newestRun(ctx, programmeId)]);
  const known = await knownTo(ctx, newest, freed);
  const { after, state, createdAt } = newest ?? {};
  const proposed =
    newest && after && state === "proposed"
      ? { runId: newest.id, after, pairs: newest.result?.proof.matched ?? 0, since: newest.createdAt }
      : undefined;
  const foundNobody = newest !== undefined && after !== undefined && state === "discarded" && isEmpty(newest);
  return {
    ...(proposed && { proposed }),
    waiting: freed.flatMap(({ pairingId, participants, freedAt, runId }): Waiting[] => {
      if (runId !== undefined || (createdAt !== undefined && freedAt < createdAt)) {
        return foundNobody ? [{ pairingId, participants, freedAt, why: "nobody left" }] : [];
      }
      const left = participants.filter((id) => !known.has(id));
      const why = newest && openStates.includes(newest.state) ? "open run" : "no run";
      return left.length > 0 ? [{ pairingId, participants: left, freedAt, why }] : [];
    }),
  };
}

const isEmpty = ({ result }: StoredRun): boolean =>
  result !== undefined && result.lockedPairs + result.proof.matched === 0;

/** Failed runs have considered nobody. */
async function newestRun(ctx: Context, programmeId: Id<"programme">): Promise<StoredRun | undefined> {
  const partition = runsOf(programmeId);
  const { items } = await ctx.table.query({
    index: "byProgramme",
    partition,
    descending: true,
    limit: RUNS_LOOKED_AT,
  });
  return items.map((item) => StoredRun.parse(item)).find(({ state }) => state !== "failed");
}

/** Who had room in an open proposal already: she came free while it was being made. */
async function knownTo(
  ctx: Context,
  run: StoredRun | undefined,
  freed: readonly Freed[],
): Promise<ReadonlySet<Id<"participant">>> {
  const ref = run?.state === "proposed" ? proposalOf(run) : undefined;
  const later = freed.filter(({ freedAt }) => ref && freedAt >= ref.createdAt);
  const ids = [...new Set(later.flatMap(({ participants }) => participants))];
  const seats = ref ? await ctx.table.getMany(ids.map((id) => seatKey(ref, id))) : [];
  return new Set(ids.filter((_, at) => seats[at] && Seat.parse(seats[at]).places > 0));
}

/** Of so many at least one has not failed. */
const RUNS_LOOKED_AT = 10;

async function freedIn(ctx: Context, programmeId: Id<"programme">): Promise<Freed[]> {
  const query = { partition: matchingOf(programmeId), sort: { beginsWith: FREED_PREFIX } };
  const now = secondsOf(ctx.clock.now());
  return (await everyItem(ctx, query))
    .filter(({ expiresAtEpoch }) => Number(expiresAtEpoch) > now)
    .map((item) => Freed.parse(item));
}

/** Whose members have come free since an instant while another run was open, the latest first. */
export async function heldOf(ctx: Context, programmeId: Id<"programme">, since: Instant): Promise<Freed[]> {
  const freed = await freedIn(ctx, programmeId);
  return freed
    .filter(({ runId, freedAt }) => runId === undefined && freedAt >= since)
    .sort((one, other) => (one.freedAt > other.freedAt ? -1 : 1));
}
