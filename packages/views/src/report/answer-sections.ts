import type { Dimension, DimensionChange } from "@viceversa/core/report/index.ts";
import { html } from "hono/html";
import type { Markup } from "../page/layout.ts";
import { markOf } from "./chart.ts";
import { plotText } from "./people-sections.ts";
import { bars, intervals, lines } from "./plots.ts";
import { pointName, type Reading } from "./reading.ts";
import { table } from "./table.ts";

const figure = (title: string) => ({ title, isFigure: true });

/** How many answered each questionnaire. */
export function ratesSection(reading: Reading): Markup {
  const { report, words, said, percent, notes } = reading;
  const { waves } = report.questionnaires;
  const title = words.sections.rates;
  if (waves.length === 0) return html`<section class="page"><h2>${title}</h2><p>${words.none}</p></section>`;
  const { questionnaire, when, asked, answered, rate } = words.columns;
  const all = waves.map((wave) => ({
    name: `${said(wave.title)}\n${pointName(reading, wave)}`,
    value: wave.rate ?? 0,
    said: wave.rate === undefined ? "–" : percent(wave.rate),
  }));
  return html`<section class="page"><h2>${title}</h2>
${bars(all, plotText(reading, "rates", title), 1)}
${table(
  title,
  [
    { title: questionnaire },
    { title: when },
    figure(asked),
    figure(answered),
    figure(rate),
    { title: words.columns.notes },
  ],
  waves.map((wave, at) => [
    said(wave.title),
    pointName(reading, wave),
    wave.invited,
    wave.n,
    all[at]?.said ?? "–",
    notes(wave.caveats),
  ]),
)}</section>`;
}

/** What was asked more than once in the same way, over its waves; what was asked at both ends stands with the changes. */
export function dimensionsSection(reading: Reading): Markup {
  const { report, words } = reading;
  const { dimensions, changes } = report.questionnaires;
  const compared = new Set(changes.map(({ instrumentKey }) => instrumentKey));
  const over = Map.groupBy(
    dimensions.filter(({ instrumentKey }) => !compared.has(instrumentKey)),
    ({ instrumentKey }) => instrumentKey,
  );
  return html`<section><h2>${words.sections.dimensions}</h2>
${over.size === 0 ? html`<p>${words.none}</p>` : ""}${[...over].map(([key, all]) => instrumentPlot(reading, key, all))}</section>`;
}

const nameOf = ({ words }: Reading, subscale: string): string => words.subscales[subscale] ?? subscale;

function titleOf({ report, said }: Reading, instrumentKey: string): string {
  const wave = report.questionnaires.waves.find((one) => one.instrumentKey === instrumentKey);
  return wave ? said(wave.title) : instrumentKey;
}

function instrumentPlot(reading: Reading, key: string, all: readonly Dimension[]): Markup {
  const { words, report, level, notes } = reading;
  const title = titleOf(reading, key);
  const points = all[0]?.points ?? [];
  const waves = new Map(report.questionnaires.waves.map((wave) => [wave.waveId, wave]));
  const pointOf = ({ waveId, opensAt }: (typeof points)[number]): string =>
    pointName(reading, waves.get(waveId) ?? { opensAt, planned: undefined });
  const isDrawn = all.some((one) => one.points.some((point) => point.level.kind === "exact"));
  const drawnLines = all.map(({ subscale, points: its }) => ({
    name: nameOf(reading, subscale),
    values: its.map((point) => (point.level.kind === "exact" ? point.level.mean : undefined)),
  }));
  const steps = Math.max(...all.map((one) => one.steps));
  const legend = all.map(({ subscale }, at) => {
    const { sign, colour } = markOf(at);
    return html`<li><span aria-hidden="true" style="color:${colour}">${sign}</span> ${nameOf(reading, subscale)}</li>`;
  });
  const axis = { points: points.map(pointOf), all: drawnLines, from: 1, to: steps };
  return html`<h3>${title}</h3>
<p class="soft">${words.columns.level} ${words.kirkpatrick[1]}.</p>
${isDrawn ? html`<ul class="legend">${legend}</ul>${lines(axis, plotText(reading, `dimension-${key}`, title))}` : ""}
${table(
  title,
  [
    { title: words.columns.dimension },
    ...points.map((point) => figure(`${pointOf(point)} (n = ${point.n})`)),
    { title: words.columns.notes },
  ],
  all.map((one) => [
    nameOf(reading, one.subscale),
    ...one.points.map((point) => level(point.level)),
    notes(one.points.at(-1)?.caveats ?? []),
  ]),
)}`;
}

/** What has changed for who answered at the start and at the end. */
export function changesSection(reading: Reading): Markup {
  const { report, words } = reading;
  const byInstrument = Map.groupBy(report.questionnaires.changes, ({ instrumentKey }) => instrumentKey);
  return html`<section><h2>${words.sections.changes}</h2>
${byInstrument.size === 0 ? html`<p>${words.none}</p>` : html`<p class="soft">${words.changeNote} ${words.columns.level} ${words.kirkpatrick[2]}.</p>`}
${[...byInstrument].map(([key, all]) => changePlot(reading, key, all))}</section>`;
}

function changePlot(reading: Reading, key: string, all: readonly DimensionChange[]): Markup {
  const { words, signed, number, notes, level, report } = reading;
  const title = titleOf(reading, key);
  const shown = all.flatMap(({ subscale, change }) =>
    change ? [{ name: nameOf(reading, subscale), mean: change.mean, ...change.interval }] : [],
  );
  const levelAt = ({ subscale }: DimensionChange, waveId: string): string =>
    level(
      report.questionnaires.dimensions
        .find((one) => one.instrumentKey === key && one.subscale === subscale)
        ?.points.find((point) => point.waveId === waveId)?.level,
    );
  const { dimension, n, before, now, change, effect } = words.columns;
  return html`<h3>${title}</h3>
${shown.length > 0 ? intervals(shown, plotText(reading, `change-${key}`, title)) : ""}
${table(
  title,
  [
    { title: dimension },
    figure(before),
    figure(now),
    figure(n),
    figure(change),
    figure(effect),
    { title: words.columns.notes },
  ],
  all.map((one) => [
    nameOf(reading, one.subscale),
    levelAt(one, one.from),
    levelAt(one, one.to),
    one.n ?? "–",
    one.change
      ? `${signed(one.change.mean)} ${words.interval(signed(one.change.interval.from), signed(one.change.interval.to))}`
      : words.suppressed,
    one.change ? number(one.change.effectSize) : "–",
    notes(one.caveats),
  ]),
)}`;
}
