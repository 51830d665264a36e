import { type Competence, competenceLevels, levelOrder } from "@viceversa/core/competence/index.ts";
import { textIn } from "@viceversa/core/text.ts";
import { html } from "hono/html";
import { applicationFields, applicationParts } from "./application-fields.ts";
import { faultText, invalid, said } from "./fields.ts";
import { type Filled, faultOf } from "./filled-application.ts";
import type { Markup } from "./layout.ts";

const fields = applicationFields;

/** The options of a level are numbers, which keeps a page of many of them small: 1 is basic. */
const levels = Object.entries(competenceLevels).map(([level, { title, description }]) => ({
  value: String(levelOrder[level as keyof typeof levelOrder]),
  title,
  description,
}));

/** What somebody offers and wants: every competence, by area, as many selects as it takes. */
export function competencePart(filled: Filled): Markup {
  return html`${filled.teaches ? part(filled, "offers", offer) : ""}${filled.learns ? part(filled, "wants", wish) : ""}`;
}

type Row = (filled: Filled, competence: Competence) => Markup;

function part(filled: Filled, which: "offers" | "wants", row: Row): Markup {
  const { frame, words } = filled;
  const name = applicationParts[which];
  const fault = faultOf(filled, name);
  return html`<fieldset id="${name}"${fault ? html` class="wrong"${invalid(name, fault)} tabindex="-1"` : ""}><legend>${words[which].title}</legend>
<p class="soft">${words[which].hint} ${words.whoReadsLevels}</p>${faultText(name, fault)}
<details><summary class="soft">${words.levels}</summary><dl>${levels.map(({ title, description }) => html`<dt>${said(frame, title)}</dt><dd>${said(frame, description)}</dd>`)}</dl></details>
${areasOf(filled).map(
  ({ title, competences }) =>
    html`<details${competences.some((one) => isTouched(filled, one)) ? " open" : ""}><summary>${said(frame, title)}</summary>
${competences.map((competence) => row(filled, competence))}</details>`,
)}</fieldset>`;
}

/** The competences by area, both in the order in which they come. */
function areasOf({ competences }: Filled) {
  const areas = new Map<string, { title: Competence["title"]; competences: Competence[] }>();
  for (const competence of competences) {
    const { key, title } = competence.area;
    const area = areas.get(key) ?? { title, competences: [] };
    area.competences.push(competence);
    areas.set(key, area);
  }
  return [...areas.values()];
}

/** Something is chosen here, or is to be mended. */
const isTouched = ({ typed, faults }: Filled, { key }: Competence): boolean =>
  [fields.offer(key), fields.now(key), fields.goal(key)].some((name) => typed[name] || faults.has(name));

function offer(filled: Filled, { key, title }: Competence): Markup {
  const name = fields.offer(key);
  const fault = faultOf(filled, name);
  return html`<label class="row"><span>${said(filled.frame, title)}${fault ? html`<span class="fault" id="${name}.fault">${fault}</span>` : ""}</span>${levelSelect(filled, name, fault)}</label>`;
}

function wish(filled: Filled, { key, title }: Competence): Markup {
  const { words, frame, typed } = filled;
  const goal = fields.goal(key);
  const priority = fields.priority(key);
  const fault = faultOf(filled, goal);
  const chosen = typed[priority] ?? "2";
  return html`<fieldset class="row"><legend>${said(frame, title)}</legend>${faultText(goal, fault)}
<label>${words.wants.now}${levelSelect(filled, fields.now(key))}</label>
<label>${words.wants.goal}${levelSelect(filled, goal, fault)}</label>
<label>${words.wants.priority}<select name="${priority}">${words.wants.priorities.map((text, at) => html`<option value="${at + 1}"${chosen === String(at + 1) ? " selected" : ""}>${text}`)}</select></label></fieldset>`;
}

function levelSelect({ frame, words, typed }: Filled, name: string, fault?: string): Markup {
  const { reader, sender } = frame;
  return html`<select name="${name}"${fault ? html` id="${name}"${invalid(name, fault)}` : ""}><option value="">${words.none}${levels.map(
    ({ value, title }) =>
      html`<option value="${value}"${typed[name] === value ? " selected" : ""}>${textIn(title, reader.locale, sender.locale)}`,
  )}</select>`;
}
