import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { Invalid } from "./errors.ts";

/** An RFC 3339 instant in UTC with milliseconds: `2026-11-24T09:00:00.000Z`. Sorts as text. */
export type Instant = string & z.$brand<"Instant">;
/** A wall time without a zone, to the minute: `2026-11-24T10:00`. */
export type LocalTime = string & z.$brand<"LocalTime">;
/** A day of the calendar without a zone: `2026-11-24`. Sorts as text. */
export type LocalDate = string & z.$brand<"LocalDate">;
/** An IANA time zone that this runtime knows: `Europe/Rome`. */
export type Zone = string & z.$brand<"Zone">;

/** Years that a date of ours can lie in: later ones are typing errors, and do not sort as text. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

function requireYear({ year }: { readonly year: number }): void {
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new Error("out of range");
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parsedOr<T>(context: z.RefinementCtx, message: string, parse: () => T): T {
  try {
    return parse();
  } catch {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }
}

/** Accepts RFC 3339 with any offset and gives UTC. */
export const Instant = z
  .string()
  .max(40)
  .transform((text, context) =>
    parsedOr(context, "Give a date and time with its offset, like 2026-11-24T09:00:00Z.", () => {
      if (!instantPattern.test(text)) throw new Error("not RFC 3339");
      const instant = Temporal.Instant.from(text);
      requireYear(instant.toZonedDateTimeISO("UTC"));
      return instantOf(instant);
    }),
  );

/** Accepts a wall time to the minute that exists in the calendar. */
export const LocalTime = z
  .string()
  .max(20)
  .transform((text, context) =>
    parsedOr(context, "Give a wall time without a zone, like 2026-11-24T10:00.", () => {
      if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) throw new Error("not a wall time");
      requireYear(Temporal.PlainDateTime.from(text, { overflow: "reject" }));
      return text as LocalTime;
    }),
  );

/** Accepts a day that exists in the calendar. */
export const LocalDate = z
  .string()
  .max(20)
  .transform((text, context) =>
    parsedOr(context, "Give a date that exists, like 2026-11-24.", () => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error("not a date");
      requireYear(Temporal.PlainDate.from(text, { overflow: "reject" }));
      return text as LocalDate;
    }),
  );

/** Accepts the IANA names that this runtime knows, but no bare offset. */
export const Zone = z
  .string()
  .max(64)
  .transform((text, context) =>
    parsedOr(context, "Give an IANA time zone, like Europe/Rome.", () => {
      if (!/^[A-Za-z]/.test(text)) throw new Error("an offset is no zone");
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId as Zone;
    }),
  );

const instantOf = (instant: Temporal.Instant): Instant =>
  instant.toString({ smallestUnit: "millisecond" }) as Instant;

export const fromEpoch = (milliseconds: number): Instant =>
  instantOf(Temporal.Instant.fromEpochMilliseconds(milliseconds));

export const epochOf = (instant: Instant): number => Temporal.Instant.from(instant).epochMilliseconds;

/** An instant some exact time later, or earlier when negative. */
export const plus = (
  instant: Instant,
  duration: { minutes?: number; seconds?: number; hours?: number },
): Instant => instantOf(Temporal.Instant.from(instant).add(duration));

/** The same wall time of a zone some days later, or earlier when negative; one that its clocks skip is that much later. */
export const daysAfter = (instant: Instant, days: number, zone: Zone): Instant =>
  instantOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).add({ days }).toInstant());

/** The same hour some months later in UTC; the last day of a month that is shorter. */
export const plusMonths = (instant: Instant, months: number): Instant =>
  instantOf(Temporal.Instant.from(instant).toZonedDateTimeISO("UTC").add({ months }).toInstant());

/** Whole seconds since 1970, as a time to live counts them. */
export const secondsOf = (instant: Instant): number => Math.floor(epochOf(instant) / 1_000);

/** The version of the tz data that derives instants in this runtime. */
export const timeZoneDataVersion: string = process.versions.tz ?? "unknown";

const earlierIn = (local: LocalTime, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "earlier" });

/** Whether a zone's clocks show a wall time: in spring they skip some. */
export const existsIn = (local: LocalTime, zone: Zone): boolean =>
  earlierIn(local, zone).toPlainDateTime().equals(Temporal.PlainDateTime.from(local));

/**
 * The instant of a wall time in a zone. An ambiguous time (autumn) is its first occurrence.
 *
 * @throws Invalid  the zone's clocks skip that time (spring)
 */
export function startOf(local: LocalTime, zone: Zone): Instant {
  const earlier = earlierIn(local, zone);
  if (!existsIn(local, zone)) {
    throw new Invalid(`The clocks in ${zone} skip ${local}. Choose another hour.`, { local, zone });
  }
  return instantOf(earlier.toInstant());
}

/**
 * When a message with a lead before a wall time is due: leads of whole days are civil (the same wall time
 * that many days before, shifted over a gap), the rest is elapsed time. `leadMinutes` is not negative.
 */
export function dueBefore(local: LocalTime, zone: Zone, leadMinutes: number): Instant {
  const days = Math.trunc(leadMinutes / 1_440);
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "compatible" });
  return instantOf(
    moment
      .subtract({ days })
      .toInstant()
      .subtract({ minutes: leadMinutes % 1_440 }),
  );
}

/** The wall time some weeks later, at the same hour. */
export const weeksLater = (local: LocalTime, weeks: number): LocalTime =>
  Temporal.PlainDateTime.from(local).add({ weeks }).toString({ smallestUnit: "minute" }) as LocalTime;

/** The day some days later, or earlier when negative. */
export const dateLater = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;

/** Days from one day to another; negative when that is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** The first day of the month some months later. */
export const monthLater = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).with({ day: 1 }).add({ months }).toString() as LocalDate;

/** The instant of a day's wall time in a zone, `HH:MM`; a time that its clocks skip is that much later. */
export const instantOn = (date: LocalDate, wallTime: string, zone: Zone): Instant =>
  instantOf(
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(wallTime) })
      .toInstant(),
  );

/** The wall time some minutes later, as a clock shows it that nobody changes. */
export const minutesLater = (local: LocalTime, minutes: number): LocalTime =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: "minute" }) as LocalTime;

/** The wall time some days later, at the same hour. */
export const daysLater = (local: LocalTime, days: number): LocalTime =>
  Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: "minute" }) as LocalTime;

/** The hour and minute of a wall time on a day. */
export const wallTimeIn = (local: LocalTime): string => local.slice("2026-11-24T".length);

/** Another hour and minute of the same day. */
export const atWallTime = (local: LocalTime, wallTime: string): LocalTime =>
  `${dayOf(local).date}T${wallTime}` as LocalTime;

/** The day of a wall time, and its weekday: 1 is Monday, 7 is Sunday. */
export const dayOf = (local: LocalTime): { date: LocalDate; weekday: number } => ({
  date: local.slice(0, "2026-11-24".length) as LocalDate,
  weekday: Temporal.PlainDateTime.from(local).dayOfWeek,
});

/** The wall time of an instant in a zone, to the minute. */
export const localOf = (instant: Instant, zone: Zone): LocalTime =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" }) as LocalTime;

/** The day that it is in a zone at an instant. */
export const dateOf = (instant: Instant, zone: Zone): LocalDate =>
  localOf(instant, zone).slice(0, "2026-11-24".length) as LocalDate;

/**
 * The first wall time at or after another that falls on a weekday (1 Monday … 7 Sunday) at `HH:MM`.
 */
export function nextWeekday(after: LocalTime, weekday: number, wallTime: string): LocalTime {
  const from = Temporal.PlainDateTime.from(after);
  const onDay = from.toPlainDate().add({ days: (weekday - from.dayOfWeek + 7) % 7 });
  const candidate = onDay.toPlainDateTime(wallTime);
  const chosen =
    Temporal.PlainDateTime.compare(candidate, from) < 0 ? candidate.add({ weeks: 1 }) : candidate;
  return chosen.toString({ smallestUnit: "minute" }) as LocalTime;
}

/** How many minutes a zone's clocks are ahead of UTC at an instant; negative west of it. */
export const offsetMinutes = (instant: Instant, zone: Zone): number =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;

/** The day some days later. */
export const dayLater = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;

/** The ISO week that a day lies in: `2026-W48`. */
export function weekOf(date: LocalDate): string {
  const { yearOfWeek, weekOfYear = 0 } = Temporal.PlainDate.from(date);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`;
}

/** The Monday of the week that a day lies in. */
export function mondayOf(date: LocalDate): LocalDate {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString() as LocalDate;
}
