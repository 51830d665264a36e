import { Invalid } from "../errors.ts";
import { datesOf, type Pairing, type Plan, requireMeetable, type WorkingDays } from "../pairing/index.ts";
import { type Programme, sessionsLeftOf } from "../programme/index.ts";
import { dayOf, type Instant, type LocalDate, LocalTime } from "../time.ts";
import type { Candidate, Pool } from "./candidate.ts";
import { commonStarts, SLOT_MINUTES, SLOTS, slotsAhead } from "./week.ts";

/** Times that are tried before a pair is left to a manager; only hours that clocks skip are ever refused. */
const MAXIMUM_TRIES = 20;

/** When two are to meet, as far as their programme, their weeks and the calendar say. */
export interface Meetings {
  readonly pool: Pool;
  readonly programme: Programme;
  /** Days of the week and of the calendar; a date on a holiday is moved. */
  readonly working: WorkingDays;
  /** The first session is on or after this day. */
  readonly firstDay: LocalDate;
  readonly now: Instant;
}

/** Slots of a week in UTC in which somebody meets somebody else already. */
export type Busy = ReadonlySet<number>;

export type DerivedPlan = Pick<Pairing, "plan" | "zone" | "plannedFrom">;

/**
 * The plan of a pair or a group: as often and as long as the programme says, on the mentees' clock, at a time of the
 * week when the most of them can come and none meets anybody else. Of several such times those with the fewest dates
 * on holidays come first, then full hours before half ones; `seed` chooses among equals, so that not everybody meets
 * on Monday at nine. Those who share no time, as a manager may have decided, meet when the mentees work.
 *
 * @param seed  not negative and whole; the same gives the same plan
 * @returns nothing when there is no such time
 */
export function derivePlan(
  { mentor, mentees }: { mentor: Candidate; mentees: readonly [Candidate, ...Candidate[]] },
  meetings: Meetings,
  { busy, seed }: { busy: Busy; seed: number },
): DerivedPlan | undefined {
  const { pool } = meetings;
  const clock = clockOf(mentees);
  const common = commonStarts(mentor, mentees, pool, clock);
  const free = (common.length > 0 ? common : commonStarts(mentees[0], mentees, pool, clock)).filter(
    (slot) => !meetingSlots(slot, clock, pool).some((one) => busy.has(one)),
  );
  for (const slot of inOrder(free, meetings, seed).slice(0, MAXIMUM_TRIES)) {
    const derived = planAt(slot, meetings, clock);
    if (isMeetable(derived, meetings)) return derived;
  }
  return undefined;
}

/** The zone that most of some people are in; of several the first. */
function clockOf([first, ...others]: readonly [Candidate, ...Candidate[]]): Pick<Candidate, "zone"> {
  const zones = Map.groupBy([first, ...others], ({ zone }) => zone);
  return [...zones.values()].reduce((best, one) => (one.length > best.length ? one : best))[0] ?? first;
}

/** The slots of a week in UTC that a session takes which begins in a slot on somebody's clock. */
export function meetingSlots(slot: number, clock: Pick<Candidate, "zone">, pool: Pool): number[] {
  const first = slot - slotsAhead(clock, pool);
  return Array.from(
    { length: Math.ceil(pool.sessionMinutes / SLOT_MINUTES) },
    (_, at) => (((first + at) % SLOTS) + SLOTS) % SLOTS,
  );
}

/** The slot of a week in which a plan's sessions begin, on its own clock. */
export const slotOfPlan = ({ weekday, wallTime }: Plan): number =>
  ((weekday - 1) * 24 * 60 + Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3))) / SLOT_MINUTES;

function inOrder(slots: readonly number[], meetings: Meetings, seed: number): number[] {
  const held = new Map<number, number>();
  const holidaysOn = (weekday: number): number => {
    const known = held.get(weekday) ?? holidayDates(weekday, meetings);
    held.set(weekday, known);
    return known;
  };
  const first = slots.length === 0 ? 0 : seed % slots.length;
  return [...slots.slice(first), ...slots.slice(0, first)]
    .map((slot) => ({ slot, holidays: holidaysOn(weekdayOf(slot)), odd: oddness(slot) }))
    .sort((one, other) => one.holidays - other.holidays || one.odd - other.odd)
    .map(({ slot }) => slot);
}

const weekdayOf = (slot: number): number => 1 + Math.floor((slot * SLOT_MINUTES) / (24 * 60));

/** 0 at a full hour, 1 at half past, 2 otherwise. */
function oddness(slot: number): number {
  const minute = (slot * SLOT_MINUTES) % 60;
  return minute === 0 ? 0 : minute === 30 ? 1 : 2;
}

const beginningOf = (day: LocalDate): LocalTime => LocalTime.parse(`${day}T00:00`);

/** How many dates of a plan on this weekday would have to be moved. */
function holidayDates(weekday: number, { programme, working, firstDay, pool }: Meetings): number {
  const holidays = new Set(working.holidays.map(({ date }) => date));
  if (holidays.size === 0) return 0;
  const plan = planOn(weekday, "12:00", { programme, firstDay, pool });
  const planned = datesOf(plan, beginningOf(firstDay), { ...working, holidays: [] });
  return planned.filter(({ localStart }) => holidays.has(dayOf(localStart).date)).length;
}

const planOn = (
  weekday: number,
  wallTime: string,
  { programme, firstDay, pool }: Pick<Meetings, "programme" | "firstDay" | "pool">,
): Plan => ({
  everyWeeks: programme.rules.everyWeeks,
  weekday,
  wallTime,
  minutes: pool.sessionMinutes,
  count: sessionsLeftOf(programme, firstDay),
});

function planAt(
  slot: number,
  { programme, pool, firstDay }: Meetings,
  { zone }: Pick<Candidate, "zone">,
): DerivedPlan {
  const minutes = (slot * SLOT_MINUTES) % (24 * 60);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return {
    plan: planOn(weekdayOf(slot), `${hour}:${minute}`, { programme, firstDay, pool }),
    zone,
    plannedFrom: beginningOf(firstDay),
  };
}

/** Whether all its dates exist and are to come. */
function isMeetable(derived: DerivedPlan, { now, working }: Meetings): boolean {
  try {
    requireMeetable(derived, { now, working });
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}
