import type { WorkingHours } from "../organisation/index.ts";
import { nextWorkingDay, type WorkingDays } from "../pairing/index.ts";
import { daysLater, type LocalTime, minutesLater } from "../time.ts";

/** What says when one mentor can meet several mentees, each alone. */
export interface TurnRules {
  readonly minutes: number;
  readonly hours: WorkingHours;
  readonly working: WorkingDays;
}

/** Turns are sought up to the same weekday of the next week, when another round may begin. */
const DAYS = 6;

const wallTimeIn = (local: LocalTime): string => local.slice("2026-11-24T".length);
const at = (day: LocalTime, wallTime: string): LocalTime =>
  `${day.slice(0, "2026-11-24T".length)}${wallTime}` as LocalTime;

/**
 * A turn for each who waits, in her place: when all who have to can come, and no two at once. Who can come to the fewest
 * chooses first. Who can come to none gets one all the same: those who meet can move it.
 *
 * @param isFree  whether nobody has a turn already
 * @param comes  whether one of those who wait, and whoever she is to meet, can come to it
 */
export function turnsFor<Waiting>(
  first: LocalTime,
  waiting: readonly Waiting[],
  {
    isFree,
    comes,
    ...rules
  }: TurnRules & {
    readonly isFree: (turn: LocalTime) => boolean;
    readonly comes: (one: Waiting, turn: LocalTime) => boolean;
  },
): LocalTime[] {
  const turns = new Set<LocalTime>();
  const last = daysLater(first, DAYS);
  for (const turn of turnsFrom(first, rules)) {
    if (turns.size >= waiting.length && turn > last) break;
    if (isFree(turn)) turns.add(turn);
  }
  const taken: LocalTime[] = [];
  const wishes = waiting.map((one, place) => ({
    place,
    turns: [...turns].filter((turn) => comes(one, turn)),
  }));
  const take = (place: number, turn: LocalTime | undefined): void => {
    if (turn === undefined) return;
    taken[place] = turn;
    turns.delete(turn);
  };
  for (const wish of wishes.toSorted((one, other) => one.turns.length - other.turns.length))
    take(
      wish.place,
      wish.turns.find((turn) => turns.has(turn)),
    );
  for (const { place } of wishes) if (taken[place] === undefined) take(place, [...turns][0]);
  return taken;
}

/**
 * The starts of sessions one after the other: from a wall time on, and on each later working day from the same hour on,
 * and then from the morning up to it. The first of a day is at that hour, also outside of working hours.
 */
function* turnsFrom(first: LocalTime, { minutes, hours, working }: TurnRules): Generator<LocalTime> {
  for (let day = first; ; day = nextWorkingDay(day, working) ?? daysLater(day, 1)) {
    yield day;
    yield* runFrom(minutesLater(day, minutes), { minutes, to: hours.to });
    if (day !== first) yield* runFrom(at(day, hours.from), { minutes, to: wallTimeIn(day) });
  }
}

/** Starts on one day, the last early enough to end by a wall time. */
function* runFrom(
  start: LocalTime,
  { minutes, to }: { readonly minutes: number; readonly to: string },
): Generator<LocalTime> {
  const isBefore = (end: LocalTime): boolean =>
    end.slice(0, 10) === start.slice(0, 10) && wallTimeIn(end) <= to;
  for (let next = start; isBefore(minutesLater(next, minutes)); next = minutesLater(next, minutes))
    yield next;
}
