import type { Locale } from "@viceversa/core/text.ts";
import type { Instant, Zone } from "@viceversa/core/time.ts";

/** How a reader sees an instant. */
export interface DateReader {
  readonly locale: Locale;
  readonly zone: Zone;
}

/** English as Europe writes it, with the day first and 24 hours. */
const tags: Record<Locale, string> = { it: "it-IT", en: "en-GB" };

const day = { weekday: "long", day: "numeric", month: "long" } as const;
const hour = { hour: "2-digit", minute: "2-digit" } as const;

const format = ({ locale, zone }: DateReader, at: Instant, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone }).format(new Date(at));

/** The day and hour on the reader's own clock, with the name of her zone. */
export const fullDate = (reader: DateReader, at: Instant): string =>
  `${format(reader, at, { ...day, year: "numeric", ...hour })} (${zoneName(reader, at)})`;

const zoneName = ({ locale, zone }: DateReader, at: Instant): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone: zone, timeZoneName: "long" })
    .formatToParts(new Date(at))
    .find(({ type }) => type === "timeZoneName")?.value ?? zone;

/** The day and hour on the reader's own clock, for a subject line. */
export const shortDate = (reader: DateReader, at: Instant): string => format(reader, at, { ...day, ...hour });

/** The names of several people as one phrase. */
export const namesOf = ({ locale }: DateReader, names: readonly string[]): string =>
  new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(names);
