import type { LocalText } from "../../text.ts";
import type { Candidate } from "../candidate.ts";
import { byPair, type Criterion, UNKNOWN } from "../criterion.ts";

/** From so many generations on they are as far apart as counts. */
const FAR_APART = 3;

/** How many generations the mentor is younger, up to three; nothing when she is not. */
export const generations: Criterion = {
  readBy: "managers",
  rate: ({ mentors, mentees }) =>
    byPair((mentor, mentee) => {
      const distance = distanceOf(mentors[mentor], mentees[mentee]);
      return distance === undefined ? UNKNOWN : Math.min(1, Math.max(0, distance) / FAR_APART);
    }),
  sentence: ({ mentor, mentee }) => sentenceOf(mentor, mentee),
};

/** Positive when the mentor is of a younger generation; unknown when either's is. */
function distanceOf(mentor: Candidate | undefined, mentee: Candidate | undefined): number | undefined {
  if (mentor?.generation === undefined || mentee?.generation === undefined) return undefined;
  return mentor.generation - mentee.generation;
}

function sentenceOf(mentor: Candidate, mentee: Candidate): LocalText {
  const distance = distanceOf(mentor, mentee);
  if (distance === undefined) {
    return {
      it: `Di ${mentor.name} o di ${mentee.name} non si conosce la generazione.`,
      en: `The generation of ${mentor.name} or ${mentee.name} is not known.`,
    };
  }
  if (distance === 0) {
    return {
      it: `${mentor.name} e ${mentee.name} sono della stessa generazione.`,
      en: `${mentor.name} and ${mentee.name} are of the same generation.`,
    };
  }
  const [younger, older] = distance > 0 ? [mentor.name, mentee.name] : [mentee.name, mentor.name];
  const many = Math.abs(distance);
  return {
    it: `${younger} è di ${many === 1 ? "una generazione" : `${many} generazioni`} più giovane di ${older}.`,
    en: `${younger} is ${many === 1 ? "one generation" : `${many} generations`} younger than ${older}.`,
  };
}
