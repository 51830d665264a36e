import { z } from "zod";
import type { Context } from "../context.ts";
import { type Id, idOf } from "../ids.ts";
import { everyItem } from "../page.ts";
import { remove } from "../table.ts";
import { FORBIDDEN_PREFIX, forbiddenKey, matchingOf, runsOf } from "./items.ts";
import { pairsOf, proposalOf } from "./read.ts";
import { ForbiddenPair, ProposedPair, StoredRun } from "./schema.ts";

/** A participant within a programme. */
interface Participation {
  readonly id: Id<"participant">;
  readonly programmeId: Id<"programme">;
}

/** What matching has stored about a participant. */
export const MatchingTraces = z.object({
  pairs: z
    .array(
      ProposedPair.pick({ mentorId: true, menteeId: true, score: true }).extend({
        runId: idOf("matchingRun"),
        criteria: ProposedPair.shape.criteria
          .optional()
          .describe("Only in an export by an administrator: it tells of the other as much as of her"),
      }),
    )
    .describe("Pairs in which she was proposed, with what was reckoned; a proposal is kept for a year"),
  keptApart: z
    .array(ForbiddenPair.omit({ reason: true }))
    .describe("With whom a manager does not pair her; what the manager has noted is about both"),
});
export type MatchingTraces = z.infer<typeof MatchingTraces>;

export async function readMatchingTraces(
  ctx: Context,
  participation: Participation,
): Promise<MatchingTraces> {
  const query = { index: "byProgramme", partition: runsOf(participation.programmeId) } as const;
  const runs = (await everyItem(ctx, query)).map((item) => StoredRun.parse(item));
  const pairs: MatchingTraces["pairs"] = [];
  for (const run of runs) {
    const ref = proposalOf(run);
    const proposed = ref ? await pairsOf(ctx, ref) : [];
    pairs.push(...proposed.filter(isHers(participation)).map((pair) => ({ ...pair, runId: run.id })));
  }
  return { pairs, keptApart: await forbiddenOf(ctx, participation) };
}

/** Forgets with whom managers do not pair her, and why: the reason may say what nobody is to know of her any more. */
export async function forgetForbiddenPairs(ctx: Context, participation: Participation): Promise<void> {
  for (const pair of await forbiddenOf(ctx, participation))
    await ctx.table.write(remove(forbiddenKey(participation.programmeId, pair)));
}

async function forbiddenOf(ctx: Context, participation: Participation): Promise<ForbiddenPair[]> {
  const query = { partition: matchingOf(participation.programmeId), sort: { beginsWith: FORBIDDEN_PREFIX } };
  return (await everyItem(ctx, query)).map((item) => ForbiddenPair.parse(item)).filter(isHers(participation));
}

const isHers =
  ({ id }: Participation) =>
  ({ mentorId, menteeId }: Pick<ProposedPair, "mentorId" | "menteeId">): boolean =>
    mentorId === id || menteeId === id;
