import type { Wanted } from "../due/index.ts";
import {
  dateOf,
  dayLater,
  dueBefore,
  type Instant,
  LocalTime,
  mondayOf,
  plus,
  weekOf,
  type Zone,
} from "../time.ts";
import { meetingPhases } from "./lifecycle.ts";
import type { Management } from "./management.ts";
import { wasPausedAt } from "./pause.ts";
import type { Programme } from "./schema.ts";

export const MANAGEMENT_DIGEST = "management.digest";
const MANAGEMENT_WEEK = "management.week";

/** On Mondays, when her week begins. */
const WALL_TIME = "08:00";
/** On Wednesday a week's digest is old. */
const USEFUL_HOURS = 48;

/**
 * A manager's weekly digest, this week's and the next, and the wake that looks again when the next week begins. A
 * programme that was paused on the Monday has none for that week, and neither has a manager who was none yet.
 *
 * @param zone  the manager's own
 */
export function digestsFor(
  { personId, createdAt }: Pick<Management, "personId" | "createdAt">,
  programme: Pick<Programme, "phase" | "paused" | "pauses" | "managers">,
  { zone, now }: { readonly zone: Zone; readonly now: Instant },
): Wanted[] {
  const { phase, paused, managers } = programme;
  if (!meetingPhases.includes(phase) || !managers.includes(personId)) return [];
  const monday = mondayOf(dateOf(now, zone));
  const weeks = [monday, dayLater(monday, 7)].map((date) => ({
    identity: { week: weekOf(date) },
    dueAt: dueBefore(LocalTime.parse(`${date}T${WALL_TIME}`), zone, 0),
  }));
  const wakes = weeks
    .filter(({ dueAt }) => dueAt > now)
    .slice(0, 1)
    .map((week): Wanted => ({ work: "wake", kind: MANAGEMENT_WEEK, ...week }));
  if (paused) return wakes;
  const mails = weeks
    .map((week) => ({ ...week, expiresAt: plus(week.dueAt, { hours: USEFUL_HOURS }) }))
    .filter(({ dueAt, expiresAt }) => dueAt >= createdAt && expiresAt > now && !wasPausedAt(programme, dueAt))
    .map((week): Wanted => ({ work: "mail", kind: MANAGEMENT_DIGEST, ...week }));
  return [...mails, ...wakes];
}
