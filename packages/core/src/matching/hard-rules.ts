import type { Id } from "../ids.ts";
import { readyStates } from "../participant/index.ts";
import { formatOf } from "../programme/index.ts";
import { arePeers, type Candidate, type PairIds, type Pool, turned } from "./candidate.ts";
import { interned, sharedCounts } from "./interned.ts";
import { startCounts } from "./week.ts";

/** Whether a rule stands between a mentor and a mentee, by their places in a pool. */
type Stands = (mentor: number, mentee: number) => boolean;

/** Who may pair two all the same, by hand and warned: a manager, an administrator who says why, or nobody. */
export type SetAsideBy = "manager" | "admin" | "nobody";

interface HardRule {
  readonly setAsideBy: SetAsideBy;
  readonly over: (pool: Pool) => Stands;
}

/**
 * What keeps two from being a pair, by the code of its reason. A reason never tells more than its code: that
 * somebody does not want to meet somebody reads "not available".
 */
export const hardRules = {
  "same-person": {
    setAsideBy: "nobody",
    over:
      ({ mentors, mentees }) =>
      (mentor, mentee) =>
        mentors[mentor]?.personId === mentees[mentee]?.personId,
  },
  "reporting-line": { setAsideBy: "admin", over: (pool) => related(pool, ({ line }) => line) },
  "not-available": { setAsideBy: "nobody", over: (pool) => related(pool, ({ excludes }) => excludes) },
  forbidden: { setAsideBy: "nobody", over: (pool) => among(pool, pool.forbidden) },
  "not-prepared": { setAsideBy: "nobody", over: (pool) => either(pool, ({ state }) => !isReady(state)) },
  "no-capacity": { setAsideBy: "nobody", over: (pool) => either(pool, ({ places }) => places < 1) },
  "already-paired": { setAsideBy: "nobody", over: (pool) => among(pool, pool.paired) },
  "former-pairing": {
    setAsideBy: "manager",
    over: (pool) => (pool.rules.formerPairings === "allowed" ? never : among(pool, pool.former)),
  },
  "no-common-language": {
    setAsideBy: "manager",
    over: (pool) => {
      const shared = sharedCounts(pool, ({ languages }) => languages);
      return (mentor, mentee) => shared(mentor, mentee) === 0;
    },
  },
  "generation-gap": {
    setAsideBy: "manager",
    over: (pool) => tooClose(pool, pool.rules.minimumGenerationGap, aboveInAge),
  },
  "seniority-gap": {
    setAsideBy: "manager",
    over: (pool) => tooClose(pool, pool.rules.minimumSeniorityGap, aboveInRank),
  },
  "different-site": { setAsideBy: "manager", over: differentSite },
  "no-common-hours": {
    setAsideBy: "manager",
    over: (pool) => {
      if (formatOf(pool).meets === "place") return never;
      const starts = startCounts(pool);
      return (mentor, mentee) => starts(mentor, mentee) === 0;
    },
  },
} as const satisfies Record<string, HardRule>;

export type RuleCode = keyof typeof hardRules;
export const ruleCodes = Object.keys(hardRules) as [RuleCode, ...RuleCode[]];

const isReady = (state: Candidate["state"]): boolean => readyStates.includes(state);
const never: Stands = () => false;

/** Unknown sites are one site: a directory without sites keeps nobody apart. */
function differentSite(pool: Pool): Stands {
  if (!formatOf(pool).sharesSite) return never;
  const { mentors, mentees } = interned(pool, ({ site }) => site);
  return (mentor, mentee) => mentors[mentor] !== mentees[mentee];
}

/** By how much the mentee of two is above the mentor; nothing where it is not known of both. */
type Above = (mentor: Candidate, mentee: Candidate) => number | undefined;

/** The oldest generation is the first. */
const aboveInAge: Above = ({ generation: mentor }, { generation: mentee }) =>
  mentor === undefined || mentee === undefined ? undefined : mentor - mentee;
const aboveInRank: Above = ({ seniority: mentor }, { seniority: mentee }) =>
  mentor === undefined || mentee === undefined ? undefined : mentee - mentor;

/** Less above than a programme asks for; of two peers neither has to be the one above. */
function tooClose(pool: Pool, minimum: number, above: Above): Stands {
  if (minimum === 0) return never;
  const isEitherWay = arePeers(pool);
  return (mentor, mentee) => {
    const [one, other] = [pool.mentors[mentor], pool.mentees[mentee]];
    const by = one && other && above(one, other);
    return by !== undefined && (isEitherWay ? Math.abs(by) : by) < minimum;
  };
}

function either({ mentors, mentees }: Pool, holds: (candidate: Candidate) => boolean): Stands {
  const ofMentors = mentors.map(holds);
  const ofMentees = mentees.map(holds);
  return (mentor, mentee) => ofMentors[mentor] === true || ofMentees[mentee] === true;
}

const placesBy = <Key>(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => Key,
): Map<Key, number> => new Map(candidates.map((candidate, at) => [keyOf(candidate), at]));

/** Some pairs of places, asked for again and again; most pools have few or none. */
function pairsOf(height: number, width: number) {
  let marks: Uint8Array | undefined;
  return {
    add(mentor: number, mentee: number): void {
      marks ??= new Uint8Array(height * width);
      marks[mentor * width + mentee] = 1;
    },
    stands: (): Stands => {
      const marked = marks;
      return marked ? (mentor, mentee) => marked[mentor * width + mentee] === 1 : never;
    },
  };
}

/** One of the two names the other among the people that a list of hers names. */
function related({ mentors, mentees }: Pool, namesOf: (one: Candidate) => readonly Id<"person">[]): Stands {
  const { add, stands } = pairsOf(mentors.length, mentees.length);
  const mentorAt = placesBy(mentors, ({ personId }) => personId);
  const menteeAt = placesBy(mentees, ({ personId }) => personId);
  for (const [mentor, candidate] of mentors.entries())
    for (const personId of namesOf(candidate)) {
      const mentee = menteeAt.get(personId);
      if (mentee !== undefined) add(mentor, mentee);
    }
  for (const [mentee, candidate] of mentees.entries())
    for (const personId of namesOf(candidate)) {
      const mentor = mentorAt.get(personId);
      if (mentor !== undefined) add(mentor, mentee);
    }
  return stands();
}

function among({ mentors, mentees }: Pool, listed: readonly PairIds[]): Stands {
  const { add, stands } = pairsOf(mentors.length, mentees.length);
  const mentorAt = placesBy(mentors, ({ participantId }) => participantId);
  const menteeAt = placesBy(mentees, ({ participantId }) => participantId);
  for (const { mentorId, menteeId } of listed) {
    const mentor = mentorAt.get(mentorId);
    const mentee = menteeAt.get(menteeId);
    if (mentor !== undefined && mentee !== undefined) add(mentor, mentee);
  }
  return stands();
}

/**
 * Which rules stand between a mentor and a mentee: one bit for each, in the order of `ruleCodes`. Between two peers
 * stands what stands in one of the two directions.
 */
export function ruleBits(pool: Pool): (mentor: number, mentee: number) => number {
  const there = bitsOneWay(pool);
  if (!arePeers(pool)) return there;
  const back = pool.mentors === pool.mentees ? there : bitsOneWay(turned(pool));
  return (mentor, mentee) => there(mentor, mentee) | back(mentee, mentor);
}

function bitsOneWay(pool: Pool): (mentor: number, mentee: number) => number {
  const rules = ruleCodes
    .map((code, at) => ({ bit: 1 << at, stands: hardRules[code].over(pool) }))
    .filter(({ stands }) => stands !== never);
  return (mentor, mentee) => {
    let bits = 0;
    for (const { bit, stands } of rules) if (stands(mentor, mentee)) bits |= bit;
    return bits;
  };
}

/** The codes of the rules that bits stand for. */
export const codesIn = (bits: number): RuleCode[] => ruleCodes.filter((_, at) => (bits & (1 << at)) !== 0);

const mayBy: Readonly<Record<SetAsideBy, readonly ("manager" | "admin")[]>> = {
  manager: ["manager", "admin"],
  admin: ["admin"],
  nobody: [],
};

/** Whether a manager, or an administrator who says why, may pair two between whom these rules stand. */
export const isOverridable = (
  codes: readonly RuleCode[],
  by: Exclude<SetAsideBy, "nobody"> = "manager",
): boolean => codes.every((code) => mayBy[hardRules[code].setAsideBy].includes(by));
