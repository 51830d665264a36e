import type { Locale } from "@viceversa/core/text.ts";
import type { Instant, LocalDate, Zone } from "@viceversa/core/time.ts";
import { cityOf } from "./cities.ts";

/** How a reader sees an instant. */
export interface DateReader {
  readonly locale: Locale;
  readonly zone: Zone;
}

interface DateWords {
  /** Which of a language's calendars: English as Europe writes it, with the day first. */
  readonly tag: string;
  readonly at: (day: string, hour: string) => string;
  readonly timeOf: (city: string) => string;
  readonly others: (count: number) => string;
  /** Where nobody is named: whoever it was has been erased. */
  readonly another: string;
}

const wordsIn: Record<Locale, DateWords> = {
  it: {
    tag: "it-IT",
    at: (day, hour) => `${day}, ore ${hour}`,
    timeOf: (city) => `ora di ${city}`,
    others: (count) => `altre ${count} persone`,
    another: "un’altra persona",
  },
  en: {
    tag: "en-GB",
    at: (day, hour) => `${day}, ${hour}`,
    timeOf: (city) => `${city} time`,
    others: (count) => `${count} others`,
    another: "somebody else",
  },
};

type Parts = Intl.DateTimeFormatOptions;

function formatted({ locale, zone }: DateReader, at: Instant, parts: Parts): string {
  return new Intl.DateTimeFormat(wordsIn[locale].tag, { ...parts, timeZone: zone }).format(new Date(at));
}

/** Weekday and date are put together here: runtimes differ in whether a comma stands between them. */
function dayAndHour(reader: DateReader, at: Instant, date: Parts): string {
  const day = `${formatted(reader, at, { weekday: "long" })} ${formatted(reader, at, date)}`;
  const hour = formatted(reader, at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return wordsIn[reader.locale].at(day, hour);
}

/** The day and hour on the reader's own clock, with the name of her zone. */
export const fullDate = (reader: DateReader, at: Instant): string =>
  `${dayAndHour(reader, at, { day: "numeric", month: "long", year: "numeric" })} (${zoneName(reader, at)})`;

/**
 * The day and hour on the reader's own clock, for a subject line.
 *
 * @param usual  the zone that goes without saying
 */
export function shortDate(reader: DateReader, at: Instant, usual: Zone): string {
  const date = dayAndHour(reader, at, { day: "numeric", month: "long" });
  return reader.zone === usual ? date : `${date} (${zoneName(reader, at)})`;
}

/** The name of a reader’s zone, in words: her city’s time. */
export function zoneName({ locale, zone }: DateReader, at: Instant): string {
  const city = cityOf(zone, locale);
  if (city) return wordsIn[locale].timeOf(city);
  const options = { timeZone: zone, timeZoneName: "short" } as const;
  const parts = new Intl.DateTimeFormat(wordsIn[locale].tag, options).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** The name of a weekday, 1 for Monday. */
export const weekdayName = ({ locale }: Pick<DateReader, "locale">, weekday: number): string =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(wordsIn[locale].tag, { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );

/** The name of a language by its code, or the code where it has none. */
export const languageName = ({ locale }: Pick<DateReader, "locale">, code: string): string =>
  new Intl.DisplayNames(wordsIn[locale].tag, { type: "language" }).of(code) ?? code;

/** A day of the calendar, without an hour: `2026-12-03`. */
export const dayName = ({ locale }: Pick<DateReader, "locale">, day: LocalDate): string =>
  new Intl.DateTimeFormat(wordsIn[locale].tag, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(day));

/**
 * A day after an Italian article, which loses its vowel before “otto” and “undici”.
 *
 * @param day  as `dayName` writes it, the figure first
 */
export function afterArticle(article: "il" | "al" | "dal" | "Dal", day: string): string {
  if (!/^(8|11)\b/.test(day)) return `${article} ${day}`;
  return article === "il" ? `l’${day}` : `${article}l’${day}`;
}

/** The names of several people as one phrase. */
export function namesOf({ locale }: DateReader, names: readonly string[]): string {
  const { tag, another } = wordsIn[locale];
  return new Intl.ListFormat(tag, { type: "conjunction" }).format(names.length > 0 ? names : [another]);
}

/** A subject line has room for so many names. */
const SUBJECT_NAMES = 3;

/** The names of several people as a subject line has room for them: all of a few, two of many. */
export function fewNamesOf(reader: DateReader, names: readonly string[]): string {
  if (names.length <= SUBJECT_NAMES) return namesOf(reader, names);
  const shown = names.slice(0, SUBJECT_NAMES - 1);
  return namesOf(reader, [...shown, wordsIn[reader.locale].others(names.length - shown.length)]);
}
