import { z } from "zod";
import type { Context } from "../context.ts";
import { type Id, idOf } from "../ids.ts";
import { everyItem } from "../page.ts";
import { present, remove, update } from "../table.ts";
import { FORBIDDEN_PREFIX, forbiddenKey, matchingOf, type ProposalRef, pairKey, runsOf } from "./items.ts";
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
  const pairs = (await proposedWith(ctx, participation)).map(({ ref, pair }) => ({ ...pair, runId: ref.id }));
  return { pairs, keptApart: await forbiddenOf(ctx, participation) };
}

/** Every pair in which she was ever proposed, with where it stands. */
async function proposedWith(
  ctx: Context,
  participation: Participation,
): Promise<{ readonly ref: ProposalRef; readonly pair: ProposedPair }[]> {
  const query = { index: "byProgramme", partition: runsOf(participation.programmeId) } as const;
  const runs = (await everyItem(ctx, query)).map((item) => StoredRun.parse(item));
  const found: { ref: ProposalRef; pair: ProposedPair }[] = [];
  for (const ref of runs.flatMap((run) => proposalOf(run) ?? [])) {
    const pairs = (await pairsOf(ctx, ref)).filter(isHers(participation));
    found.push(...pairs.map((pair) => ({ ref, pair })));
  }
  return found;
}

/** Forgets why administrators have set the reporting line aside for her: that is text about her. */
export async function forgetOverrides(ctx: Context, participation: Participation): Promise<void> {
  for (const { ref, pair } of await proposedWith(ctx, participation)) {
    if (pair.override) await ctx.table.write(update(pairKey(ref, pair), { remove: ["override"] }, present));
  }
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
