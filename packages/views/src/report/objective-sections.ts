import type { EvidenceLine, IndicatorLine, ObjectiveLine } from "@viceversa/core/report/index.ts";
import { html } from "hono/html";
import { dayName } from "../dates.ts";
import type { Markup } from "../page/layout.ts";
import { plotText } from "./people-sections.ts";
import { lines } from "./plots.ts";
import type { Reading } from "./reading.ts";
import { table } from "./table.ts";

const figure = (title: string) => ({ title, isFigure: true });

/** Objective by objective: its target, and what there is to show. */
export function objectivesSection(reading: Reading): Markup {
  const { report, words } = reading;
  return html`<section><h2>${words.sections.objectives}</h2>
${report.objectives.length === 0 ? html`<p>${words.noObjectives}</p>` : ""}${report.objectives.map((one) => objectivePart(reading, one))}</section>`;
}

function objectivePart(reading: Reading, objective: ObjectiveLine): Markup {
  const { words, said, number } = reading;
  const { title, standing, target, baseline, evidence } = objective;
  const [sign, text] = words.standings[standing];
  const aim = words.target(number(target.value), said(target.unit), target.direction);
  return html`<div class="objective"><h3>${said(title)}</h3>
<p class="standing"><b aria-hidden="true">${sign}</b>${text}</p>
<p>${aim}${baseline === undefined ? "" : html` · ${words.baseline(number(baseline))}`}</p>
${evidence.length > 0 ? evidenceTable(reading, said(title), evidence) : html`<p>${words.none}</p>`}</div>`;
}

function evidenceTable(reading: Reading, title: string, evidence: readonly EvidenceLine[]): Markup {
  const { words, signed, level, notes } = reading;
  const columns = words.columns;
  return table(
    title,
    [
      { title: columns.evidence },
      figure(columns.n),
      figure(columns.before),
      figure(columns.now),
      figure(columns.change),
      { title: columns.level },
      { title: columns.notes },
    ],
    evidence.map((one) => [
      evidenceName(reading, one),
      one.n,
      level(one.baseline === undefined ? undefined : { kind: "exact", mean: one.baseline }),
      level(one.level),
      one.change
        ? `${signed(one.change.mean)} ${words.interval(signed(one.change.interval.from), signed(one.change.interval.to))}`
        : "–",
      words.kirkpatrick[one.kirkpatrickLevel] ?? one.kirkpatrickLevel,
      notes(one.caveats),
    ]),
  );
}

function evidenceName({ words, said }: Reading, { subscale, title, key }: EvidenceLine): string {
  if (subscale !== undefined) return words.subscales[subscale] ?? subscale;
  return title ? said(title) : key;
}

/** Each indicator against the time before, its comparison group and the target of an objective that rests on it. */
export function indicatorsSection(reading: Reading): Markup {
  const { report, words } = reading;
  return html`<section><h2>${words.sections.indicators}</h2>
${report.indicators.length === 0 ? html`<p>${words.none}</p>` : ""}${report.indicators.map((line, at) => indicatorPart(reading, line, at))}</section>`;
}

function indicatorPart(reading: Reading, line: IndicatorLine, at: number): Markup {
  const { report, words, said, number, signed, notes, frame } = reading;
  const unit = words.units[line.unit] ?? line.unit;
  const about = line.about === "programme" ? words.aboutProgramme : line.role ? words.roles[line.role] : "";
  const title = [said(line.title), about].filter(Boolean).join(" – ");
  const target = report.objectives.find(({ evidence }) =>
    evidence.some(({ kind, key }) => kind === "indicator" && key === line.key),
  )?.target;
  const withUnit = (value: number | undefined): string =>
    value === undefined ? "–" : `${number(value)} ${unit}`.trim();
  const { columns } = words;
  const axis = {
    points: line.series.map(({ date }) => shortDay(reading, date)),
    all: [{ name: title, values: line.series.map(({ value }) => value) }],
    ...(target && { reference: target.value }),
  };
  return html`<h3>${title}${unit ? ` (${unit})` : ""}</h3>
<p class="soft">${columns.level} ${words.kirkpatrick[line.kirkpatrickLevel]}.${target ? ` ${words.targetLine} ${words.target(number(target.value), said(target.unit), target.direction)}.` : ""}</p>
${lines(axis, plotText(reading, `indicator-${at}`, title))}
${table(
  title,
  [
    { title: columns.indicator },
    figure(`${columns.before} (n = ${line.baseline.n})`),
    figure(`${columns.during} (n = ${line.programme.n})`),
    figure(columns.difference),
    figure(columns.comparison),
    figure(columns.estimate),
    { title: columns.notes },
  ],
  [
    [
      said(line.title),
      withUnit(line.baseline.mean),
      withUnit(line.programme.mean),
      line.difference === undefined ? "–" : signed(line.difference),
      line.comparison?.difference === undefined ? "–" : signed(line.comparison.difference),
      line.comparison?.estimate === undefined ? "–" : signed(line.comparison.estimate),
      notes(line.caveats),
    ],
  ],
)}
${table(
  title,
  [{ title: columns.when }, figure(unit || title)],
  line.series.map(({ date, value }) => [dayName(frame.reader, date), number(value)]),
)}`;
}

const shortDay = ({ frame }: Reading, date: string): string =>
  new Intl.DateTimeFormat(frame.reader.locale === "it" ? "it-IT" : "en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(date));
