import type { Format, Role } from "@viceversa/core/programme/index.ts";
import type { LocalText } from "@viceversa/core/text.ts";
import { html } from "hono/html";
import { faultBox, faultText, invalid, said } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { joiningWordsIn } from "./joining-words.ts";
import { contactLink, type Markup, type PageFrame, page } from "./layout.ts";

/** Which fields do not fit. */
export interface JoiningFaults {
  readonly email?: boolean;
  readonly role?: boolean;
}

/** What the page behind an application link shows. */
export interface Joining {
  readonly programme: string;
  readonly objectives: readonly LocalText[];
  readonly format: Format;
  /** What somebody can be; who can be one thing only is not asked. */
  readonly roles: readonly Role[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: JoiningFaults;
}

/** Asks somebody whom nobody knows yet for her address, and whether she wants to teach or to learn. */
export function joiningPage(frame: PageFrame, joining: Joining): string {
  const words = joiningWordsIn[frame.reader.locale];
  const { programme, objectives, format, roles, faults, typed } = joining;
  const isFaulty = Object.keys(faults).length > 0;
  return page(
    frame,
    {
      title: words.title(programme),
      ...(isFaulty && { notice: frameWordsIn[frame.reader.locale].check }),
    },
    html`${isFaulty ? summary(frame, faults) : html`<p>${words.about}</p><p>${words.meets[format]}</p>`}
${!isFaulty && objectives.length > 0 ? html`<p>${words.objectives}:</p><ul>${objectives.map((title) => html`<li>${said(frame, title)}</li>`)}</ul>` : ""}
<form method="post" novalidate>${roles.length > 1 ? roleField(frame, joining) : ""}
<div class="field${faults.email ? " wrong" : ""}"><label for="email">${words.email}</label><p class="soft" id="email.hint">${words.hint}</p>${faultText("email", faults.email ? words.faults.email : undefined)}
<input type="email" id="email" name="email" autocomplete="email" value="${typed["email"] ?? ""}"${invalid("email", faults.email ? words.faults.email : undefined, "email.hint")}></div>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

function summary(frame: PageFrame, faults: JoiningFaults): Markup {
  const words = joiningWordsIn[frame.reader.locale];
  const fields = (["role", "email"] as const).filter((field) => faults[field]);
  return faultBox(
    html`<ul>${fields.map((field) => html`<li><a href="#${field}">${words.faults[field]}</a></li>`)}</ul>`,
  );
}

function roleField(frame: PageFrame, { faults, typed }: Joining): Markup {
  const words = joiningWordsIn[frame.reader.locale];
  const fault = faults.role ? words.faults.role : undefined;
  const choices = (["mentor", "mentee"] as const).map((role) => {
    const chosen = typed["role"] === role ? html` checked` : "";
    return html`<label class="choice"><input type="radio" name="role" value="${role}"${chosen}> <span>${words.roles[role]}</span></label>`;
  });
  return html`<fieldset id="role" role="radiogroup" aria-required="true"${fault ? html` class="wrong" tabindex="-1"` : ""}${invalid("role", fault)}><legend>${words.role}</legend>${faultText("role", fault)}
${choices}</fieldset>`;
}

/** Says what happens now, and the same whoever has the address. */
export function joinedPage(frame: PageFrame, programme: string): string {
  const words = joiningWordsIn[frame.reader.locale];
  return page(
    frame,
    { title: words.sent(programme) },
    html`<p>${words.receipt}</p><p>${words.nothingCame} ${contactLink(frame)}.</p>`,
  );
}
