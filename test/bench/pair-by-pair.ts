import { gapOf } from "@viceversa/core/competence/index.ts";
import type { Candidate, Pool } from "@viceversa/core/matching/candidate.ts";
import { type RuleCode, ruleCodes } from "@viceversa/core/matching/hard-rules.ts";
import { commonStarts, SLOT_MINUTES, SLOTS, slotsAhead } from "@viceversa/core/matching/week.ts";
import { readyStates } from "@viceversa/core/participant/index.ts";
import { type CriterionName, criterionNames } from "@viceversa/core/programme/index.ts";

/** What a person has who is compared: the slots of a week, in UTC, at which a session can begin. */
interface Somebody extends Candidate {
  readonly begins: ReadonlySet<number>;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const allDay = { from: "00:00", to: "24:00" };
const always = everyDay.map((weekday) => ({ weekday, ...allDay }));

/**
 * The same rules and scores as `compare`, one pair after the other, with objects, sets and lists: what one would
 * write first. What a week looks like is worked out once for each person.
 */
export function comparePairByPair(pool: Pool): { readonly blocked: number[]; readonly scores: number[] } {
  const mentors = pool.mentors.map((mentor) => somebody(mentor, "mentor", pool));
  const mentees = pool.mentees.map((mentee) => somebody(mentee, "mentee", pool));
  const blocked: number[] = [];
  const scores: number[] = [];
  for (const mentor of mentors)
    for (const mentee of mentees) {
      const bits = bitsBetween(mentor, mentee);
      blocked.push(bits);
      if (bits === 0) scores.push(scoreOf(mentor, mentee, pool));
    }
  return { blocked, scores };
}

function somebody(candidate: Candidate, role: "mentor" | "mentee", pool: Pool): Somebody {
  const working = pool.workingDays.map((weekday) => ({ weekday, ...pool.workingHours }));
  const availability = candidate.availability.length > 0 ? candidate.availability : working;
  const free = { ...candidate, availability: always };
  const starts =
    role === "mentor"
      ? commonStarts({ ...candidate, availability }, [free], {
          ...pool,
          workingDays: everyDay,
          workingHours: allDay as Pool["workingHours"],
        })
      : commonStarts(free, [candidate], pool);
  const ahead = slotsAhead(candidate, pool);
  return { ...candidate, begins: new Set(starts.map((slot) => (slot - ahead + SLOTS) % SLOTS)) };
}

function bitsBetween(mentor: Somebody, mentee: Somebody): number {
  const stands: Partial<Record<RuleCode, boolean>> = {
    "same-person": mentor.personId === mentee.personId,
    "reporting-line": mentor.line.includes(mentee.personId) || mentee.line.includes(mentor.personId),
    "not-available": mentor.excludes.includes(mentee.personId) || mentee.excludes.includes(mentor.personId),
    "not-prepared": !readyStates.includes(mentor.state) || !readyStates.includes(mentee.state),
    "no-capacity": mentor.places < 1 || mentee.places < 1,
    "no-common-language": !mentor.languages.some((language) => mentee.languages.includes(language)),
    "no-common-hours": sharedStarts(mentor, mentee) === 0,
  };
  return ruleCodes.reduce((bits, code, at) => (stands[code] ? bits | (1 << at) : bits), 0);
}

function sharedStarts(mentor: Somebody, mentee: Somebody): number {
  let count = 0;
  for (const slot of mentor.begins) if (mentee.begins.has(slot)) count += 1;
  return count;
}

function scoreOf(mentor: Somebody, mentee: Somebody, { rules: { weights } }: Pool): number {
  const whole = criterionNames.reduce((sum, name) => sum + weights[name], 0);
  const values = criteriaOf(mentor, mentee);
  const score = criterionNames.reduce(
    (sum, name) => (weights[name] > 0 ? sum + (weights[name] / whole) * values[name] : sum),
    0,
  );
  return Math.min(1, score);
}

function criteriaOf(mentor: Somebody, mentee: Somebody): Record<CriterionName, number> {
  const distance =
    mentor.generation === undefined || mentee.generation === undefined
      ? undefined
      : mentor.generation - mentee.generation;
  const areKnown = mentor.department !== undefined && mentee.department !== undefined;
  const mine = new Set(mentor.interests.map(folded));
  const hers = new Set(mentee.interests.map(folded));
  const fewer = Math.min(mine.size, hers.size);
  return {
    competences: taught(mentor, mentee),
    generations: distance === undefined ? 0.5 : Math.min(1, Math.max(0, distance) / 3),
    hours: Math.min(1, (sharedStarts(mentor, mentee) * SLOT_MINUTES) / 600),
    departments: areKnown ? Number(mentor.department !== mentee.department) : 0.5,
    interests: fewer === 0 ? 0 : [...mine].filter((interest) => hers.has(interest)).length / fewer,
    // The pool meets by link: its format leaves no choice.
    preferences: 0.5,
    readiness: ((mentor.readiness ?? 0.5) + (mentee.readiness ?? 0.5)) / 2,
  };
}

const folded = (interest: string): string => interest.normalize("NFC").toLowerCase();

function taught({ offers }: Candidate, { wants }: Candidate): number {
  const whole = wants.reduce((sum, { priority }) => sum + (4 - priority), 0);
  let reached = 0;
  for (const offer of offers)
    for (const want of wants)
      if (want.competenceId === offer.competenceId)
        reached = Math.min(1, reached + (gapOf(offer.level, want) * (4 - want.priority)) / whole);
  return reached;
}
