import { type Competence, getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { type CriterionName, criterionNames, type Programme } from "../programme/index.ts";
import { type LocalText, textIn } from "../text.ts";
import { arePeers, type Candidate, type Pool, placesIn } from "./candidate.ts";
import { criteria, sharedCompetences } from "./criteria/index.ts";
import type { Criterion, DescribedPair } from "./criterion.ts";
import { codesIn, type RuleCode, ruleBits } from "./hard-rules.ts";
import { loadSome } from "./load.ts";
import type { ProposedPair, StoredRun } from "./schema.ts";
import { type Score, sharesOf } from "./score.ts";
import { ruleWords } from "./words.ts";

/** What one criterion says of two people. */
export interface SaidCriterion {
  readonly name: CriterionName;
  /** From 0 to 1. */
  readonly value: number;
  /** Its part of the score; all together are 1. */
  readonly weight: number;
  readonly sentence: LocalText;
  readonly readBy: Criterion["readBy"];
}

/** A mentor and a mentee. */
export interface Couple {
  readonly mentor: Candidate;
  readonly mentee: Candidate;
}

/** A competence that one of two can teach the other, of what she wants. */
export type Topic = Candidate["wants"][number] & {
  readonly teacherId: Candidate["participantId"];
  readonly title: LocalText;
  readonly offered: Candidate["offers"][number]["level"];
};

type Titles = ReadonlyMap<Id<"competence">, Pick<Competence, "title">>;

/** Reads what is called how of all that some couples share, in one go. */
export const readTitles = (ctx: Context, couples: readonly Couple[]): Promise<Titles> =>
  getCompetences(ctx, [
    ...new Set(
      couples.flatMap(({ mentor, mentee }) =>
        [...sharedCompetences(mentor, mentee), ...sharedCompetences(mentee, mentor)].map(
          ({ competenceId }) => competenceId,
        ),
      ),
    ),
  ]);

/** What a mentor can teach a mentee, the most important first. */
export const topicsIn = (titles: Titles, { mentor, mentee }: Couple): Topic[] =>
  sharedCompetences(mentor, mentee).flatMap((want) => {
    const title = titles.get(want.competenceId)?.title;
    const offered = mentor.offers.find(({ competenceId }) => competenceId === want.competenceId)?.level;
    return title && offered ? [{ ...want, teacherId: mentor.participantId, title, offered }] : [];
  });

/** What every criterion says of two, for a manager. */
export function saidOf(
  pool: Pool,
  couple: Couple,
  { criteria: values, titles }: Pick<Score, "criteria"> & { readonly titles: Titles },
): SaidCriterion[] {
  const shares = sharesOf(pool);
  const described = describedBy(pool, couple, titles);
  const turned = describedBy(pool, { mentor: couple.mentee, mentee: couple.mentor }, titles);
  const sentenceOf = ({ directed, sentence }: Criterion): LocalText =>
    directed && arePeers(pool) ? bothOf(sentence(described), sentence(turned)) : sentence(described);
  return criterionNames.map((name) => ({
    name,
    value: values[name],
    weight: shares[name],
    sentence: sentenceOf(criteria[name]),
    readBy: criteria[name].readBy,
  }));
}

const describedBy = (pool: Pool, couple: Couple, titles: Titles): DescribedPair => ({
  ...couple,
  pool,
  topics: topicsIn(titles, couple).map(({ title }) => title),
});

const bothOf = (one: LocalText, other: LocalText): LocalText => ({
  it: `${textIn(one, "it")} ${textIn(other, "it")}`,
  en: `${textIn(one, "en")} ${textIn(other, "en")}`,
});

/** A pair of a proposal in words. Its figures are those of the proposal, its sentences tell of the two as they are now. */
export interface ToldPair {
  readonly pair: ProposedPair;
  /** Absent where one of the two is no longer there. */
  readonly said?: readonly SaidCriterion[];
  /** Rules that a manager has set aside for it. */
  readonly warnings: readonly LocalText[];
  /** What has come between the two since it was proposed. */
  readonly since: readonly LocalText[];
}

/** Tells of some pairs of a proposal what a manager reads before she publishes them. */
export async function tellPairs(
  ctx: Context,
  { programme, run }: { readonly programme: Programme; readonly run: Pick<StoredRun, "rules" | "state"> },
  pairs: readonly ProposedPair[],
): Promise<ToldPair[]> {
  const ids = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
  const pool = { ...(await loadSome(ctx, programme, ids)), rules: run.rules };
  const placed = pairs.map(placesIn(pool));
  const titles = await readTitles(
    ctx,
    placed.flatMap((found) => found ?? []),
  );
  const bitsOf = ruleBits(pool);
  return pairs.map((pair, at) => {
    const couple = placed[at];
    if (!couple) return { pair, warnings: [], since: [] };
    const inWords = (codes: readonly RuleCode[]) =>
      codes.map((code) => ruleWords[code](couple.mentor.name, couple.mentee.name));
    const news = codesIn(bitsOf(...couple.place)).filter((code) => !pair.warnings.includes(code));
    return {
      pair,
      said: saidOf(pool, couple, { criteria: pair.criteria, titles }),
      warnings: inWords(pair.warnings),
      since: run.state === "proposed" ? inWords(news) : [],
    };
  });
}
