import type { Wanted } from "../due/index.ts";
import { type Instant, startOf } from "../time.ts";
import { meetingStates } from "./lifecycle.ts";
import { datesOf, type PlannedDate, type WorkingDays } from "./plan.ts";
import type { Pairing } from "./schema.ts";

/** How many of the sessions to come are held in being; later ones are shown as planned dates. */
const HORIZON = 2;

export const PAIRING_ADVANCE = "pairing.advance";

/** The dates of a plan that are still to come, in order. */
export const upcomingDates = (
  { plan, plannedFrom, zone }: Pairing,
  { now, working }: { now: Instant; working: WorkingDays },
): PlannedDate[] =>
  datesOf(plan, plannedFrom, working).filter(({ localStart }) => startOf(localStart, zone) > now);

/** The meetings of a plan that must exist now; none when the pairing does not meet. */
export const horizonOf = (pairing: Pairing, when: { now: Instant; working: WorkingDays }): PlannedDate[] =>
  meetingStates.includes(pairing.state) ? upcomingDates(pairing, when).slice(0, HORIZON) : [];

/** The wake that moves the horizon on when its next session begins, even if nobody records anything. */
export function advancesFor(pairing: Pairing, when: { now: Instant; working: WorkingDays }): Wanted[] {
  const [next] = horizonOf(pairing, when);
  if (!next) return [];
  return [
    {
      work: "wake",
      kind: PAIRING_ADVANCE,
      identity: { revision: pairing.planRevision, ordinal: next.ordinal },
      dueAt: startOf(next.localStart, pairing.zone),
    },
  ];
}
