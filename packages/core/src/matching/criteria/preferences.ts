import { formatOf } from "../../programme/index.ts";
import type { LocalText } from "../../text.ts";
import type { Candidate, Pool } from "../candidate.ts";
import { byPair, type Criterion, UNKNOWN } from "../criterion.ts";

/**
 * Whether both like to meet in the same way, at a place or by a link, as far as each has said it; nothing in a format
 * that leaves no choice. Whom somebody does not want to meet is no preference but a rule.
 */
export const preferences: Criterion = {
  readBy: "managers",
  rate: (pool) => {
    const ofMentees = pool.mentees.map((mentee) => wayOf(mentee, pool));
    const ofMentors = pool.mentors.map((mentor) => wayOf(mentor, pool));
    return byPair((mentor, mentee) => {
      const [one, other] = [ofMentors[mentor], ofMentees[mentee]];
      if (!one || !other) return UNKNOWN;
      return one === other ? 1 : 0;
    });
  },
  sentence: ({ mentor, mentee, pool }) => sentenceOf(mentor, mentee, pool),
};

const wayOf = ({ prefers }: Candidate, pool: Pool): Candidate["prefers"] =>
  formatOf(pool).meets === "either" ? prefers : undefined;

const ways = {
  place: { it: "di persona", en: "in person" },
  link: { it: "online", en: "online" },
} as const;

function sentenceOf(mentor: Candidate, mentee: Candidate, pool: Pool): LocalText {
  if (formatOf(pool).meets !== "either") {
    return {
      it: "Come ci si incontra lo stabilisce il formato del programma.",
      en: "How people meet is for the format of the programme to say.",
    };
  }
  const [one, other] = [mentor.prefers, mentee.prefers];
  if (!one || !other) {
    return {
      it: `${mentor.name} o ${mentee.name} non ha indicato come preferisce incontrarsi.`,
      en: `${mentor.name} or ${mentee.name} has not said how she or he likes to meet.`,
    };
  }
  if (one === other) {
    return {
      it: `${mentor.name} e ${mentee.name} preferiscono incontrarsi ${ways[one].it}.`,
      en: `${mentor.name} and ${mentee.name} both like to meet ${ways[one].en}.`,
    };
  }
  return {
    it: `${mentor.name} preferisce incontrarsi ${ways[one].it}, ${mentee.name} ${ways[other].it}.`,
    en: `${mentor.name} likes to meet ${ways[one].en}, ${mentee.name} ${ways[other].en}.`,
  };
}
