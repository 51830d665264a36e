import type { Evidence, ObjectiveInput } from "../objective.ts";
import type { Rules } from "../rules.ts";

/** What shipped templates ask with, by key: the pulse, and the two self-assessments. */
export const PULSE = "reverse-mentoring-pulse";
export const DIGITAL = "digital-self-assessment";
export const SOFT_SKILLS = "soft-skills-self-assessment";

export const subscale = (instrumentKey: string, name: string): Evidence => ({
  kind: "subscale",
  instrumentKey,
  subscale: name,
});
export const indicator = (key: string): Evidence => ({ kind: "indicator", key });

/** A mean of answers on a scale of five steps that is to be reached. */
export const meanOf = (value: number): ObjectiveInput["target"] => ({
  value,
  direction: "up",
  unit: { it: "punti su una scala da 1 a 5", en: "points on a scale from 1 to 5" },
});

/** What the mentors gain, whatever they teach. */
export const mentorsGrow: ObjectiveInput = {
  kind: "soft-skills-of-young-talent",
  evidence: [subscale(SOFT_SKILLS, "soft-communication"), subscale(SOFT_SKILLS, "soft-leadership")],
  target: meanOf(4),
};

/** Self-assessments before and after, and the pulse every so many weeks in between; each is called to mind once. */
export const asked = (selfAssessments: string[], everyWeeks: number): Rules["measurement"] => ({
  atStart: selfAssessments,
  during: { everyWeeks, instruments: [PULSE] },
  atEnd: [...selfAssessments, PULSE],
  afterSessions: true,
  reminders: 1,
});
