import type { LinkToken } from "@viceversa/core/mail.ts";
import { html } from "hono/html";
import { frameWordsIn } from "./frame-words.ts";
import { type PageFrame, page } from "./layout.ts";
import { linkBeside } from "./links.ts";
import { unsubscribeWordsIn } from "./unsubscribe-words.ts";

type MailClass = "reminders" | "questionnaires" | "management";

/** Asks whether a class of mails is to stop. */
export function unsubscribePage(
  frame: PageFrame,
  { mailClass, fault }: { mailClass: MailClass; fault: boolean },
): string {
  const words = unsubscribeWordsIn[frame.reader.locale];
  return page(
    frame,
    { title: words.title[mailClass], ...(fault && { notice: frameWordsIn[frame.reader.locale].check }) },
    html`<p>${words.about[mailClass]}</p>
<form method="post"><div class="field${fault ? " wrong" : ""}">${fault ? html`<p class="fault" role="alert" id="choose">${words.choose}</p>` : ""}<label class="choice"><input type="checkbox" name="choice" value="stop"${fault ? html` aria-invalid="true" aria-describedby="choose" autofocus` : ""}> ${words.choice[mailClass]}</label></div>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

/** Says that a class of mails has stopped, and how it starts again. */
export function unsubscribedPage(
  frame: PageFrame,
  { mailClass, preferences }: { mailClass: MailClass; preferences: LinkToken },
): string {
  const words = unsubscribeWordsIn[frame.reader.locale];
  return page(
    frame,
    { title: words.stopped[mailClass] },
    html`<p>${words.receipt[mailClass]}</p><p>${words.undo} <a class="touch" href="${linkBeside("preferences", preferences)}">${words.preferences}</a></p>`,
  );
}
