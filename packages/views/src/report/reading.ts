import type { Caveat, Level, ProgrammeReport } from "@viceversa/core/report/index.ts";
import { Caveat as Caveats } from "@viceversa/core/report/index.ts";
import { Locale, type LocalText, textIn } from "@viceversa/core/text.ts";
import { html } from "hono/html";
import { dayName } from "../dates.ts";
import type { Markup, PageFrame } from "../page/layout.ts";
import { reportWordsIn } from "./report-words.ts";
import type { ReportWords } from "./words.ts";

/** How a report is read: its words, its figures, and the notes that its lines refer to. */
export interface Reading {
  readonly frame: PageFrame;
  readonly report: ProgrammeReport;
  readonly words: ReportWords;
  readonly said: (text: LocalText) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number) => string;
  readonly signed: (value: number) => string;
  readonly level: (level: Level | undefined) => string;
  /** References to the notes of a line. */
  readonly notes: (caveats: readonly Caveat[]) => Markup | string;
  /** The notes that were referred to, by their numbers. */
  readonly used: () => readonly Caveat[];
}

/** Two decimals, always: what is compared stands with as many. */
const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
const tags: Readonly<Record<Locale, string>> = { it: "it-IT", en: "en-GB" };

export function readingOf(frame: PageFrame, report: ProgrammeReport): Reading {
  const { locale } = frame.reader;
  const words = reportWordsIn[locale];
  const format = (value: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(tags[locale], options).format(value);
  const number = (value: number, digits = 2): string => format(value, { maximumFractionDigits: digits });
  const used: Caveat[] = [];
  return {
    frame,
    report,
    words,
    said: (text) => textIn(text, locale, frame.sender.locale, ...Locale.options),
    number,
    percent: (share) => format(share, { style: "percent", maximumFractionDigits: 0 }),
    signed: (value) => format(value, { ...decimals, signDisplay: "exceptZero" }),
    level(level) {
      if (!level) return "–";
      if (level.kind === "suppressed") return words.suppressed;
      return level.kind === "exact"
        ? format(level.mean, decimals)
        : words.between(format(level.atLeast, decimals), format(level.atMost, decimals));
    },
    notes(caveats) {
      if (caveats.length === 0) return "–";
      for (const caveat of caveats) if (!used.includes(caveat)) used.push(caveat);
      return html`<span class="notes-of">${sortedNotes(caveats).map((caveat) => html`<a href="#note-${caveat}">${placeOf(caveat)}</a> `)}</span>`;
    },
    used: () => sortedNotes(used),
  };
}

/** A note has the same number in every report. */
export const placeOf = (caveat: Caveat): number => Caveats.options.indexOf(caveat) + 1;

const sortedNotes = (caveats: readonly Caveat[]): Caveat[] =>
  Caveats.options.filter((caveat) => caveats.includes(caveat));

type Asked = ProgrammeReport["questionnaires"]["waves"][number];

/** The point of a wave as an axis names it. */
export function pointName(
  { words, frame }: Reading,
  { planned, opensAt }: Pick<Asked, "planned" | "opensAt">,
): string {
  const { locale, zone } = frame.reader;
  const dated = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone }).format(new Date(opensAt));
  switch (planned?.point) {
    case "start":
      return words.points.start;
    case "end":
      return words.points.end;
    case "during":
      return words.points.week(planned.ordinal);
    case "month":
      return dated({ month: "short", year: "numeric" });
    case undefined:
      return dated({ day: "numeric", month: "short" });
  }
}

/** The programme's days, where it has any. */
export function periodOf({ report, words, frame }: Reading): string | undefined {
  const { startsOn, endsOn } = report.programme;
  if (!startsOn || !endsOn) return undefined;
  return words.period(dayName(frame.reader, startsOn), dayName(frame.reader, endsOn));
}
