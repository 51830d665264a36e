import type { OpenedProgramme } from "@viceversa/core/workflow/opened-programme.ts";
import { html } from "hono/html";
import { namesOf } from "../dates.ts";
import { ANEW, MAXIMUM_REASON, REASON } from "./anew-fields.ts";
import { anewWordsIn } from "./anew-words.ts";
import { faultText, invalid } from "./fields.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";

/** Lets somebody ask to be matched anew; nothing is preselected, and it stays shut until she opens it. */
export function anew(
  frame: PageFrame,
  { pairings, fault }: Pick<OpenedProgramme, "pairings"> & { readonly fault: boolean },
): Markup | "" {
  if (pairings.length === 0) return "";
  const words = anewWordsIn[frame.reader.locale];
  const wrong = fault ? words.choose : undefined;
  // The hidden field is overruled by a choice; alone, it tells this form from another one on the page.
  return html`<details class="field${fault ? " wrong" : ""}"${fault ? " open" : ""}><summary>${words.title}</summary><p class="soft">${words.hint}</p><p class="soft">${words.discreet}</p>
<form method="post"><input type="hidden" name="${ANEW}" value=""><fieldset id="${ANEW}" role="radiogroup" aria-required="true"${fault ? html` tabindex="-1" autofocus` : ""}${invalid(ANEW, wrong)}><legend>${words.legend}</legend>${faultText(ANEW, wrong)}
${pairings.map(({ id, others }) => html`<label class="choice"><input type="radio" name="${ANEW}" value="${id}"> <span>${words.choice(namesOf(frame.reader, others))}</span></label>`)}</fieldset>
<p><label for="${REASON}">${words.reason}</label><textarea id="${REASON}" name="${REASON}" maxlength="${MAXIMUM_REASON}"></textarea></p>
<p><button type="submit">${words.send}</button></p></form></details>`;
}

/** That somebody else is looked for, and what the others are told. */
export function anewDone(frame: PageFrame): string {
  const words = anewWordsIn[frame.reader.locale];
  return page(
    frame,
    { title: words.doneTitle },
    html`<p>${words.done}</p><p><a class="button" href="?">${words.back}</a></p>`,
  );
}
