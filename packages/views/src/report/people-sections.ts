import { html } from "hono/html";
import type { Markup } from "../page/layout.ts";
import { bars } from "./plots.ts";
import type { Reading } from "./reading.ts";
import { table } from "./table.ts";

/** What a plot says to whoever does not see it: what it is of, and where its figures are. */
export const plotText = ({ words }: Reading, id: string, what: string) => ({
  id,
  title: words.plot.of(what),
  description: words.plot.below,
});

/** How far people came, and who left. */
export function participationSection(reading: Reading): Markup {
  const { report, words, notes } = reading;
  const { n, now, reached, caveats } = report.participation;
  const title = words.sections.participation;
  const { declined = 0, refused = 0, withdrawn = 0, paused = 0 } = now;
  const all = reached.map(({ step, people }) => ({
    name: words.steps[step] ?? step,
    value: people,
    said: String(people),
  }));
  return html`<section class="page"><h2>${title}</h2>
${n === 0 ? html`<p>${words.none}</p>` : bars(all, plotText(reading, "participation", title))}
${table(
  title,
  [{ title: words.columns.step }, { title: words.columns.people, isFigure: true }],
  all.map(({ name, said }) => [name, said]),
)}
<p>${words.left(declined, refused, withdrawn, paused)}</p>
<p class="soft">n = ${n}. ${words.columns.notes}: ${notes(caveats)}</p></section>`;
}

/** How the generations are mixed. */
export function generationsSection(reading: Reading): Markup {
  const { report, words, notes } = reading;
  const { n, groups, caveats } = report.generations;
  const title = words.sections.generations;
  const nameOf = (generation: string): string => words.generationNames[generation] ?? generation;
  const shown = groups.flatMap((group) =>
    group.kind === "shown"
      ? [{ name: nameOf(group.generation), value: group.people, said: String(group.people) }]
      : [],
  );
  return html`<section><h2>${title}</h2>
${shown.length > 0 ? bars(shown, plotText(reading, "generations", title)) : html`<p>${words.none}</p>`}
${
  groups.length > 0
    ? table(
        title,
        [{ title: words.columns.generation }, { title: words.columns.people, isFigure: true }],
        groups.map((group) => [
          nameOf(group.generation),
          group.kind === "shown" ? group.people : words.suppressed,
        ]),
      )
    : ""
}
<p class="soft">n = ${n}. ${words.columns.notes}: ${notes(caveats)}</p></section>`;
}

/** Whether people met, how that is known, and who called off with how much notice. */
export function sessionsSection(reading: Reading): Markup {
  const { report, words, notes } = reading;
  const { n, held, missed, waiting, planned, cancelled, caveats } = report.sessions;
  const title = words.sections.sessions;
  const counts = { ...held, missed, waiting, planned };
  const outcomes = ["confirmed", "recorded", "assumed", "disputed", "missed", "waiting", "planned"] as const;
  const all = outcomes.map((outcome) => ({
    name: words.outcomes[outcome],
    value: counts[outcome],
    said: String(counts[outcome]),
  }));
  const figure = (columnTitle: string) => ({ title: columnTitle, isFigure: true });
  const { by, sessions, underOneDay, underThreeDays, earlier } = words.columns;
  return html`<section><h2>${title}</h2>
${n + planned === 0 ? html`<p>${words.none}</p>` : bars(all, plotText(reading, "sessions", title))}
${table(
  title,
  [{ title: words.columns.outcome }, figure(sessions)],
  all.map(({ name, said }) => [name, said]),
)}
${waysToMeet(reading)}<h3>${words.cancelled}</h3>
${table(
  words.cancelled,
  [{ title: by }, figure(sessions), figure(underOneDay), figure(underThreeDays), figure(earlier)],
  cancelled.map((one) => [words.by[one.by], one.sessions, one.underOneDay, one.underThreeDays, one.earlier]),
)}
<p class="soft">n = ${n}. ${words.columns.notes}: ${notes(caveats)}</p></section>`;
}

/** Where and with how many people met, in formats that know more than one way. */
function waysToMeet({ report, words }: Reading): Markup | "" {
  const { places, gatherings } = report.sessions;
  const { ways } = words;
  return html`${places ? html`<p>${ways.places(places.inPerson, places.byLink)} ${ways.shares(places.plannedShare, places.actualShare)}</p>` : ""}${gatherings ? html`<p>${ways.gatherings(gatherings.group, gatherings.individual)}</p>` : ""}`;
}
