import { z } from "zod";
import { Invalid } from "../errors.ts";
import { type Instant, type LocalTime, nextWeekday, startOf, weeksLater, type Zone } from "../time.ts";

/** The longest programme that a plan describes: a weekly meeting for two years. */
const MAXIMUM_SESSIONS = 104;

/** When a pairing meets: civil time in the pairing's zone. */
export const Plan = z.strictObject({
  everyWeeks: z.number().int().min(1).max(12),
  weekday: z.number().int().min(1).max(7).describe("1 is Monday, 7 is Sunday"),
  wallTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give an hour like 14:30."),
  minutes: z.number().int().min(15).max(480).describe("Length of a session, in minutes"),
  count: z.number().int().min(1).max(MAXIMUM_SESSIONS).describe("How many sessions in all"),
});
export type Plan = z.infer<typeof Plan>;

/** One meeting of a plan, counted from 1. */
export interface PlannedDate {
  readonly ordinal: number;
  readonly localStart: LocalTime;
}

/**
 * Every date of a plan: the first on its weekday at or after `from`, then every N weeks at the same wall time.
 */
export function datesOf({ everyWeeks, weekday, wallTime, count }: Plan, from: LocalTime): PlannedDate[] {
  const first = nextWeekday(from, weekday, wallTime);
  return Array.from({ length: count }, (_, at) => ({
    ordinal: at + 1,
    localStart: weeksLater(first, at * everyWeeks),
  }));
}

/**
 * Every date of a plan exists in its zone, and the first is still to come.
 *
 * @throws Invalid  otherwise
 */
export function requireMeetable(
  { plan, plannedFrom, zone }: { plan: Plan; plannedFrom: LocalTime; zone: Zone },
  now: Instant,
): void {
  const [first] = datesOf(plan, plannedFrom).map(({ localStart }) => startOf(localStart, zone));
  if (first !== undefined && first > now) return;
  const issues = [{ path: ["plannedFrom"], message: "Choose a date to come." }];
  throw new Invalid("This plan begins in the past.", { issues });
}
