import { html } from "hono/html";
import { faultText, invalid } from "./fields.ts";
import type { Markup, PageFrame } from "./layout.ts";
import { OWN_PART, type OwnPartChoice } from "./own-part-fields.ts";
import { ownPartWordsIn } from "./own-part-words.ts";

/** Lets somebody take a break, come back or leave; nothing is preselected, and it stays shut until she opens it. */
export function ownPart(frame: PageFrame, { paused, fault }: { paused: boolean; fault: boolean }): Markup {
  const words = ownPartWordsIn[frame.reader.locale];
  const wrong = fault ? words.choose : undefined;
  const open: readonly OwnPartChoice[] = paused ? ["resume", "leave"] : ["pause", "leave"];
  return html`<details class="field${fault ? " wrong" : ""}"${fault ? " open" : ""}><summary>${words.title}</summary><p class="soft">${words.hint}</p>
<form method="post"><fieldset id="${OWN_PART}" role="radiogroup" aria-required="true"${fault ? html` tabindex="-1" autofocus` : ""}${invalid(OWN_PART, wrong)}><legend>${words.legend}</legend>${faultText(OWN_PART, wrong)}
${open.map((choice) => html`<label class="choice"><input type="radio" name="${OWN_PART}" value="${choice}"> <span>${words.choices[choice]}</span></label>`)}</fieldset>
<p><button type="submit">${words.send}</button></p></form></details>`;
}
