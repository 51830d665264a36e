import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { type Id, idOf } from "../ids.ts";
import {
  latestRuns,
  type MatchingRun,
  type MatchingRunView,
  type ProposedPair,
  readProposal,
  type Seat,
  type ToldPair,
  tellPairs,
} from "../matching/index.ts";
import type { Programme } from "../programme/index.ts";
import { namesIn } from "./outlook.ts";

/** A page on a phone holds so many pairs with all that is said of them, and so many people who are in none. */
const PAIRS_ON_A_PAGE = 25;
const PEOPLE_ON_A_PAGE = 50;
/** Runs before the one that is shown, which a manager may want to look at again. */
const EARLIER_RUNS = 5;

/** Which pairs come first: those to look at, or those to be glad about. */
export const pairOrders = ["weakest", "best"] as const;
export type PairOrder = (typeof pairOrders)[number];

/** What of a programme's matching a manager wants to see; nonsense in an address is as if it were left out. */
export interface MatchingRequest {
  readonly runId?: string | undefined;
  readonly order?: string | undefined;
  readonly pairs?: string | undefined;
  readonly people?: string | undefined;
}

/** One part of a list that is too long for a page; pages count from 1. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly count: number;
}

/** A matching run as its manager looks at it before she publishes it, or afterwards. */
export interface OpenedMatching {
  /** Absent while nobody was ever matched in the programme. */
  readonly run?: MatchingRunView;
  readonly order: PairOrder;
  readonly pairs: Part<ToldPair>;
  readonly unmatched: Part<Seat>;
  /** Published runs beside this one, the newest first. */
  readonly earlier: readonly MatchingRun[];
  /** Names by participant. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Opens the matching run of a programme that is asked for, or else the newest that somebody should look at.
 *
 * @throws NotFound  the run that is asked for is not of this programme
 */
export async function openMatching(
  ctx: Context,
  programme: Programme,
  request: MatchingRequest,
): Promise<OpenedMatching> {
  const [newest, published, names] = await Promise.all([
    latestRuns(ctx, programme.id, { states: shownStates, most: 1 }),
    latestRuns(ctx, programme.id, { states: ["published"], most: EARLIER_RUNS + 1 }),
    namesIn(ctx, programme.id),
  ]);
  const order = pairOrders.find((one) => one === request.order) ?? "weakest";
  const id = request.runId === undefined ? newest[0]?.id : runIdIn(request.runId);
  const read = id && (await readProposal(ctx, id));
  if (read && read.run.programmeId !== programme.id) throw new NotFound("This link leads nowhere.");
  const { pairs, seats } = read ?? { pairs: [], seats: [] };
  const shown = partOf(pairs.toSorted(by[order]), request.pairs, PAIRS_ON_A_PAGE);
  const unmatched = seats.filter(({ taken }) => taken === 0).toSorted(bySideAndName(names));
  return {
    ...(read && { run: read.run }),
    order,
    pairs: { ...shown, items: read ? await tellPairs(ctx, { programme, ...read }, shown.items) : [] },
    unmatched: partOf(unmatched, request.people, PEOPLE_ON_A_PAGE),
    earlier: published.filter((one) => one.id !== id).slice(0, EARLIER_RUNS),
    names,
  };
}

/** Discarded runs are nobody's any more. */
const shownStates: readonly MatchingRun["state"][] = [
  "queued",
  "proposed",
  "publishing",
  "published",
  "failed",
];

function runIdIn(text: string): Id<"matchingRun"> {
  const parsed = idOf("matchingRun").safeParse(text);
  if (!parsed.success) throw new NotFound("This link leads nowhere.");
  return parsed.data;
}

const by: Readonly<Record<PairOrder, (one: ProposedPair, other: ProposedPair) => number>> = {
  weakest: (one, other) => one.score - other.score,
  best: (one, other) => other.score - one.score,
};

const bySideAndName = (names: ReadonlyMap<string, string>) => (one: Seat, other: Seat) =>
  one.role === other.role
    ? (names.get(one.participantId) ?? "").localeCompare(names.get(other.participantId) ?? "")
    : one.role < other.role
      ? -1
      : 1;

function partOf<T>(all: readonly T[], asked: string | undefined, size: number): Part<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(asked)) || 1));
  return { items: all.slice((page - 1) * size, page * size), page, pages, count: all.length };
}
