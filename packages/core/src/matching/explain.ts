import { z } from "zod";
import { CompetenceLevel } from "../competence/index.ts";
import type { Context } from "../context.ts";
import { type Id, idOf } from "../ids.ts";
import { criterionNames, getProgramme } from "../programme/index.ts";
import { LocalText } from "../text.ts";
import { arePeers, orderedPair, type PairIds } from "./candidate.ts";
import { readTitles, saidOf, topicsIn } from "./describe.ts";
import { openRun } from "./forbid.ts";
import { isOverridable } from "./hard-rules.ts";
import { judgePair } from "./judge-pair.ts";
import { pairsOf, proposalOf } from "./read.ts";
import { type ProposedPair, RuleCode } from "./schema.ts";
import { ruleWords } from "./words.ts";

export const ExplainRequest = z.object({
  mentor: idOf("participant").describe("A mentor of the programme"),
  mentee: idOf("participant").describe("A mentee of the programme"),
});

const Partner = z.object({ participantId: idOf("participant"), score: z.number() });

/** Why two are a good pair, or no pair. */
export const Explanation = z
  .object({
    mentorId: idOf("participant"),
    menteeId: idOf("participant"),
    possible: z.boolean().describe("No rule stands between them"),
    obstacles: z
      .array(z.object({ reason: RuleCode, overridable: z.boolean(), sentence: LocalText }))
      .describe("What stands between them; what is overridable a manager may set aside by hand"),
    score: z.number().describe("The weighted mean of the criteria, from 0 to 1"),
    criteria: z.array(
      z.object({
        name: z.enum(criterionNames),
        value: z.number().describe("From 0 to 1"),
        weight: z.number().describe("Its part of the score; all together are 1"),
        sentence: LocalText,
        readBy: z.enum(["participants", "managers"]).describe("Who may read the sentence"),
      }),
    ),
    languages: z.array(z.string()).describe("Languages that they share; participants may read them"),
    topics: z
      .array(
        z.object({
          competenceId: idOf("competence"),
          teacherId: idOf("participant").describe("Who can teach it: the mentor, or one of two peers"),
          title: LocalText,
          offered: CompetenceLevel,
          from: CompetenceLevel.optional(),
          to: CompetenceLevel,
          priority: z.number().int(),
        }),
      )
      .describe(
        "What the mentor can teach of what the mentee wants, of two peers each the other; the levels are for managers only",
      ),
    proposed: z
      .object({
        runId: idOf("matchingRun"),
        together: z.boolean().describe("They are a pair of the open proposal"),
        mentorWith: z.array(Partner).describe("With whom the mentor is in it"),
        menteeWith: z.array(Partner).describe("With whom the mentee is in it"),
      })
      .optional()
      .describe("Absent while the programme has no open proposal"),
  })
  .meta({ id: "MatchingExplanation" });
export type Explanation = z.infer<typeof Explanation>;

/**
 * Says to a manager why two go together, or why not. That one does not want to meet the other reads "not available".
 *
 * @throws NotFound  there is no such programme, or no such mentor or mentee in it
 */
export async function explainPair(
  ctx: Context,
  { programmeId, mentor, mentee }: z.infer<typeof ExplainRequest> & { programmeId: Id<"programme"> },
): Promise<Explanation> {
  const programme = await getProgramme(ctx, programmeId);
  const pair = orderedPair(programme, { mentorId: mentor, menteeId: mentee });
  const judged = await judgePair(ctx, programme, pair);
  const [titles, proposed] = await Promise.all([
    readTitles(ctx, [judged]),
    proposedWith(ctx, programmeId, pair),
  ]);
  const { mentor: one, mentee: other } = judged;
  const back = arePeers(programme) ? topicsIn(titles, { mentor: other, mentee: one }) : [];
  return {
    ...pair,
    possible: judged.reasons.length === 0,
    obstacles: judged.reasons.map((reason) => ({
      reason,
      overridable: isOverridable([reason]),
      sentence: ruleWords[reason](judged.mentor.name, judged.mentee.name),
    })),
    score: judged.score,
    criteria: saidOf(judged.pool, judged, { criteria: judged.criteria, titles }),
    languages: judged.mentor.languages.filter((language) => judged.mentee.languages.includes(language)),
    topics: [...topicsIn(titles, judged), ...back],
    ...(proposed && { proposed }),
  };
}

async function proposedWith(
  ctx: Context,
  programmeId: Id<"programme">,
  { mentorId, menteeId }: PairIds,
): Promise<Explanation["proposed"]> {
  const run = await openRun(ctx, programmeId);
  const ref = run && proposalOf(run);
  if (!ref) return undefined;
  const pairs = await pairsOf(ctx, ref);
  const mentorWith = partnersIn(pairs, mentorId);
  return {
    runId: ref.id,
    together: mentorWith.some(({ participantId }) => participantId === menteeId),
    mentorWith,
    menteeWith: partnersIn(pairs, menteeId),
  };
}

/** With whom somebody is in a proposal; a peer is now the first of two and now the second. */
const partnersIn = (pairs: readonly ProposedPair[], own: Id<"participant">): z.infer<typeof Partner>[] =>
  pairs
    .filter(({ mentorId, menteeId }) => own === mentorId || own === menteeId)
    .map(({ mentorId, menteeId, score }) => ({
      participantId: own === mentorId ? menteeId : mentorId,
      score,
    }));
