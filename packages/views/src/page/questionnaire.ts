import {
  type AnswerFaults,
  effortOf,
  type Instrument,
  languagesOf,
} from "@viceversa/core/instrument/index.ts";
import type { AnswerPrivacy } from "@viceversa/core/mail.ts";
import { type LocalText, textIn } from "@viceversa/core/text.ts";
import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate } from "../dates.ts";
import { timeFor } from "../effort.ts";
import { commentPromiseOf, promiseOf } from "../privacy.ts";
import { faultBox, faultText, invalid, scaleField } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { languageOf, type Markup, type PageFrame, page } from "./layout.ts";
import { questionnaireWordsIn } from "./questionnaire-words.ts";

/** A questionnaire as it is filled in: what was typed so far, and what does not fit. */
export interface QuestionnairePage {
  readonly programme: string;
  readonly instrument: Instrument;
  readonly privacy: AnswerPrivacy;
  readonly closesAt: Instant;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: AnswerFaults;
}

type Question = Instrument["items"][number];

/** The questionnaire on one page: nothing is preselected, and what was typed stays when something is missing. */
export function questionnairePage(frame: PageFrame, questionnaire: QuestionnairePage): string {
  const { programme, instrument, privacy, closesAt, typed, faults } = questionnaire;
  const { locale } = frame.reader;
  const words = questionnaireWordsIn[locale];
  const languages = languagesOf(instrument, locale, frame.sender.locale);
  const [language = locale] = languages;
  const said = (text: LocalText): string => textIn(text, ...languages);
  const lang = languageOf(language, frame);
  const effort = effortOf(instrument);
  const closes = fullDate(frame.reader, closesAt);
  const { unanswered, tooLong, foreign } = sorted(instrument, faults);
  const isFaulty = Object.keys(faults).length > 0;
  const notice = unanswered.length > 0 ? words.incomplete : frameWordsIn[locale].check;
  return page(
    frame,
    { title: said(instrument.title), language, ...(isFaulty && { notice }) },
    html`<p class="soft">${words.about(programme, effort, timeFor(effort, locale), closes)}</p>
${language === locale ? "" : html`<p>${words.only[language]}</p>`}
<p>${promiseOf(privacy, effort, locale)}</p>
${isFaulty ? summary() : ""}
<form method="post" novalidate>
${instrument.items.map((item) => (item.kind === "scale" ? scale(item) : commentField(item)))}
<p><button type="submit">${words.send}</button></p>
</form>`,
  );

  function summary(): Markup {
    return faultBox(html`${unanswered.length > 0 ? html`<p class="fault">${words.unanswered(unanswered.length)}</p>${linksTo(unanswered)}` : ""}
${tooLong.length > 0 ? html`<p class="fault">${words.tooLong}</p>${linksTo(tooLong)}` : ""}
${foreign ? html`<p class="fault">${words.foreign}</p>` : ""}
<p>${words.kept}</p>`);
  }

  function linksTo(questions: readonly Question[]): Markup {
    return html`<ul>${questions.map(({ key, text }) => html`<li><a href="#${key}"${lang}>${said(text)}</a></li>`)}</ul>`;
  }

  function scale({ key, text }: Question): Markup {
    const fault = faultOf(key);
    return scaleField({
      name: key,
      text: said(text),
      anchors: instrument.scale.map(said),
      language: lang,
      chosen: typed[key],
      fault: fault && words.faults[fault],
    });
  }

  function commentField({ key, text }: Question): Markup {
    const kind = faultOf(key);
    const fault = kind && words.faults[kind];
    return html`<div class="field${fault ? " wrong" : ""}"><label for="${key}"><span${lang}>${said(text)}</span> <span class="soft">${words.optional}</span></label>
<p class="soft" id="${key}.hint">${commentPromiseOf(privacy, locale)}</p>${faultText(key, fault)}
<textarea id="${key}" name="${key}"${invalid(key, fault, `${key}.hint`)}>${typed[key] ?? ""}</textarea></div>`;
  }

  function faultOf(key: string) {
    const fault = faults[key];
    return fault === "foreign" ? undefined : fault;
  }
}

/** What is to be mended, by what is to be done about it. */
function sorted({ items }: Instrument, faults: AnswerFaults) {
  return {
    unanswered: items.filter(({ key }) => faults[key] === "missing" || faults[key] === "impossible"),
    tooLong: items.filter(({ key }) => faults[key] === "too-long"),
    foreign: Object.values(faults).includes("foreign"),
  };
}
