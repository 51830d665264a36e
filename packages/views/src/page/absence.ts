import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate, namesOf } from "../dates.ts";
import { type PageFrame, page } from "./layout.ts";
import { pageWordsIn } from "./words.ts";

/** "I can't make it": the session, what was typed so far, and what does not fit. */
export interface AbsencePage {
  readonly start: Instant;
  readonly others: readonly string[];
  readonly reason: string;
  readonly fault?: "choose" | "tooLong";
}

/** Asks whether a session is to be called off. */
export function absencePage(frame: PageFrame, { start, others, reason, fault }: AbsencePage): string {
  const words = pageWordsIn[frame.reader.locale].absence;
  return page(
    frame,
    words.title,
    html`<p><strong>${words.about(fullDate(frame.reader, start))}</strong><br>${namesOf(frame.reader, others)}</p>
${fault ? html`<p class="fault" role="alert">${words[fault]}</p>` : ""}
<form method="post"><label class="choice"><input type="checkbox" name="choice" value="call-off"> ${words.choice}</label>
<p><label>${words.reason}<br><textarea name="reason" aria-describedby="hint">${reason}</textarea></label><br><span class="soft" id="hint">${words.reasonHint}</span></p>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}
