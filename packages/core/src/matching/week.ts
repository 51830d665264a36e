import type { WorkingHours } from "../organisation/index.ts";
import { offsetMinutes } from "../time.ts";
import type { Candidate, Pool } from "./candidate.ts";
import { ones, setBit } from "./interned.ts";

/** A week in quarters of an hour: finer than anybody plans, and what every zone's offset is a multiple of. */
export const SLOT_MINUTES = 15;
const SLOTS_OF_DAY = (24 * 60) / SLOT_MINUTES;
export const SLOTS = 7 * SLOTS_OF_DAY;
const WORDS = SLOTS / 32;

type Hours = Candidate["availability"];
/** One entry a slot, 1 where something holds. */
type Week = Uint8Array;

const minuteOf = (wallTime: string): number => Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));

/** The slots of a week on somebody's own clock that lie wholly in hours; slot 0 begins on Monday at midnight. */
function slotsIn(hours: Hours): Week {
  const week = new Uint8Array(SLOTS);
  for (const { weekday, from, to } of hours) {
    const day = (weekday - 1) * SLOTS_OF_DAY;
    const first = Math.ceil(minuteOf(from) / SLOT_MINUTES);
    week.fill(1, day + first, Math.max(day + first, day + Math.floor(minuteOf(to) / SLOT_MINUTES)));
  }
  return week;
}

const workingWeek = (days: readonly number[], { from, to }: WorkingHours): Week =>
  slotsIn(days.map((weekday) => ({ weekday, from, to })));

type WorkingTime = Pick<Pool, "workingHours" | "workingDays">;

/** When she can meet, on her own clock: when she has said, or else whenever people work. */
function openTo({ availability }: Pick<Candidate, "availability">, working: Week): Week {
  return availability.length > 0 ? slotsIn(availability) : working;
}

/** A mentee is met within working hours, unless all that she has said lies outside of them. */
function withinWork(open: Week, working: Week): Week {
  const within = open.map((slot, at) => slot & (working[at] ?? 0));
  return within.includes(1) ? within : open;
}

/** Where a session can begin: all its slots are free. It may go on over the end of the week. */
function startsIn(week: Week, minutes: number): Week {
  const needed = Math.ceil(minutes / SLOT_MINUTES);
  const starts = new Uint8Array(SLOTS);
  let run = 0;
  // From the end, twice around: what follows the last slot is known when it is looked at again.
  for (let at = 2 * SLOTS - 1; at >= 0; at -= 1) {
    run = week[at % SLOTS] === 1 ? run + 1 : 0;
    if (at < SLOTS && run >= needed) starts[at] = 1;
  }
  return starts;
}

/** The same slots on another clock, so many slots ahead. */
function shifted(week: Week, slots: number): Week {
  const by = ((slots % SLOTS) + SLOTS) % SLOTS;
  const other = new Uint8Array(SLOTS);
  other.set(week.subarray(0, SLOTS - by), by);
  other.set(week.subarray(SLOTS - by));
  return other;
}

/** Slots that a zone's clocks are ahead of UTC. */
export const slotsAhead = ({ zone }: Pick<Candidate, "zone">, { at }: Pick<Pool, "at">): number =>
  Math.round(offsetMinutes(at, zone) / SLOT_MINUTES);

type Meeting = WorkingTime & Pick<Pool, "sessionMinutes" | "at">;

/** Where a session with a mentor or a mentee can begin, in UTC. */
function beginsWith(candidate: Candidate, role: "mentor" | "mentee", pool: Meeting): Week {
  const working = workingWeek(pool.workingDays, pool.workingHours);
  const open = openTo(candidate, working);
  const free = role === "mentor" ? open : withinWork(open, working);
  return shifted(startsIn(free, pool.sessionMinutes), -slotsAhead(candidate, pool));
}

/**
 * When a session can begin that a mentor and as many mentees as can be come to: slots of a week on the clock of one of
 * them, of which 0 is Monday at midnight. None where she shares no time with anybody.
 *
 * @param clock  whose clock; the first mentee's unless another is given
 */
export function commonStarts(
  mentor: Candidate,
  mentees: readonly [Candidate, ...Candidate[]],
  pool: Meeting,
  clock: Pick<Candidate, "zone"> = mentees[0],
): number[] {
  const hers = beginsWith(mentor, "mentor", pool);
  const coming = new Uint8Array(SLOTS);
  for (const mentee of mentees)
    for (const [at, slot] of beginsWith(mentee, "mentee", pool).entries())
      coming[at] = (coming[at] ?? 0) + (slot & (hers[at] ?? 0));
  const most = Math.max(1, ...coming);
  const best = coming.map((count) => (count === most ? 1 : 0));
  return [...shifted(best, slotsAhead(clock, pool)).entries()].flatMap(([at, slot]) =>
    slot === 1 ? [at] : [],
  );
}

/** Who has which week; many have the same. */
interface Weeks {
  readonly of: Uint32Array;
  readonly distinct: readonly Uint32Array[];
}

function weeksOf(candidates: readonly Candidate[], role: "mentor" | "mentee", pool: Meeting): Weeks {
  const numbers = new Map<string, number>();
  const distinct: Uint32Array[] = [];
  const of = Uint32Array.from(candidates, (candidate) => {
    const name = JSON.stringify([candidate.zone, candidate.availability]);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const bits = new Uint32Array(WORDS);
    for (const [at, slot] of beginsWith(candidate, role, pool).entries()) if (slot === 1) setBit(bits, 0, at);
    numbers.set(name, distinct.length);
    return distinct.push(bits) - 1;
  });
  return { of, distinct };
}

/** Where in a week's words something is at all: most people name a few hours of it. */
const wordsOf = (week: Uint32Array): number[] => [...week.keys()].filter((word) => week[word] !== 0);

function shared(one: Uint32Array, other: Uint32Array, words: readonly number[]): number {
  let count = 0;
  for (const word of words) count += ones((one[word] ?? 0) & (other[word] ?? 0));
  return count;
}

type StartCounts = (mentor: number, mentee: number) => number;

/** A rule and a criterion ask for the same counts of one pool. */
const counted = new WeakMap<Pool, StartCounts>();

/** In how many slots of a week a session of a mentor and a mentee can begin, by their places. */
export function startCounts(pool: Pool): StartCounts {
  const counts = counted.get(pool) ?? countStarts(pool);
  counted.set(pool, counts);
  return counts;
}

function countStarts(pool: Pool): StartCounts {
  const mentors = weeksOf(pool.mentors, "mentor", pool);
  const mentees = weeksOf(pool.mentees, "mentee", pool);
  const width = mentees.distinct.length;
  const counts = new Uint16Array(mentors.distinct.length * width);
  for (const [at, one] of mentors.distinct.entries()) {
    const words = wordsOf(one);
    for (let other = 0; other < width; other += 1)
      counts[at * width + other] = shared(one, mentees.distinct[other] ?? one, words);
  }
  return (mentor, mentee) => counts[(mentors.of[mentor] ?? 0) * width + (mentees.of[mentee] ?? 0)] ?? 0;
}
