import { html } from "hono/html";
import { type PageFrame, page } from "./layout.ts";
import { pageWordsIn } from "./words.ts";

/** Asks whether a class of mails is to stop. */
export function unsubscribePage(
  frame: PageFrame,
  { mailClass, fault }: { mailClass: "reminders" | "questionnaires"; fault: boolean },
): string {
  const words = pageWordsIn[frame.reader.locale].unsubscribe;
  return page(
    frame,
    words.title,
    html`<p>${words.about[mailClass]}</p>
${fault ? html`<p class="fault" role="alert">${words.choose}</p>` : ""}
<form method="post"><label class="choice"><input type="checkbox" name="choice" value="stop"> ${words.choice}</label>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}
