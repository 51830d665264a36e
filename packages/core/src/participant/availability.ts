import { dayOf, type Instant, localOf, minutesLater, type Zone } from "../time.ts";
import type { Profile } from "./profile.ts";

/** As fine as anybody names hours. */
const STEP_MINUTES = 15;

const wallTimeAt = (local: string): string => local.slice("2026-11-24T".length);

/** Whether somebody can meet then: within the hours of a week that she has named, on her clock; any, if she has not. */
export function isOpenTo(
  { availability }: Pick<Profile, "availability">,
  { start, minutes, zone }: { readonly start: Instant; readonly minutes: number; readonly zone: Zone },
): boolean {
  if (availability.length === 0) return true;
  const begins = localOf(start, zone);
  const { weekday } = dayOf(begins);
  const steps = Array.from({ length: Math.ceil(minutes / STEP_MINUTES) }, (_, at) => ({
    from: minutesLater(begins, at * STEP_MINUTES),
    to: minutesLater(begins, Math.min(minutes, (at + 1) * STEP_MINUTES)),
  }));
  return steps.every((step) =>
    availability.some(
      (hours) =>
        hours.weekday === weekday &&
        dayOf(step.to).weekday === weekday &&
        hours.from <= wallTimeAt(step.from) &&
        wallTimeAt(step.to) <= hours.to,
    ),
  );
}
