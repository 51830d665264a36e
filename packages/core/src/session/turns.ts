import type { WorkingHours } from "../organisation/index.ts";
import { nextWorkingDay, type WorkingDays } from "../pairing/index.ts";
import { type LocalTime, minutesLater } from "../time.ts";

/** What says when one mentor can meet several mentees, each alone. */
export interface TurnRules {
  readonly minutes: number;
  readonly hours: WorkingHours;
  readonly working: WorkingDays;
}

const wallTimeIn = (local: LocalTime): string => local.slice("2026-11-24T".length);

/**
 * The starts of so many sessions, one after the other: from a wall time on, and from the same hour of the next working
 * day on once the working day is over. The first is where it was asked for, also outside of working hours.
 */
export function turnsFrom(
  first: LocalTime,
  count: number,
  { minutes, hours, working }: TurnRules,
): LocalTime[] {
  const turns: LocalTime[] = [];
  let day: LocalTime = first;
  let next: LocalTime = first;
  while (turns.length < count) {
    turns.push(next);
    const after = minutesLater(next, minutes);
    const end = minutesLater(after, minutes);
    const fits = end.slice(0, 10) === day.slice(0, 10) && wallTimeIn(end) <= hours.to;
    if (!fits) day = nextWorkingDay(day, working) ?? minutesLater(day, 24 * 60);
    next = fits ? after : day;
  }
  return turns;
}
