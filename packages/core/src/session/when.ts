import { Conflict, Invalid } from "../errors.ts";
import { type Instant, type LocalTime, startOf, timeZoneDataVersion, type Zone } from "../time.ts";
import type { Session } from "./schema.ts";

/** What was is not changed any more. */
export const hasBegun = (what: "moved" | "cancelled"): Conflict =>
  new Conflict(`This session has begun and cannot be ${what} any more.`);

type When = Pick<Session, "localStart" | "zone" | "start" | "timeZoneData" | "scheduledAt">;

/**
 * All that a session stores about its time, from its wall time.
 *
 * @throws Invalid  the time is past, or the clocks of the zone skip it
 */
export function whenOf({ localStart, zone }: { localStart: LocalTime; zone: Zone }, now: Instant): When {
  const start = startOf(localStart, zone);
  if (start <= now) {
    const issues = [{ path: ["localStart"], message: "Choose a time to come." }];
    throw new Invalid(`${localStart} in ${zone} is past.`, { issues });
  }
  return { localStart, zone, start, timeZoneData: timeZoneDataVersion, scheduledAt: now };
}
