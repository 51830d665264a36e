import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate, namesOf } from "../dates.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type PageFrame, page } from "./layout.ts";
import { sessionWordsIn } from "./session-words.ts";

/** A session that may have taken place, and with whom. */
export interface PastSession {
  readonly start: Instant;
  readonly others: readonly string[];
}

const heading = (frame: PageFrame, { start, others }: PastSession) =>
  html`<p><strong>${sessionWordsIn[frame.reader.locale].with(namesOf(frame.reader, others))}</strong><br>${fullDate(frame.reader, start)}</p>`;

/** Asks whether a session took place; nothing is preselected, so that a blind post changes nothing. */
export function followUpPage(frame: PageFrame, session: PastSession, { fault }: { fault: boolean }): string {
  const words = sessionWordsIn[frame.reader.locale].followUp;
  return page(
    frame,
    { title: words.title, ...(fault && { notice: frameWordsIn[frame.reader.locale].check }) },
    html`${heading(frame, session)}
<form method="post" novalidate><fieldset${fault ? html` class="wrong"` : ""}>${fault ? html`<p class="fault" id="choose" role="alert">${words.choose}</p>` : ""}
<label class="choice"><input type="radio" name="happened" value="yes"${fault ? html` aria-invalid="true" aria-describedby="choose" autofocus` : ""}> ${words.yes}</label>
<label class="choice"><input type="radio" name="happened" value="no"> ${words.no}</label></fieldset>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

/** That the answer was noted, or that it is too early for one. */
export function followUpState(frame: PageFrame, session: PastSession, state: "told" | "notYet"): string {
  const [title, text] = sessionWordsIn[frame.reader.locale].followUp[state];
  return page(frame, { title }, html`${heading(frame, session)}<p>${text}</p>`);
}
