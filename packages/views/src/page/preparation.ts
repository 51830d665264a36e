import type { Instrument } from "@viceversa/core/instrument/index.ts";
import type { Agreement } from "@viceversa/core/participant/index.ts";
import { type LocalText, textIn } from "@viceversa/core/text.ts";
import type { NextStep } from "@viceversa/core/workflow/opened-participation.ts";
import { html } from "hono/html";
import { faultBox, faultText, invalid, said, scaleField } from "./fields.ts";
import { frameWordsIn } from "./frame-words.ts";
import { type Markup, type PageFrame, page } from "./layout.ts";
import { type OwnPart, ownPart } from "./own-part.ts";
import { nextLink } from "./participation.ts";
import { type PreparationFaults, preparationFields, TICKED } from "./preparation-fields.ts";
import { type PreparationWords, preparationWordsIn } from "./preparation-words.ts";

/** A preparation: its two steps, which of them is done, and what was filled in so far. */
export interface PreparationPage {
  readonly programme: string;
  readonly agreement: Agreement;
  readonly signed: boolean;
  readonly instrument: Instrument;
  readonly assessed: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: PreparationFaults;
  readonly ownPart: OwnPart;
}

interface Filled extends PreparationPage {
  readonly frame: PageFrame;
  readonly words: PreparationWords;
}

const fields = preparationFields;
const PROMISES = "promises";

/** The briefing, the promises and the questions; no promise is ticked and no answer chosen beforehand. */
export function preparationPage(frame: PageFrame, preparation: PreparationPage): string {
  const words = preparationWordsIn[frame.reader.locale];
  const filled: Filled = { ...preparation, frame, words };
  const { agreement, signed, assessed, programme } = preparation;
  const lines = faultLines(filled);
  return page(
    frame,
    {
      title: words.title(programme),
      ...((lines.length > 0 || preparation.ownPart.fault) && {
        notice: frameWordsIn[frame.reader.locale].check,
      }),
    },
    html`<p class="soft">${words.about}</p>
${lines.length > 0 ? faultBox(html`${lines}<p>${words.kept}</p>`) : ""}
<h2>${words.briefing}</h2><p>${said(frame, agreement.briefing)}</p>
<form method="post" novalidate>
<h2>${words.promises.title}</h2>${signed ? signedPart(filled) : promisesPart(filled)}
<h2>${words.readiness.title}</h2>${assessed ? html`<p class="done">${words.readiness.done}</p>` : questionsPart(filled)}
<p><button type="submit">${words.send}</button></p>
</form>
${ownPart(frame, preparation.ownPart)}`,
  );
}

/** That both steps are done, where to go on from here, and how to rest or leave. */
export function preparedPage(
  frame: PageFrame,
  prepared: { readonly next: NextStep | undefined; readonly ownPart: OwnPart },
): string {
  const { next } = prepared;
  const { locale } = frame.reader;
  const [title, text] = preparationWordsIn[locale].done;
  return page(
    frame,
    { title, ...(prepared.ownPart.fault && { notice: frameWordsIn[locale].check }) },
    html`<p>${text}</p>${nextLink(frame, next)}${ownPart(frame, prepared.ownPart)}`,
  );
}

function faultLines({ frame, words, faults, instrument }: Filled): Markup[] {
  const unanswered = instrument.items.filter(({ key }) => faults.answers?.[key]);
  return [
    ...(faults.nothing ? [html`<p class="fault">${words.nothing}</p>`] : []),
    ...(faults.promises
      ? [
          html`<p class="fault">${words[faults.promises]}</p><ul><li><a href="#${PROMISES}">${words.promises.title}</a></li></ul>`,
        ]
      : []),
    ...(unanswered.length > 0
      ? [
          html`<p class="fault">${words.unanswered(unanswered.length)}</p><ul>${unanswered.map(({ key, text }) => html`<li><a href="#${fields.answer(key)}">${said(frame, text)}</a></li>`)}</ul>`,
        ]
      : []),
  ];
}

function signedPart({ frame, words, agreement }: Filled): Markup {
  return html`<ul>${agreement.promises.map((promise) => html`<li>${said(frame, promise)}</li>`)}</ul><p class="done">${words.promises.done}</p>`;
}

function promisesPart({ frame, words, agreement, typed, faults }: Filled): Markup {
  const fault = faults.promises && words[faults.promises];
  const isPresent = typed[fields.version] === String(agreement.version);
  return html`<input type="hidden" name="${fields.version}" value="${agreement.version}">
<fieldset id="${PROMISES}"${fault ? html` class="wrong"${invalid(PROMISES, fault)} tabindex="-1"` : ""}><legend>${words.promises.hint}</legend>${faultText(PROMISES, fault)}
${agreement.promises.map((promise, at) => {
  const name = fields.promise(at);
  const ticked = isPresent && typed[name] === TICKED;
  return html`<label class="choice"><input type="checkbox" name="${name}"${ticked ? " checked" : ""}> <span>${said(frame, promise)}</span></label>`;
})}</fieldset>`;
}

function questionsPart({ frame, words, instrument, typed, faults }: Filled): Markup {
  const own = (text: LocalText) => textIn(text, frame.reader.locale, frame.sender.locale);
  return html`<p class="soft">${words.readiness.hint}</p>
${instrument.items.flatMap((item) =>
  item.kind === "scale"
    ? [
        scaleField({
          name: fields.answer(item.key),
          text: own(item.text),
          anchors: instrument.scale.map(own),
          language: "",
          chosen: typed[fields.answer(item.key)],
          fault: faults.answers?.[item.key] && words.unansweredOne,
        }),
      ]
    : [],
)}`;
}
