import { effortOf, type Instrument, languagesOf } from "@viceversa/core/instrument/index.ts";
import { textIn } from "@viceversa/core/text.ts";
import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate, namesOf } from "../dates.ts";
import { promiseOf } from "../privacy.ts";
import { scaleField } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { languageOf, type Markup, type PageFrame, page } from "./layout.ts";
import { sessionWordsIn } from "./session-words.ts";

/** A session that may have taken place, and with whom. */
export interface PastSession {
  readonly start: Instant;
  readonly others: readonly string[];
}

const heading = (frame: PageFrame, { start, others }: PastSession) =>
  html`<p><strong>${sessionWordsIn[frame.reader.locale].with(namesOf(frame.reader, others))}</strong><br>${fullDate(frame.reader, start)}</p>`;

/** The question whether it was worth it, with its instrument's words. */
interface Worth {
  readonly instrument: Instrument;
  readonly question: Instrument["items"][number];
  readonly chosen: string | undefined;
}

interface FollowUp {
  readonly happened: string | undefined;
  readonly faults: { readonly happened: boolean; readonly worth: boolean };
  /** Absent where it is not asked, or was answered this month. */
  readonly worth?: Worth;
}

/**
 * Asks whether a session took place and, in confidence, whether it was worth it. Nothing is preselected, so that a
 * blind post changes nothing; what was chosen stays when something is missing.
 */
export function followUpPage(
  frame: PageFrame,
  session: PastSession,
  { happened, faults, worth }: FollowUp,
): string {
  const words = sessionWordsIn[frame.reader.locale].followUp;
  const fault = faults.happened;
  const isFaulty = fault || faults.worth;
  const checked = (value: string) => (happened === value ? html` checked` : "");
  return page(
    frame,
    { title: words.title, ...(isFaulty && { notice: frameWordsIn[frame.reader.locale].check }) },
    html`${heading(frame, session)}
<form method="post" novalidate><fieldset aria-label="${words.title}"${fault ? html` class="wrong"` : ""}>${fault ? html`<p class="fault" id="choose" role="alert">${words.choose}</p>` : ""}
<label class="choice"><input type="radio" name="happened" value="yes"${checked("yes")}${fault ? html` aria-invalid="true" aria-describedby="choose" autofocus` : ""}> ${words.yes}</label>
<label class="choice"><input type="radio" name="happened" value="no"${checked("no")}> ${words.no}</label></fieldset>
${worth ? worthField(frame, worth, faults.worth) : ""}
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

function worthField(frame: PageFrame, { instrument, question, chosen }: Worth, isFaulty: boolean): Markup {
  const { locale } = frame.reader;
  const words = sessionWordsIn[locale].followUp;
  const languages = languagesOf(instrument, locale, frame.sender.locale);
  const { questions } = effortOf(instrument);
  const promise = promiseOf({ mode: "confidential" }, { questions, comments: 0 }, locale);
  return html`${scaleField({
    name: question.key,
    text: textIn(question.text, ...languages),
    anchors: instrument.scale.map((anchor) => textIn(anchor, ...languages)),
    language: languageOf(languages[0] ?? locale, frame),
    chosen,
    fault: isFaulty ? words.impossible : undefined,
    isOptional: true,
  })}
<p class="soft">${words.worth} ${promise}</p>`;
}

/** That the answer was noted, or that it is too early for one. */
export function followUpState(frame: PageFrame, session: PastSession, state: "told" | "notYet"): string {
  const [title, text] = sessionWordsIn[frame.reader.locale].followUp[state];
  return page(frame, { title }, html`${heading(frame, session)}<p>${text}</p>`);
}
