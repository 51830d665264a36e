import { dayOf, type Instant, localOf, minutesLater, wallTimeIn, type Zone } from "../time.ts";
import type { Profile } from "./profile.ts";

/**
 * Whether somebody can meet then, on her clock: a session lies in the hours of a week that she has named, or in several
 * that touch.
 */
export function isOpenTo(
  hours: Profile["availability"],
  { start, minutes, zone }: { readonly start: Instant; readonly minutes: number; readonly zone: Zone },
): boolean {
  const begins = localOf(start, zone);
  const ends = minutesLater(begins, minutes);
  const { date, weekday } = dayOf(begins);
  if (dayOf(ends).date !== date) return false;
  const todays = hours
    .filter((one) => one.weekday === weekday)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const free = todays.reduce(
    (until, { from, to }) => (from <= until && to > until ? to : until),
    wallTimeIn(begins),
  );
  return free >= wallTimeIn(ends);
}
