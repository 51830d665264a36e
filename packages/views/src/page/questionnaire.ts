import type { AnswerFaults, Instrument } from "@viceversa/core/instrument/index.ts";
import type { AnswerPrivacy } from "@viceversa/core/mail.ts";
import { textIn } from "@viceversa/core/text.ts";
import type { Instant } from "@viceversa/core/time.ts";
import { html } from "hono/html";
import { fullDate } from "../dates.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { type PageWords, pageWordsIn } from "./words.ts";

/** A questionnaire as it is filled in: what was typed so far, and what does not fit. */
export interface QuestionnairePage {
  readonly instrument: Instrument;
  readonly privacy: AnswerPrivacy;
  readonly closesAt: Instant;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: AnswerFaults;
}

type Items = Instrument["items"][number];

/** The questionnaire on one page: nothing is preselected, and what was typed stays when something is missing. */
export function questionnairePage(frame: PageFrame, questionnaire: QuestionnairePage): string {
  const { instrument, privacy, closesAt, faults } = questionnaire;
  const { locale } = frame.reader;
  const words = pageWordsIn[locale].questionnaire;
  const count = instrument.items.filter(({ key }) => faults[key]).length;
  const foreign = Object.values(faults).includes("foreign");
  return page(
    frame,
    textIn(instrument.title, locale),
    html`<p>${privacy.mode === "attributed" ? words.modes.attributed(privacy.readBy) : words.modes[privacy.mode]}</p>
${count > 0 ? html`<p class="fault" role="alert">${words.missing(count)}</p>` : ""}
${foreign ? html`<p class="fault" role="alert">${words.foreign}</p>` : ""}
<form method="post" novalidate>
${instrument.items.map((item) => (item.kind === "scale" ? scaleField(item) : commentField(item)))}
<p><button type="submit">${words.send}</button></p>
<p class="soft">${words.openUntil(fullDate(frame.reader, closesAt))}</p>
</form>`,
  );

  function scaleField(item: Items): Markup {
    const typed = questionnaire.typed[item.key];
    return html`<fieldset><legend>${textIn(item.text, locale)}</legend>${fault(item, faults, words)}
${instrument.scale.map((anchor, at) => {
  const value = String(at + 1);
  return html`<label class="choice"><input type="radio" name="${item.key}" value="${value}"${typed === value ? " checked" : ""}> ${textIn(anchor, locale)}</label>`;
})}</fieldset>`;
  }

  function commentField(item: Items): Markup {
    return html`<fieldset><legend>${textIn(item.text, locale)}</legend>${fault(item, faults, words)}
<label><span class="soft">${words.comment}</span><textarea name="${item.key}" aria-label="${textIn(item.text, locale)}">${questionnaire.typed[item.key] ?? ""}</textarea></label></fieldset>`;
  }
}

function fault({ key }: Items, faults: AnswerFaults, words: PageWords["questionnaire"]): Markup | "" {
  const what = faults[key];
  return what && what !== "foreign" ? html`<p class="fault">${words.faults[what]}</p>` : "";
}
