import type { Meeting } from "@viceversa/core/mail.ts";
import { html } from "hono/html";
import { fullDate, namesOf } from "../dates.ts";
import { absenceWordsIn } from "./absence-words.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type PageFrame, page } from "./layout.ts";

/** "I can't make it": the session, what was filled in so far, and what does not fit. */
export interface AbsencePage extends Pick<Meeting, "start" | "venue"> {
  readonly others: readonly string[];
  readonly ticked: boolean;
  readonly reason: string;
  readonly fault?: "choose" | "tooLong";
}

/** Asks whether a session is to be cancelled. */
export function absencePage(frame: PageFrame, absence: AbsencePage): string {
  const { start, venue, others, ticked, reason, fault } = absence;
  const words = absenceWordsIn[frame.reader.locale];
  const isFaulty = (part: AbsencePage["fault"]) => fault === part;
  const faultText = (part: "choose" | "tooLong") =>
    isFaulty(part) ? html`<p class="fault" role="alert" id="${part}">${words[part]}</p>` : "";
  return page(
    frame,
    { title: words.title, ...(fault && { notice: frameWordsIn[frame.reader.locale].check }) },
    html`<p><strong>${words.session(namesOf(frame.reader, others))}</strong><br>${fullDate(frame.reader, start)}<br>${venue.kind === "place" ? venue.place : words.online}</p>
<form method="post" novalidate>
<div class="field${isFaulty("choose") ? " wrong" : ""}">${faultText("choose")}<label class="choice"><input type="checkbox" name="choice" value="call-off"${ticked ? " checked" : ""}${isFaulty("choose") ? html` aria-invalid="true" aria-describedby="choose" autofocus` : ""}> ${words.choice}</label></div>
<div class="field${isFaulty("tooLong") ? " wrong" : ""}"><label for="reason">${words.reason} <span class="soft">${words.optional}</span></label>
<p class="soft" id="hint">${words.reasonHint}</p>${faultText("tooLong")}
<textarea id="reason" name="reason" aria-describedby="hint${isFaulty("tooLong") ? " tooLong" : ""}"${isFaulty("tooLong") ? html` aria-invalid="true" autofocus` : ""}>${reason}</textarea></div>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}
