import { z } from "zod";
import { Invalid } from "../errors.ts";
import { type Organisation, WallTime } from "../organisation/index.ts";
import { MAXIMUM_WEEKS_BETWEEN_SESSIONS } from "../programme/index.ts";
import {
  dayOf,
  daysLater,
  type Instant,
  type LocalTime,
  nextWeekday,
  startOf,
  weeksLater,
  type Zone,
} from "../time.ts";

/** The longest programme that a plan describes: a weekly meeting for two years. */
const MAXIMUM_SESSIONS = 104;

/** When a pairing meets: civil time in the pairing's zone. */
export const Plan = z.strictObject({
  everyWeeks: z.number().int().min(1).max(MAXIMUM_WEEKS_BETWEEN_SESSIONS),
  weekday: z.number().int().min(1).max(7).describe("1 is Monday, 7 is Sunday"),
  wallTime: WallTime,
  minutes: z.number().int().min(15).max(480).describe("Length of a session, in minutes"),
  count: z.number().int().min(1).max(MAXIMUM_SESSIONS).describe("How many sessions in all"),
});
export type Plan = z.infer<typeof Plan>;

/** One meeting of a plan, counted from 1. */
export interface PlannedDate {
  readonly ordinal: number;
  readonly localStart: LocalTime;
}

/** On which days people meet. */
export type WorkingDays = Pick<Organisation, "workingDays" | "holidays">;

/** A date goes no further than to the day before the next one of a weekly plan. */
const MAXIMUM_DAYS_LATER = 6;

/**
 * Every date of a plan: the first on its weekday at or after `from`, then every N weeks at the same wall time.
 * A date on a holiday is the next working day's instead, and left out where there is none within six days.
 */
export function datesOf(
  { everyWeeks, weekday, wallTime, count }: Plan,
  from: LocalTime,
  working: WorkingDays,
): PlannedDate[] {
  const first = nextWeekday(from, weekday, wallTime);
  const holidays = new Set<string>(working.holidays.map(({ date }) => date));
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const localStart = besideHolidays(weeksLater(first, at * everyWeeks), working, holidays);
    return localStart ? [{ ordinal: at + 1, localStart }] : [];
  });
}

/** The same hour of the first day that is no holiday; a day that a plan names itself may be at a weekend. */
function besideHolidays(
  planned: LocalTime,
  working: WorkingDays,
  holidays: ReadonlySet<string>,
): LocalTime | undefined {
  return holidays.has(dayOf(planned).date) ? nextWorkingDay(planned, working) : planned;
}

/** The same hour of the next day on which people work; none where there is none within six days. */
export function nextWorkingDay(
  planned: LocalTime,
  { workingDays, holidays }: WorkingDays,
): LocalTime | undefined {
  return Array.from({ length: MAXIMUM_DAYS_LATER }, (_, at) => daysLater(planned, at + 1)).find((local) => {
    const { date, weekday } = dayOf(local);
    return workingDays.includes(weekday) && !holidays.some((holiday) => holiday.date === date);
  });
}

/**
 * Every date of a plan exists in its zone, and the first is still to come.
 *
 * @throws Invalid  otherwise
 */
export function requireMeetable(
  { plan, plannedFrom, zone }: { plan: Plan; plannedFrom: LocalTime; zone: Zone },
  { now, working }: { now: Instant; working: WorkingDays },
): void {
  const [first] = datesOf(plan, plannedFrom, working).map(({ localStart }) => startOf(localStart, zone));
  if (first !== undefined && first > now) return;
  const issues = [{ path: ["plannedFrom"], message: "Choose a date to come." }];
  throw new Invalid("This plan begins in the past, or on a holiday that no working day follows.", { issues });
}
