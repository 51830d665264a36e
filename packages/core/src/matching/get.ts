import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { pairsOf, proposalOf, readRun, seatsOf } from "./read.ts";
import type { MatchingRunView, ProposedPair, Seat, StoredRun } from "./schema.ts";
import { proofInWords } from "./words.ts";

/** As many as one looks at before publishing. */
const WEAKEST = 5;
const STEPS = 10;

/** A run with all that is in its proposal; both lists are empty before there is one. */
export interface ReadProposal {
  readonly run: MatchingRunView;
  readonly pairs: readonly ProposedPair[];
  readonly seats: readonly Seat[];
}

/**
 * A run with its pairs and people as they are now.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 */
export async function readProposal(ctx: Context, id: Id<"matchingRun">): Promise<ReadProposal> {
  const run = await readRun(ctx, id);
  const ref = proposalOf(run);
  if (!ref || !run.result) return { run, pairs: [], seats: [] };
  const [pairs, seats] = await Promise.all([pairsOf(ctx, ref), seatsOf(ctx, ref)]);
  return { run: { ...run, summary: summaryOf(run.result, pairs, seats) }, pairs, seats };
}

/**
 * A run with what its pairs come to as they are now.
 *
 * @throws NotFound  there is no such run, or the actor does not manage its programme
 */
export const getMatchingRun = async (ctx: Context, id: Id<"matchingRun">): Promise<MatchingRunView> =>
  (await readProposal(ctx, id)).run;

type Summary = NonNullable<MatchingRunView["summary"]>;

function summaryOf(
  result: NonNullable<StoredRun["result"]>,
  pairs: readonly ProposedPair[],
  seats: readonly Seat[],
): Summary {
  const unmatched = seats.filter(({ taken }) => taken === 0);
  const many = (holds: (pair: ProposedPair) => boolean): number => pairs.filter(holds).length;
  return {
    pairs: pairs.length,
    locked: many(({ locked }) => locked),
    byHand: many(({ origin }) => origin === "manager"),
    unmatched: {
      mentors: unmatched.filter(({ role }) => role === "mentor").length,
      mentees: unmatched.filter(({ role }) => role === "mentee").length,
      ...(seats.some(({ role }) => role === "peer") && {
        peers: unmatched.filter(({ role }) => role === "peer").length,
      }),
    },
    obstacles: obstaclesOf(unmatched),
    distribution: Array.from({ length: STEPS }, (_, step) => many(({ score }) => stepOf(score) === step)),
    weakest: pairs.toSorted((one, other) => one.score - other.score).slice(0, WEAKEST),
    published: many(({ publication }) => publication?.state === "published"),
    skipped: many(({ publication }) => publication?.state === "skipped"),
    proof: proofInWords(result),
  };
}

/** A score of 1 is in the last step. */
const stepOf = (score: number): number => Math.min(STEPS - 1, Math.floor(score * STEPS));

function obstaclesOf(unmatched: readonly Seat[]): Summary["obstacles"] {
  const people = new Map<Summary["obstacles"][number]["reason"], number>();
  for (const { obstacles } of unmatched)
    for (const reason of Object.keys(obstacles) as (keyof typeof obstacles)[])
      people.set(reason, (people.get(reason) ?? 0) + 1);
  return [...people]
    .map(([reason, many]) => ({ reason, people: many }))
    .sort((one, other) => other.people - one.people || (one.reason < other.reason ? -1 : 1));
}
