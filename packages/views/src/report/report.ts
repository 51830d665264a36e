import type { ProgrammeReport } from "@viceversa/core/report/index.ts";
import { html } from "hono/html";
import { fullDate } from "../dates.ts";
import type { Markup, PageFrame } from "../page/layout.ts";
import { changesSection, dimensionsSection, ratesSection } from "./answer-sections.ts";
import { document } from "./document.ts";
import { indicatorsSection, objectivesSection } from "./objective-sections.ts";
import { generationsSection, participationSection, sessionsSection } from "./people-sections.ts";
import { periodOf, placeOf, type Reading, readingOf } from "./reading.ts";

/**
 * The report as a document of its own: every plot has a title, a description and a table with the same figures, and
 * nothing in it is told by colour alone.
 */
export function reportPage(frame: PageFrame, report: ProgrammeReport): string {
  const reading = readingOf(frame, report);
  const { words } = reading;
  const { name, phase } = report.programme;
  const period = periodOf(reading);
  const parts = [
    objectivesSection(reading),
    participationSection(reading),
    generationsSection(reading),
    sessionsSection(reading),
    ratesSection(reading),
    dimensionsSection(reading),
    changesSection(reading),
    indicatorsSection(reading),
  ];
  return document(
    frame,
    `${words.report}: ${name}`,
    html`<p class="soft">${words.report}</p><h1>${name}</h1>
<p>${words.phases[phase] ?? phase}${period ? ` · ${period}` : ""}<br><span class="soft">${words.asOf(fullDate(frame.reader, report.at))}</span></p>
<p>${words.guide(report.threshold)}</p>
${parts}${notesSection(reading)}`,
  );
}

/** The notes that lines refer to; they come last, since only then it is known which. */
function notesSection({ words, used }: Reading): Markup {
  return html`<section><h2>${words.sections.notes}</h2>
<ol class="notes">${used().map((caveat) => html`<li id="note-${caveat}" value="${placeOf(caveat)}">${words.caveats[caveat]}</li>`)}</ol>
<p class="soft">${words.kirkpatrickNote}</p></section>`;
}
