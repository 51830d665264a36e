import type { LocalText } from "../../text.ts";
import type { Candidate } from "../candidate.ts";
import { byPair, type Criterion, UNKNOWN } from "../criterion.ts";
import { interned } from "../interned.ts";

/** That they work in different departments, and so see what they would not see otherwise. */
export const departments: Criterion = {
  readBy: "managers",
  rate: (pool) => {
    const { mentors, mentees } = interned(pool, ({ department }) => department);
    return byPair((mentor, mentee) => {
      const [one = -1, other = -1] = [mentors[mentor], mentees[mentee]];
      if (one < 0 || other < 0) return UNKNOWN;
      return one === other ? 0 : 1;
    });
  },
  sentence: ({ mentor, mentee }) => sentenceOf(mentor, mentee),
};

function sentenceOf(mentor: Candidate, mentee: Candidate): LocalText {
  const [one, other] = [mentor.department, mentee.department];
  if (one === undefined || other === undefined) {
    return {
      it: `Di ${mentor.name} o di ${mentee.name} non si conosce il reparto.`,
      en: `The department of ${mentor.name} or ${mentee.name} is not known.`,
    };
  }
  return one === other
    ? { it: `Lavorano nello stesso reparto: ${one}.`, en: `They work in the same department: ${one}.` }
    : {
        it: `Lavorano in reparti diversi: ${one} e ${other}.`,
        en: `They work in different departments: ${one} and ${other}.`,
      };
}
