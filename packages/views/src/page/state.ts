import { html } from "hono/html";
import { type PageFrame, page } from "./layout.ts";
import { type PageState, pageWordsIn } from "./words.ts";

/** The page of a link that has nothing to do any more, or never had. */
export function statePage(frame: PageFrame, state: PageState): string {
  const [title, text] = pageWordsIn[frame.reader.locale].states[state];
  return page(frame, title, html`<p>${text}</p>`);
}
