import type { LocalText } from "../../text.ts";
import type { Candidate } from "../candidate.ts";
import { byPair, type Criterion, UNKNOWN } from "../criterion.ts";

/** How ready the two have said they are, on the average. */
export const readiness: Criterion = {
  readBy: "managers",
  rate: ({ mentors, mentees }) => {
    const [ofMentors, ofMentees] = [mentors, mentees].map((side) => Float64Array.from(side, scoreOf));
    return byPair((mentor, mentee) => ((ofMentors?.[mentor] ?? 0) + (ofMentees?.[mentee] ?? 0)) / 2);
  },
  sentence: ({ mentor, mentee }) => sentenceOf(mentor, mentee),
};

const scoreOf = ({ readiness }: Candidate): number => readiness ?? UNKNOWN;

function sentenceOf(mentor: Candidate, mentee: Candidate): LocalText {
  if (mentor.readiness === undefined || mentee.readiness === undefined) {
    return {
      it: `${mentor.name} o ${mentee.name} non ha ancora compilato l’autovalutazione iniziale.`,
      en: `${mentor.name} or ${mentee.name} has not assessed her or his own readiness yet.`,
    };
  }
  const percent = Math.round(((mentor.readiness + mentee.readiness) / 2) * 100);
  return {
    it: `Le loro autovalutazioni iniziali danno in media ${percent} punti su 100.`,
    en: `Their own assessments of their readiness come to ${percent} of 100 points on average.`,
  };
}
