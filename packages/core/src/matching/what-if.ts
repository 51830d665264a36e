import { z } from "zod";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { type Id, idOf } from "../ids.ts";
import { getProgramme, Role } from "../programme/index.ts";
import { LocalText } from "../text.ts";
import type { PairIds } from "./candidate.ts";
import { readTitles, saidOf } from "./describe.ts";
import { Explanation } from "./explain.ts";
import { openRun } from "./forbid.ts";
import { loadPool } from "./load.ts";
import { pairsOf, proposalOf } from "./read.ts";
import { type ProposedPair, RuleCode } from "./schema.ts";
import { type Cost, costsOf, isReckonable, type Partner, weighPartners } from "./weigh-partners.ts";
import { costInWords } from "./words.ts";

/** As many as somebody compares; each of the first few is reckoned through to the end. */
const MAXIMUM_PARTNERS = 20;
const USUAL_PARTNERS = 10;
const RECKONED = 5;

export const WhatIfRequest = z.object({
  participantId: idOf("participant").describe("A mentor or a mentee of the programme"),
  limit: z
    .string()
    .regex(/^\d{1,2}$/, `Give a number from 1 to ${MAXIMUM_PARTNERS}.`)
    .transform(Number)
    .pipe(z.number().min(1).max(MAXIMUM_PARTNERS))
    .default(USUAL_PARTNERS)
    .describe(`How many partners at most; 1 to ${MAXIMUM_PARTNERS}`),
});

const Costs = z.object({
  pairs: z.number().int().describe("How many pairs fewer the best proposal then has"),
  total: z
    .number()
    .describe("By how much the sum of all scores is lower; with fewer pairs also what is missing of these"),
  changes: z.number().int().describe("Other pairs of the best proposal that then are not in it"),
  sentence: LocalText,
});

/** One person's best possible partners as things are now. */
export const WhatIf = z
  .object({
    participantId: idOf("participant"),
    role: Role,
    places: z.number().int().describe("Pairings that she has room for"),
    possible: z.number().int().describe("How many of the other side no rule keeps her from"),
    partners: z
      .array(
        z.object({
          participantId: idOf("participant"),
          score: z.number().describe("The weighted mean of the criteria, from 0 to 1"),
          criteria: Explanation.shape.criteria,
          proposed: z.boolean().describe("The two are a pair of the open proposal"),
          cost: Costs.optional().describe(
            `What a proposal with these two loses against the best one, both proven; only of the first ${RECKONED}, of 400 mentors and 400 mentees with room at most, and not where locked pairs leave no room`,
          ),
        }),
      )
      .describe("The best first, whoever they are with in a proposal"),
    obstacles: z
      .array(z.object({ reason: RuleCode, people: z.number().int() }))
      .describe(
        "Rules that stand between her and others, and how many of them; one may be kept apart by several",
      ),
    runId: idOf("matchingRun").optional().describe("The open proposal, whose locked pairs count as given"),
  })
  .meta({ id: "MatchingWhatIf" });
export type WhatIf = z.infer<typeof WhatIf>;

/**
 * Shows a manager with whom one person could be paired as things are now, and what that would cost all the others.
 * Changes nothing.
 *
 * @throws NotFound  there is no such programme, or she can not be matched in it
 */
export async function whatIf(
  ctx: Context,
  { programmeId, participantId, limit }: z.infer<typeof WhatIfRequest> & { programmeId: Id<"programme"> },
): Promise<WhatIf> {
  const programme = await getProgramme(ctx, programmeId);
  const [pool, open] = await Promise.all([loadPool(ctx, programme), openPairs(ctx, programmeId)]);
  const weighed = weighPartners(pool, participantId);
  if (!weighed) throw new NotFound("There is nobody with this id who could be matched in the programme.");
  const { role, her, possible, obstacles } = weighed;
  const shown = possible.slice(0, limit);
  const locks = open.pairs.filter(({ locked }) => locked);
  const costs = isReckonable(pool) ? costsOf(pool, locks, shown.slice(0, RECKONED)) : [];
  const coupleOf = ({ partner, mentorId }: Partner) =>
    mentorId === participantId ? { mentor: her, mentee: partner } : { mentor: partner, mentee: her };
  const titles = await readTitles(ctx, shown.map(coupleOf));
  return {
    participantId,
    role,
    places: her.places,
    possible: possible.length,
    partners: shown.map((one, at) => ({
      participantId: one.partner.participantId,
      score: one.score,
      criteria: saidOf(pool, coupleOf(one), {
        criteria: one.criteria,
        titles,
      }),
      proposed: open.pairs.some(isSame(one)),
      ...withCost(costs[at], [her.name, one.partner.name]),
    })),
    obstacles: [...obstacles]
      .map(([reason, people]) => ({ reason, people }))
      .sort((one, other) => other.people - one.people || (one.reason < other.reason ? -1 : 1)),
    ...(open.runId && { runId: open.runId }),
  };
}

const isSame =
  ({ mentorId, menteeId }: PairIds) =>
  (other: PairIds): boolean =>
    other.mentorId === mentorId && other.menteeId === menteeId;

const withCost = (cost: Cost | undefined, [her, partner]: readonly [string, string]) =>
  cost && { cost: { ...cost, sentence: costInWords(cost, her, partner) } };

async function openPairs(
  ctx: Context,
  programmeId: Id<"programme">,
): Promise<{ readonly runId?: Id<"matchingRun">; readonly pairs: readonly ProposedPair[] }> {
  const run = await openRun(ctx, programmeId);
  const ref = run?.state === "proposed" ? proposalOf(run) : undefined;
  return ref ? { runId: ref.id, pairs: await pairsOf(ctx, ref) } : { pairs: [] };
}
