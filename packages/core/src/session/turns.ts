import type { WorkingHours } from "../organisation/index.ts";
import { nextWorkingDay, type WorkingDays } from "../pairing/index.ts";
import { atWallTime, dayOf, daysLater, type LocalTime, minutesLater, wallTimeIn } from "../time.ts";

/** What says when one mentor can meet several mentees, each alone. */
export interface TurnRules {
  readonly minutes: number;
  readonly hours: WorkingHours;
  readonly working: WorkingDays;
}

/** Turns are sought up to the same weekday of the next week, when another round may begin. */
const DAYS = 6;

/**
 * A turn for each who waits, in her place: when all who have to can come, and no two at once. Who can come to the fewest
 * chooses first, which mostly serves everybody. Who can come to none that is left gets one all the same: those who meet
 * can move it.
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
    const [morning, next] = [atWallTime(day, hours.from), minutesLater(day, minutes)];
    yield* runFrom(next > morning ? next : morning, hours.to, minutes);
    const asked = wallTimeIn(day);
    if (day !== first) yield* runFrom(morning, asked < hours.to ? asked : hours.to, minutes);
  }
}

/** Starts on one day, the last early enough to end by a wall time. */
function* runFrom(start: LocalTime, to: string, minutes: number): Generator<LocalTime> {
  const fits = (end: LocalTime): boolean => dayOf(end).date === dayOf(start).date && wallTimeIn(end) <= to;
  for (let next = start; fits(minutesLater(next, minutes)); next = minutesLater(next, minutes)) yield next;
}
