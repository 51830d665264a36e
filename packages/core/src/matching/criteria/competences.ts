import { type CompetenceLevel, gapOf } from "../../competence/index.ts";
import type { Id } from "../../ids.ts";
import { type LocalText, textIn } from "../../text.ts";
import type { Candidate, Pool } from "../candidate.ts";
import type { Criterion, RateRow } from "../criterion.ts";

/** What the first wish counts beside the second and the third. */
const shareOf = (priority: number): number => 4 - priority;

/** Who wants a competence, and what her whole wish gains by each level that is offered. */
interface Wish {
  readonly mentee: number;
  readonly gains: Readonly<Record<CompetenceLevel, number>>;
}

/**
 * How much of what a mentee wants to learn a mentor teaches: of each wish the part that the mentor's level reaches,
 * the first wish counting three times and the second twice as much as the third. Who wishes nothing gains nothing.
 */
export const competences: Criterion = {
  readBy: "participants",
  directed: true,
  rate: ({ mentors, mentees }): RateRow => {
    const wishes = wishesBy(mentees);
    return (mentor, row) => {
      row.fill(0);
      for (const { competenceId, level } of mentors[mentor]?.offers ?? [])
        for (const { mentee, gains } of wishes.get(competenceId) ?? [])
          row[mentee] = Math.min(1, (row[mentee] ?? 0) + gains[level]);
    };
  },
  sentence: ({ mentor, mentee, topics }) => sentenceOf(mentor.name, mentee.name, topics),
};

/** An inverted index: only who wants what a mentor offers is looked at. */
function wishesBy(mentees: Pool["mentees"]): ReadonlyMap<Id<"competence">, readonly Wish[]> {
  const wishes = new Map<Id<"competence">, Wish[]>();
  for (const [mentee, { wants }] of mentees.entries()) {
    const whole = wants.reduce((sum, { priority }) => sum + shareOf(priority), 0);
    for (const want of wants) {
      const gain = (offered: CompetenceLevel): number =>
        (gapOf(offered, want) * shareOf(want.priority)) / whole;
      const gains = {
        basic: gain("basic"),
        intermediate: gain("intermediate"),
        advanced: gain("advanced"),
        "highly-advanced": gain("highly-advanced"),
      };
      const others = wishes.get(want.competenceId) ?? [];
      wishes.set(want.competenceId, [...others, { mentee, gains }]);
    }
  }
  return wishes;
}

/** What a mentor can teach a mentee of what she wants, the most important first. */
export const sharedCompetences = (
  { offers }: Pick<Candidate, "offers">,
  { wants }: Pick<Candidate, "wants">,
): Candidate["wants"] =>
  wants
    .filter((want) =>
      offers.some(({ competenceId, level }) => competenceId === want.competenceId && gapOf(level, want) > 0),
    )
    .toSorted((one, other) => one.priority - other.priority);

function sentenceOf(mentor: string, mentee: string, topics: readonly LocalText[]): LocalText {
  if (topics.length === 0) {
    return {
      it: `Tra ciò che ${mentee} vuole imparare non c’è nulla che ${mentor} possa insegnare.`,
      en: `${mentor} offers nothing of what ${mentee} wants to learn.`,
    };
  }
  const list = (locale: "it" | "en"): string =>
    new Intl.ListFormat(locale, { type: "conjunction" }).format(
      topics.map((topic) => textIn(topic, locale, "en")),
    );
  return {
    it: `${mentor} può insegnare ciò che ${mentee} vuole imparare: ${list("it")}.`,
    en: `${mentor} can teach what ${mentee} wants to learn: ${list("en")}.`,
  };
}
