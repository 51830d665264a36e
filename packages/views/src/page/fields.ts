import { Locale, type LocalText, textIn } from "@viceversa/core/text.ts";
import { html } from "hono/html";
import { languageOf, type Markup, type PageFrame } from "./layout.ts";

/** What customers and frameworks have written, in the reader's language or else marked as in another. */
export function said(frame: PageFrame, text: LocalText): Markup | string {
  const { reader, sender } = frame;
  const language = [reader.locale, sender.locale, ...Locale.options].find((one) => text[one]);
  if (!language || language === reader.locale) return textIn(text, reader.locale);
  return html`<span${languageOf(language, frame)}>${textIn(text, language)}</span>`;
}

/** What stands above a form that comes back: what is to be mended, and that nothing was lost. */
export const faultBox = (content: Markup): Markup =>
  html`<div class="faults" role="alert" tabindex="-1" autofocus>${content}</div>`;

/** Says of a field that it does not fit, and by what it is described. */
export const invalid = (name: string, fault: string | undefined, hint = ""): Markup | "" => {
  const described = [hint, fault && `${name}.fault`].filter(Boolean).join(" ");
  if (!described) return "";
  return html`${fault ? html` aria-invalid="true"` : ""} aria-describedby="${described}"`;
};

/** Why a field does not fit. */
export const faultText = (name: string, fault: string | undefined): Markup | "" =>
  fault ? html`<p class="fault" id="${name}.fault">${fault}</p>` : "";

/** One question that is answered on a scale. */
export interface ScaleQuestion {
  /** Its name in the form, and its id on the page. */
  readonly name: string;
  readonly text: string;
  /** What each step means, from the lowest, whose value is 1. */
  readonly anchors: readonly string[];
  /** Marks the language of text and anchors, where it is not the page's. */
  readonly language: Markup | "";
  readonly chosen: string | undefined;
  readonly fault: string | undefined;
  /** It may be left out, as its text says. */
  readonly isOptional?: boolean;
}

/** A question that is answered on a scale; nothing is preselected. */
export function scaleField({
  name,
  text,
  anchors,
  language,
  chosen,
  fault,
  isOptional,
}: ScaleQuestion): Markup {
  const wrong = fault ? html` class="wrong"${invalid(name, fault)} tabindex="-1"` : "";
  return html`<fieldset id="${name}" role="radiogroup"${isOptional ? "" : html` aria-required="true"`}${wrong}><legend${language}>${text}</legend>${faultText(name, fault)}
${anchors.map((anchor, at) => {
  const value = String(at + 1);
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}"${chosen === value ? " checked" : ""}> <span${language}>${anchor}</span></label>`;
})}</fieldset>`;
}
