import type { LocalText } from "../../text.ts";
import type { Candidate } from "../candidate.ts";
import { byPair, type Criterion } from "../criterion.ts";
import { sharedCounts } from "../interned.ts";

/** Two spellings of an interest are one. */
const folded = (interest: string): string => interest.normalize("NFC").toLowerCase();
const interestsOf = ({ interests }: Candidate): string[] => [...new Set(interests.map(folded))];

/** What both like to talk about, beside what who named fewer likes. */
export const interests: Criterion = {
  readBy: "managers",
  rate: (pool) => {
    const shared = sharedCounts(pool, interestsOf);
    const [mentors, mentees] = [pool.mentors, pool.mentees].map((side) =>
      Int32Array.from(side, (candidate) => interestsOf(candidate).length),
    );
    return byPair((mentor, mentee) => {
      const fewer = Math.min(mentors?.[mentor] ?? 0, mentees?.[mentee] ?? 0);
      return fewer === 0 ? 0 : shared(mentor, mentee) / fewer;
    });
  },
  sentence: ({ mentor, mentee }) => sentenceOf(mentor, mentee),
};

function sentenceOf(mentor: Candidate, mentee: Candidate): LocalText {
  const hers = new Set(interestsOf(mentor));
  const shared = mentee.interests.filter((interest) => hers.has(folded(interest)));
  if (shared.length === 0) {
    return {
      it: `${mentor.name} e ${mentee.name} non hanno indicato interessi in comune.`,
      en: `${mentor.name} and ${mentee.name} have named no interests in common.`,
    };
  }
  return {
    it: `Interessi in comune: ${shared.join(", ")}.`,
    en: `Interests in common: ${shared.join(", ")}.`,
  };
}
