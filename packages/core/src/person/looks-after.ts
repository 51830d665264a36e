import type { Wanted } from "../due/index.ts";
import { type Instant, plus, plusMonths } from "../time.ts";
import type { Person } from "./schema.ts";

/** The index that finds a person's participations has caught up by then, by a wide margin. */
const SECOND_LOOK_MINUTES = 15;

/** Whole months that somebody has been gone; none while she is there, and none once she is erased. */
export function monthsGone({ state, deactivatedAt }: Person, now: Instant): number | undefined {
  if (state !== "deactivated" || !deactivatedAt) return undefined;
  let months = 0;
  while (plusMonths(deactivatedAt, months + 1) <= now) months += 1;
  return months;
}

/**
 * The wakes that look after somebody who has left: once more whether she was withdrawn from everything, since what
 * was made in the last moment before may not have been in the index yet; and each month whether she is to be erased.
 */
export function looksAfter(person: Person, now: Instant): Wanted[] {
  const { deactivatedAt } = person;
  const months = monthsGone(person, now);
  if (months === undefined || !deactivatedAt) return [];
  const look = (kind: string, dueAt: Instant): Wanted => ({
    work: "wake",
    kind,
    identity: { dueAt },
    dueAt,
  });
  return [
    look("person.left", plus(deactivatedAt, { minutes: SECOND_LOOK_MINUTES })),
    look("person.gone", plusMonths(deactivatedAt, months + 1)),
  ];
}
