import type { Meeting } from "@viceversa/core/mail.ts";
import type { PendingProposal } from "@viceversa/core/workflow/absence.ts";
import { html } from "hono/html";
import { fullDate, namesOf, zoneName } from "../dates.ts";
import { type AbsenceWords, absenceWordsIn } from "./absence-words.ts";
import { faultText, invalid } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { linkBeside } from "./links.ts";
import { sessionWordsIn } from "./session-words.ts";

/** What was filled in so far, and what does not fit. */
export interface AbsenceForm {
  readonly choice: string;
  readonly reason: string;
  /** The day and hour that were typed. */
  readonly when: string;
  readonly fault?: keyof AbsenceWords["faults"];
}

/** "I can't make it": the session, and what was filled in so far. */
export interface AbsencePage extends Pick<Meeting, "start" | "venue">, AbsenceForm {
  readonly others: readonly string[];
  readonly pending: PendingProposal | undefined;
  /** The others meet all the same. */
  readonly meetsWithout: boolean;
}

/** Asks whether a session is to be cancelled or held at another time; neither is preselected. */
export function absencePage(frame: PageFrame, absence: AbsencePage): string {
  const { start, venue, others, pending, choice, when } = absence;
  const words = absenceWordsIn[frame.reader.locale];
  const { when: whenIn } = sessionWordsIn[frame.reader.locale].proposal;
  const faultOf = (fault: AbsencePage["fault"] & string) =>
    absence.fault === fault ? words.faults[fault] : undefined;
  const [choose, tooLong, impossible] = [faultOf("choose"), faultOf("tooLong"), faultOf("impossible")];
  const option = (value: string, label: string) =>
    html`<label class="choice"><input type="radio" name="choice" value="${value}"${choice === value ? " checked" : ""}> ${label}</label>`;
  return page(
    frame,
    { title: words.title, ...(absence.fault && { notice: frameWordsIn[frame.reader.locale].check }) },
    html`<p><strong>${words.session(namesOf(frame.reader, others))}</strong><br>${fullDate(frame.reader, start)}<br>${venue.kind === "place" ? venue.place : words.online}</p>
${pending ? pendingPart(frame, words, pending) : ""}
<form method="post" novalidate>
<fieldset id="choice" role="radiogroup" aria-required="true"${choose ? html` class="wrong"${invalid("choice", choose)} tabindex="-1" autofocus` : ""}><legend>${words.question}</legend>${faultText("choice", choose)}
${option("propose", words.propose)}
<div class="inset"><label for="when">${whenIn(zoneName(frame.reader, start))}</label>${faultText("when", impossible)}
<input type="datetime-local" id="when" name="when" value="${when}"${invalid("when", impossible, "when.hint")}${impossible ? " autofocus" : ""}>
<p class="soft" id="when.hint">${words.proposeHint}</p></div>
${option("call-off", absence.meetsWithout ? words.stayAway : words.callOff)}
<div class="inset">${absence.meetsWithout ? html`<p class="soft">${words.stayAwayHint}</p>` : reasonPart(words, absence, tooLong)}</div></fieldset>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

function reasonPart(words: AbsenceWords, { reason }: AbsencePage, tooLong: string | undefined): Markup {
  return html`<label for="reason">${words.reason} <span class="soft">${words.optional}</span></label>
<p class="soft" id="reason.hint">${words.reasonHint}</p>${faultText("reason", tooLong)}
<textarea id="reason" name="reason"${invalid("reason", tooLong, "reason.hint")}${tooLong ? " autofocus" : ""}>${reason}</textarea>`;
}

function pendingPart(frame: PageFrame, words: AbsenceWords, pending: PendingProposal): Markup {
  const date = fullDate(frame.reader, pending.start);
  if (pending.by === "reader") return html`<p role="status" class="field">${words.own(date)}</p>`;
  const proposes = sessionWordsIn[frame.reader.locale].proposal.proposed(pending.name, date);
  return html`<p class="field">${proposes}<br><a href="${linkBeside("proposal", pending.reply)}">${words.reply}</a></p>`;
}
