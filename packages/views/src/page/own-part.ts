import type { OwnPartChoice } from "@viceversa/core/workflow/opened-participation.ts";
import { html } from "hono/html";
import { faultText, invalid } from "./fields.ts";
import type { Markup, PageFrame } from "./layout.ts";
import { OWN_PART } from "./own-part-fields.ts";
import { ownPartWordsIn } from "./own-part-words.ts";

/** What somebody can decide about her own part in a programme. */
export interface OwnPart {
  readonly choices: readonly OwnPartChoice[];
  /** She has sent the form without a choice. */
  readonly fault: boolean;
}

/** Lets somebody take a break, come back or leave; nothing is preselected, and it stays shut until she opens it. */
export function ownPart(frame: PageFrame, { choices, fault }: OwnPart): Markup | "" {
  if (choices.length === 0) return "";
  const words = ownPartWordsIn[frame.reader.locale];
  const face = words.faces[faceOf(choices)];
  const wrong = fault ? words.choose : undefined;
  const isOpen = fault || choices.includes("resumed");
  // The hidden field is overruled by a choice; alone, it tells this form from another one on the page.
  return html`<details class="field${fault ? " wrong" : ""}"${isOpen ? " open" : ""}><summary>${face.title}</summary><p class="soft">${face.hint}</p>
<form method="post"><input type="hidden" name="${OWN_PART}" value=""><fieldset id="${OWN_PART}" role="radiogroup" aria-required="true"${fault ? html` tabindex="-1" autofocus` : ""}${invalid(OWN_PART, wrong)}><legend>${words.legend}</legend>${faultText(OWN_PART, wrong)}
${choices.map((choice) => html`<label class="choice"><input type="radio" name="${OWN_PART}" value="${choice}"> <span>${face.choices[choice]}</span></label>`)}</fieldset>
<p><button type="submit">${words.send}</button></p></form></details>`;
}

function faceOf(choices: readonly OwnPartChoice[]): "resting" | "takingPart" | "applied" {
  if (choices.includes("resumed")) return "resting";
  return choices.includes("paused") ? "takingPart" : "applied";
}
