import { datesOf, type Pairing, type WorkingDays } from "../pairing/index.ts";
import type { Programme } from "../programme/index.ts";
import { epochOf, fromEpoch, type Instant, startOf } from "../time.ts";

/** Cadences without a meeting after which a pairing is quiet: one may fall out, two are a sign. */
const QUIET_CADENCES = 2;
const WEEK = 7 * 24 * 3_600_000;

/** A time in which the members of a pairing have not met as far as anybody said. */
export interface QuietSpell {
  /** When they last met, or could have begun to; tells one spell from another. */
  readonly since: Instant;
  /** From when on it is too long. */
  readonly quietFrom: Instant;
}

/** What else decides whether a pairing is quiet. */
export interface QuietRules {
  readonly pauses: Programme["pauses"];
  readonly working: WorkingDays;
  readonly now: Instant;
}

/**
 * The spell that a pairing is in. Nobody is expected to meet before its first date, while its programme is paused,
 * or once its plan has run out: then there is none.
 *
 * @param lastHeldAt  the start of the last session that is known to have been held
 */
export function quietSpellOf(
  pairing: Pick<Pairing, "plan" | "plannedFrom" | "zone" | "createdAt">,
  lastHeldAt: Instant | undefined,
  { pauses, working, now }: QuietRules,
): QuietSpell | undefined {
  const { plan, plannedFrom, zone, createdAt } = pairing;
  const cadence = plan.everyWeeks * WEEK;
  const dates = datesOf(plan, plannedFrom, working);
  const [first, last] = [dates[0], dates.at(-1)].map((date) => date && startOf(date.localStart, zone));
  if (!first || !last) return undefined;
  const begins = fromEpoch(Math.max(epochOf(createdAt), epochOf(first) - cadence));
  const since = lastHeldAt ?? begins;
  const quietFrom = afterWaking(since, QUIET_CADENCES * cadence, { pauses, now });
  return quietFrom > last ? undefined : { since, quietFrom };
}

/** The instant some time later, not counting what was paused meanwhile. */
function afterWaking(
  since: Instant,
  milliseconds: number,
  { pauses, now }: Pick<QuietRules, "pauses" | "now">,
): Instant {
  let end = epochOf(since) + milliseconds;
  for (const { from, to = now } of pauses.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const begins = Math.max(epochOf(from), epochOf(since));
    if (begins < end) end += Math.max(0, epochOf(to) - begins);
  }
  return fromEpoch(end);
}
