import { html } from "hono/html";
import { languageName, namesOf, weekdayName, zoneName } from "../dates.ts";
import { competencePart } from "./application-competences.ts";
import { AVOIDED_PEOPLE, applicationFields, dayParts, TICKED, weekdays } from "./application-fields.ts";
import { applicationWordsIn } from "./application-words.ts";
import { faultBox, faultText, invalid, said } from "./fields.ts";
import { type ApplicationPage, type Filled, faultOf } from "./filled-application.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";

const fields = applicationFields;

/** Asks whether somebody takes part, and what she brings; whether she does is not preselected. */
export function applicationPage(frame: PageFrame, application: ApplicationPage): string {
  const words = applicationWordsIn[frame.reader.locale];
  const filled: Filled = { ...application, frame, words };
  const { programme, faults } = application;
  return page(
    frame,
    {
      title: words.title(programme),
      ...(faults.size > 0 && { notice: frameWordsIn[frame.reader.locale].check }),
    },
    html`${faults.size > 0 ? summary(filled) : introduction(filled)}
<form method="post" novalidate>
${competencePart(filled)}
${languagePart(filled)}
${availabilityPart(filled)}
${textPart(filled, fields.interests, words.interests)}
${textPart(filled, fields.venue, words.venue[application.meets], application.meets === "link" ? "url" : "text")}
${motivationPart(filled)}
${avoidPart(filled)}
${choicePart(filled)}
<p><button type="submit">${words.send}</button></p>
</form>`,
  );
}

function introduction({ frame, words, objectives, invitedBy, teaches, learns }: Filled): Markup {
  const role = teaches && learns ? "both" : teaches ? "teaches" : "learns";
  return html`<p>${words.about}</p>
<p>${words.role[role]} ${invitedBy.length > 0 ? words.invitedBy(namesOf(frame.reader, invitedBy), invitedBy.length) : ""}</p>
${objectives.length > 0 ? html`<p>${words.objectives}:</p><ul>${objectives.map((title) => html`<li>${said(frame, title)}</li>`)}</ul>` : ""}
<p class="soft">${words.voluntary} <a class="touch" href="#${fields.choice}">${words.decline}</a>.</p>`;
}

function summary(filled: Filled): Markup {
  const { words, faults } = filled;
  return faultBox(html`<p class="fault">${words.faulty(faults.size)}</p>
<ul>${[...faults].map(([field, fault]) => html`<li><a href="#${field}">${placeOf(filled, field)}${words.faults[fault]}</a></li>`)}</ul>
<p>${words.kept}</p>`);
}

/** Which of many competences a fault lies in; all other fields are told apart by what is wrong with them. */
function placeOf({ competences, frame }: Filled, field: string): Markup | "" {
  const found = competences.find(({ key }) => [fields.goal(key), fields.offer(key)].includes(field));
  return found ? html`${said(frame, found.title)}: ` : "";
}

const wrongIf = (fault: string | undefined): string => (fault ? " wrong" : "");

const tick = ({ typed }: Filled, field: string, label?: string): Markup =>
  html`<input type="checkbox" name="${field}"${label ? html` aria-label="${label}"` : ""}${typed[field] === TICKED ? " checked" : ""}>`;

function languagePart(filled: Filled): Markup {
  const { frame, words, languages } = filled;
  return html`<fieldset><legend>${words.languages}</legend>${languages.map(
    (code) =>
      html`<label class="choice">${tick(filled, fields.language(code))} ${languageName(frame.reader, code)}</label>`,
  )}</fieldset>`;
}

function availabilityPart(filled: Filled): Markup {
  const { frame, words, now } = filled;
  const nameOf = (weekday: number) => weekdayName(frame.reader, weekday);
  return html`<fieldset><legend>${words.free.title}</legend><p class="soft">${words.free.hint(zoneName(frame.reader, now))}</p>
<table><thead><tr><th scope="col"><span class="unseen">${words.weekday}</span></th>${dayParts.map(({ name }) => html`<th scope="col">${words.parts[name][0]}<br>${words.parts[name][1]}</th>`)}</tr></thead><tbody>
${weekdays.map(
  (weekday) =>
    html`<tr><th scope="row">${nameOf(weekday)}</th>${dayParts.map(
      ({ name }) =>
        html`<td><label>${tick(filled, fields.free(weekday, name), `${nameOf(weekday)}, ${words.parts[name].join(" ")}`)}</label></td>`,
    )}</tr>`,
)}</tbody></table></fieldset>`;
}

interface Labelled {
  readonly title: string;
  readonly hint: string;
}

function textPart(
  filled: Filled,
  name: string,
  { title, hint }: Labelled,
  type: "text" | "url" = "text",
): Markup {
  const fault = faultOf(filled, name);
  return html`<div class="field${wrongIf(fault)}"><label for="${name}">${title} <span class="soft">${filled.words.optional}</span></label>
<p class="soft" id="${name}.hint">${hint}</p>${faultText(name, fault)}
<input type="${type}" id="${name}" name="${name}" value="${filled.typed[name] ?? ""}"${invalid(name, fault, `${name}.hint`)}></div>`;
}

function motivationPart(filled: Filled): Markup {
  const name = fields.motivation;
  const { motivation, optional } = filled.words;
  const fault = faultOf(filled, name);
  return html`<div class="field${wrongIf(fault)}"><label for="${name}">${motivation.title} <span class="soft">${optional}</span></label>
<p class="soft" id="${name}.hint">${motivation.hint}</p>${faultText(name, fault)}
<textarea id="${name}" name="${name}"${invalid(name, fault, `${name}.hint`)}>${filled.typed[name] ?? ""}</textarea></div>`;
}

function avoidPart(filled: Filled): Markup {
  const { words, typed } = filled;
  const places = Array.from({ length: AVOIDED_PEOPLE }, (_, at) => at + 1);
  const names = places.flatMap((at) => [fields.avoid(at), fields.reason(at)]);
  const isOpen = names.some((name) => typed[name] || filled.faults.has(name));
  return html`<details class="field"${isOpen ? " open" : ""}><summary>${words.avoid.title} <span class="soft">${words.optional}</span></summary>
<p class="soft">${words.avoid.hint}</p>
${places.map(
  (at) =>
    html`${line(filled, fields.avoid(at), words.avoid.email(at), "email")}${line(filled, fields.reason(at), words.avoid.reason, "text")}`,
)}</details>`;
}

function line(filled: Filled, name: string, label: string, type: "email" | "text"): Markup {
  const fault = faultOf(filled, name);
  return html`<p><label for="${name}">${label}</label>${fault ? html`<span class="fault" id="${name}.fault">${fault}</span>` : ""}
<input type="${type}" id="${name}" name="${name}" value="${filled.typed[name] ?? ""}"${invalid(name, fault)}></p>`;
}

function choicePart(filled: Filled): Markup {
  const name = fields.choice;
  const { choice } = filled.words;
  const fault = faultOf(filled, name);
  const option = (value: "yes" | "no") =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"${filled.typed[name] === value ? " checked" : ""}> ${choice[value]}</label>`;
  return html`<fieldset id="${name}" role="radiogroup" aria-required="true"${fault ? html` class="wrong"${invalid(name, fault)} tabindex="-1"` : ""}><legend>${choice.title}</legend>${faultText(name, fault)}
${option("yes")}${option("no")}</fieldset>`;
}
