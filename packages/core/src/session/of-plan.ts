import { deriveId } from "../ids.ts";
import type { Pairing, PlannedDate } from "../pairing/index.ts";
import { type Instant, startOf, timeZoneDataVersion } from "../time.ts";
import { attendeesOf } from "./attendees.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import type { Session } from "./schema.ts";

/**
 * One meeting of a pairing's plan as a session. Its id comes from pairing, revision and ordinal, so that
 * making it again makes no second one.
 */
export function sessionOfPlan(
  { plan, ...pairing }: Pairing,
  { ordinal, localStart }: PlannedDate,
  now: Instant,
): Session {
  return {
    id: deriveId("session", pairing.id, pairing.planRevision, ordinal),
    pairingId: pairing.id,
    programmeId: pairing.programmeId,
    planned: { revision: pairing.planRevision, ordinal },
    localStart,
    zone: pairing.zone,
    start: startOf(localStart, pairing.zone),
    scheduledAt: now,
    timeZoneData: timeZoneDataVersion,
    minutes: plan.minutes,
    venue: pairing.venue,
    attendees: attendeesOf({ plan, ...pairing }),
    state: sessionLifecycle.initial,
    sequence: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
