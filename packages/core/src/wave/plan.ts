import type { Wanted } from "../due/index.ts";
import { deriveId, type Id } from "../ids.ts";
import { type Programme, type ProgrammePhase, SESSION_PULSE } from "../programme/index.ts";
import { dateLater, dateOf, type Instant, instantOn, type LocalDate, monthLater, plus } from "../time.ts";
import { MAXIMUM_REMINDERS, type Wave } from "./schema.ts";

/** The hour at which a wave opens and closes, in its programme's zone. */
const OPENS = "09:00";
const CLOSES = "18:00";
const MIDNIGHT = "00:00";
/** What is asked at the start can be answered from a week before it, and for a week from then. */
const START_DAYS = 7;
/** A wave of the meantime is closed well before the next one, which comes after two weeks at the earliest. */
const DURING_DAYS = 10;
const END_DAYS = 14;
/** A wave of the meantime so near to the end would be asked twice. */
const WEEKS_BEFORE_END = 2;
/** A wave is made that long before it opens, so that a manager sees it come and can still change it. */
const HORIZON_DAYS = 14;
/** What can be answered for less than this is not worth a mail. */
const SHORTEST_DAYS = 3;
/** After the last week there are follow-ups still; their month is counted too. */
const LAST_SESSIONS_DAYS = 14;
/**
 * How often a point reminds at most, whatever the rules say, and after how many days: what comes again within weeks
 * reminds once, in the last days in which it can be answered, and what is asked after sessions never does.
 */
const reminding: Readonly<Record<Point, { readonly most: number; readonly days: number }>> = {
  start: { most: MAXIMUM_REMINDERS, days: 3 },
  during: { most: 1, days: 7 },
  end: { most: MAXIMUM_REMINDERS, days: 3 },
  month: { most: 0, days: 3 },
};
const DAY_HOURS = 24;

export const PROGRAMME_WAVES = "programme.waves";

/** A wave that the rules of a programme ask for; which version of its instrument is settled when it is made. */
export interface PlannedWave
  extends Pick<Wave, "id" | "programmeId" | "opensAt" | "closesAt" | "reminders" | "reminderDays" | "zone"> {
  readonly instrumentKey: string;
  readonly planned: NonNullable<Wave["planned"]>;
  /** From then on it is not made any more, if it has not been: too little of it would be left. */
  readonly makeBy: Instant;
}

/** How many questionnaires the rules ask at the point of a wave, itself included; 1 for one that somebody scheduled. */
export function siblingsOf({ planned }: Pick<Wave, "planned">, { rules }: Pick<Programme, "rules">): number {
  const { atStart, during, atEnd } = rules.measurement;
  switch (planned?.point) {
    case "start":
      return atStart.length;
    case "during":
      return during?.instruments.length ?? 1;
    case "end":
      return atEnd.length;
    default:
      return 1;
  }
}

type Point = NonNullable<Wave["planned"]>["point"];

/** The id that a point of a programme always has, so that changed rules move its wave and make no second one. */
export const plannedWaveId = (
  programmeId: Id<"programme">,
  instrumentKey: string,
  { point, ordinal }: { readonly point: Point; readonly ordinal: number },
): Id<"wave"> => deriveId("wave", programmeId, instrumentKey, point, ordinal);

/** The wave in which somebody who has met is asked now whether it was worth it. */
export const pulseWaveId = ({ id, zone }: Pick<Programme, "id" | "zone">, now: Instant): Id<"wave"> =>
  plannedWaveId(id, SESSION_PULSE, { point: "month", ordinal: monthOf(dateOf(now, zone)) });

const monthOf = (date: LocalDate): number => Number(date.slice(0, "2026-12".length).replace("-", ""));

const begun: readonly ProgrammePhase[] = ["enrolling", "preparing", "matching", "running"];

/**
 * The waves of a programme by its rules, in the order in which they open: at the start, every so many weeks, at the
 * end, and one for each month in which sessions are held. Their days are civil days of the programme's zone, counted
 * from the day on which it starts. Without that day there are none, nor once it is cancelled; one that has been
 * completed is asked its last questions at once, and nothing else any more.
 */
export function wavesFor(programme: Programme, now: Instant): PlannedWave[] {
  const { phase, startsOn } = programme;
  if (!startsOn) return [];
  const dated = { ...programme, startsOn };
  if (phase === "completed") return endOf(dated, now);
  if (!begun.includes(phase)) return [];
  return [...startOf(dated), ...meanwhileIn(dated), ...endOf(dated), ...monthsOf(dated)].sort((one, other) =>
    one.opensAt < other.opensAt ? -1 : 1,
  );
}

type Dated = Programme & { readonly startsOn: LocalDate };

interface At {
  readonly point: Point;
  readonly ordinal?: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly makeBy: Instant;
}

function waveAt(
  { id, rules, zone }: Dated,
  instrumentKey: string,
  { point, ordinal = 0, ...hours }: At,
): PlannedWave {
  const planned = { point, ordinal };
  return {
    id: plannedWaveId(id, instrumentKey, planned),
    programmeId: id,
    instrumentKey,
    planned,
    reminders: Math.min(rules.measurement.reminders, reminding[point].most),
    reminderDays: reminding[point].days,
    zone,
    ...hours,
  };
}

const lastCall = (closesAt: Instant): Instant => plus(closesAt, { hours: -SHORTEST_DAYS * DAY_HOURS });
const endDay = ({ startsOn, rules }: Dated): LocalDate => dateLater(startsOn, rules.durationWeeks * 7);

function startOf(programme: Dated): PlannedWave[] {
  const { startsOn, zone, rules } = programme;
  const closesAt = instantOn(dateLater(startsOn, START_DAYS), CLOSES, zone);
  const opensAt = instantOn(dateLater(startsOn, -START_DAYS), OPENS, zone);
  return rules.measurement.atStart.map((key) =>
    waveAt(programme, key, { point: "start", opensAt, closesAt, makeBy: lastCall(closesAt) }),
  );
}

function meanwhileIn(programme: Dated): PlannedWave[] {
  const { startsOn, zone, rules } = programme;
  const { during } = rules.measurement;
  if (!during) return [];
  const times = Math.floor((rules.durationWeeks - WEEKS_BEFORE_END) / during.everyWeeks);
  return Array.from({ length: Math.max(0, times) }, (_, at) => (at + 1) * during.everyWeeks).flatMap(
    (week) => {
      const day = dateLater(startsOn, week * 7);
      const opensAt = instantOn(day, OPENS, zone);
      const closesAt = instantOn(dateLater(day, DURING_DAYS), CLOSES, zone);
      const at = { point: "during", ordinal: week, opensAt, closesAt } as const;
      // What a change of rules would have asked days ago is not asked late, beside what it asks today.
      const makeBy = plus(opensAt, { hours: DAY_HOURS });
      return during.instruments.map((key) => waveAt(programme, key, { ...at, makeBy }));
    },
  );
}

/** @param endedBy  a programme that has ended sooner than its rules say is asked from then on */
function endOf(programme: Dated, endedBy?: Instant): PlannedWave[] {
  const { zone, rules } = programme;
  const planned = instantOn(endDay(programme), OPENS, zone);
  const opensAt = endedBy !== undefined && endedBy < planned ? endedBy : planned;
  const closesAt = instantOn(dateLater(dateOf(opensAt, zone), END_DAYS), CLOSES, zone);
  return rules.measurement.atEnd.map((key) =>
    waveAt(programme, key, { point: "end", opensAt, closesAt, makeBy: lastCall(closesAt) }),
  );
}

function monthsOf(programme: Dated): PlannedWave[] {
  const { startsOn, zone, rules } = programme;
  if (!rules.measurement.afterSessions) return [];
  const last = dateLater(endDay(programme), LAST_SESSIONS_DAYS);
  const months: PlannedWave[] = [];
  for (let month = monthLater(startsOn, 0); month <= last; month = monthLater(month, 1)) {
    const opensAt = instantOn(month < startsOn ? startsOn : month, MIDNIGHT, zone);
    const closesAt = instantOn(monthLater(month, 1), MIDNIGHT, zone);
    const at = { point: "month", ordinal: monthOf(month), opensAt, closesAt, makeBy: closesAt } as const;
    months.push(waveAt(programme, SESSION_PULSE, at));
  }
  return months;
}

const horizonOf = (now: Instant): Instant => plus(now, { hours: HORIZON_DAYS * DAY_HOURS });

/** Whether a wave that the rules ask for must exist by now. */
export const isWithinHorizon = ({ opensAt }: PlannedWave, now: Instant): boolean => opensAt <= horizonOf(now);

/** The wake that moves the horizon on when the next wave comes into it. */
export function wavesAhead(programme: Programme, now: Instant): Wanted[] {
  const next = wavesFor(programme, now).find((wave) => !isWithinHorizon(wave, now));
  if (!next) return [];
  const dueAt = plus(next.opensAt, { hours: -HORIZON_DAYS * DAY_HOURS });
  return [{ work: "wake", kind: PROGRAMME_WAVES, identity: { at: dueAt }, dueAt }];
}
