import type { Meeting } from "@viceversa/core/mail.ts";
import type { Plan } from "@viceversa/core/pairing/index.ts";
import type { LocalText } from "@viceversa/core/text.ts";
import type { Instant } from "@viceversa/core/time.ts";
import type { MatchLink } from "@viceversa/core/workflow/opened-match.ts";
import type { NextStep } from "@viceversa/core/workflow/opened-participation.ts";
import { html } from "hono/html";
import { fullDate, languageName, namesOf } from "../dates.ts";
import { faultText, invalid, said } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { matchWordsIn } from "./match-words.ts";
import { nextLink } from "./participation.ts";

/** A proposed pairing as one of its members may see it: neither levels nor ages, and nothing of readiness. */
export interface MatchPage extends Pick<Meeting, "venue"> {
  readonly programme: string;
  readonly others: readonly string[];
  readonly topics: readonly LocalText[];
  readonly languages: readonly string[];
  readonly plan: Pick<Plan, "everyWeeks" | "count" | "minutes">;
  readonly first?: Instant | undefined;
  readonly fault: boolean;
}

const CHOICE = "choice";

/** Asks whether somebody wants to meet the others; neither yes nor no is preselected. */
export function matchPage(frame: PageFrame, match: MatchPage): string {
  const { reader } = frame;
  const words = matchWordsIn[reader.locale];
  const { plan, venue, first, topics, languages } = match;
  const fault = match.fault ? words.choose : undefined;
  const option = (value: "yes" | "no") =>
    html`<label class="choice"><input type="radio" name="${CHOICE}" value="${value}"> ${words[value]}</label>`;
  return page(
    frame,
    {
      title: words.title(namesOf(reader, match.others)),
      ...(fault && { notice: frameWordsIn[reader.locale].check }),
    },
    html`<p>${words.about(match.programme)}</p><dl>
${topics.length > 0 ? fact(words.topics, html`<ul>${topics.map((title) => html`<li>${said(frame, title)}</li>`)}</ul>`) : ""}
${
  languages.length > 0
    ? fact(
        words.languages,
        namesOf(
          reader,
          languages.map((code) => languageName(reader, code)),
        ),
      )
    : ""
}
${first ? fact(words.first, html`${fullDate(reader, first)}<br>${words.rhythm(plan.everyWeeks, plan.count, plan.minutes)}`) : ""}
${fact(words.where, venue.kind === "place" ? venue.place : words.online)}</dl>
<form method="post" novalidate><fieldset id="${CHOICE}" role="radiogroup" aria-required="true"${fault ? html` class="wrong"${invalid(CHOICE, fault)} tabindex="-1" autofocus` : ""}><legend>${words.answer}</legend><p class="soft">${match.others.length > 1 ? words.discreetInGroup : words.discreet}</p>${faultText(CHOICE, fault)}
${option("yes")}${option("no")}</fieldset>
<p><button type="submit">${words.send}</button></p></form>`,
  );
}

const fact = (name: string, value: Markup | string): Markup => html`<dt>${name}</dt><dd>${value}</dd>`;

/** How a proposed pairing stands for its reader when there is nothing to answer; who said no is not told. */
export function matchState(
  frame: PageFrame,
  others: readonly string[],
  state: Exclude<MatchLink, "open"> | "declined",
  next?: NextStep,
): string {
  const [title, text] = matchWordsIn[frame.reader.locale].faces[state];
  return page(frame, { title }, html`<p>${text(namesOf(frame.reader, others))}</p>${nextLink(frame, next)}`);
}
