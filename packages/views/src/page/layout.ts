import type { Sender } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";
import { html, raw } from "hono/html";
import { textOn, visibleOn } from "../brand.ts";
import type { DateReader } from "../dates.ts";
import { frameWordsIn } from "./frame-words.ts";

/** Who stands behind a page and who reads it. */
export interface PageFrame {
  readonly sender: Sender;
  readonly reader: DateReader;
}

/** How a page is called. */
export interface Heading {
  readonly title: string;
  /** Of the title, where it is not the page's. */
  readonly language?: Locale;
  /** What a tab and a screen reader say first, when something is to be mended. */
  readonly notice?: string;
}

export type Markup = ReturnType<typeof html>;

const PAPER = "#ffffff";
const DARK_PAPER = "#15191e";

const style = `:root{color-scheme:light dark;--paper:${PAPER};--ink:#1f2933;--soft:#52606d;--line:#cbd2d9;--control:#7b8794;--fault:#b3261e}
@media (prefers-color-scheme:dark){:root{--paper:${DARK_PAPER};--ink:#e8ecef;--soft:#a9b4bf;--line:#3e4c59;--fault:#ffb4ab}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header{background:var(--brand);color:var(--on-brand);border-bottom:3px solid var(--accent);padding:14px 20px;font-weight:600}
main,footer{max-width:640px;margin:0 auto;padding:20px}h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}h2{font-size:1.1875rem;line-height:1.3;margin:1.75rem 0 .5rem}ul{padding-left:20px}
fieldset,.field{border:1px solid var(--line);border-radius:8px;margin:0 0 18px;padding:12px 16px;min-width:0}
fieldset{scroll-margin-top:12px}textarea{scroll-margin-top:10rem}
legend{float:left;width:100%;padding:0}legend+*{clear:both}legend,.field>label{font-weight:600;margin:0 0 6px}.field>label{display:block}
.field p,fieldset p{margin:0 0 6px}.wrong,.faults{border:2px solid var(--fault)}.faults{border-radius:8px;padding:12px 16px;margin:0 0 18px}.faults p{margin:0}.faults ul{margin:0 0 8px;padding:0;list-style:none}.faults li a{display:block;padding:10px 0}
label.choice{display:flex;gap:12px;align-items:center;min-height:44px;padding:6px 0;font-weight:400;margin:0}input[type=radio],input[type=checkbox]{width:22px;height:22px;margin:0;flex:none;accent-color:var(--accent)}
fieldset.row,label.row{border:0;border-top:1px solid var(--line);border-radius:0;margin:0;padding:8px 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(8.25rem,1fr));gap:4px 12px;align-items:center}.row legend{font-weight:400}.row legend,.row .fault{grid-column:1/-1}fieldset.row label{color:var(--soft);font-size:.9375rem}
input:not([type=radio],[type=checkbox]),select{width:100%;min-height:44px;padding:8px 10px;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--control);border-radius:6px}
table{width:100%;border-collapse:collapse}th,td{border-top:1px solid var(--line);padding:0;text-align:center;font-size:.9375rem}thead th{border:0}tbody th{text-align:left;font-weight:400}td label{display:flex;justify-content:center;align-items:center;min-height:44px}.unseen{position:absolute;clip-path:inset(50%)}
.bars{list-style:none;padding:0;margin:0 0 8px;font-size:.9375rem}.bars li{display:grid;grid-template-columns:minmax(0,10.5rem) minmax(2rem,1fr) 4.5rem;gap:10px;align-items:center;padding:2px 0}.bars b{font-weight:400;text-align:right;font-variant-numeric:tabular-nums}.bar{height:10px;border:1px solid var(--control);border-radius:2px}.bar i{display:block;height:100%;background:var(--accent)}
.links{list-style:none;padding:0}.links a,.field p>a:not(.button),p.field>a{display:inline-block;padding:10px 0}.touch{padding:13px 0}.inset{padding:4px 0 12px 34px}.inset p{margin:6px 0}fieldset>select{margin:0 0 10px}.field fieldset{border:0;padding:0;margin:12px 0}.done::before{content:"✓ "}
dl{margin:0 0 8px}dt{font-weight:600}dd{margin:0 0 6px}textarea{display:block;width:100%;min-height:110px;font:inherit;padding:10px;color:inherit;background:transparent;border:1px solid var(--control);border-radius:6px}
button,a.button{display:inline-block;text-decoration:none;font:inherit;font-weight:600;min-height:48px;padding:8px 22px;border:2px solid var(--accent);border-radius:8px;background:var(--brand);color:var(--on-brand)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}.faults:focus-visible{outline:0}.fault{display:block;color:var(--fault);font-weight:600}.soft,footer{color:var(--soft);font-size:.9375rem;font-weight:400}a{color:inherit}
footer{border-top:1px solid var(--line)}footer p{margin:0 0 10px}footer p a{display:inline-block;padding:10px 0;min-height:44px}summary{min-height:44px;padding:10px 0;cursor:pointer}`;

const brandStyle = (colour: string): string =>
  `:root{--brand:${colour};--on-brand:${textOn(colour)};--accent:${visibleOn(colour, PAPER)}}
@media (prefers-color-scheme:dark){:root{--accent:${visibleOn(colour, DARK_PAPER)}}}`;

/** An attribute that says in which language something is that is not in the page's. */
export const languageOf = (language: Locale | undefined, { reader }: PageFrame): Markup | "" =>
  language === undefined || language === reader.locale ? "" : html` lang="${language}"`;

/** The human to write to. */
export const contactLink = ({ sender: { contact } }: PageFrame): Markup =>
  html`<a class="touch" href="mailto:${contact.email}">${contact.name}</a>`;

/** A whole page: one column, no script, nothing loaded from elsewhere, readable on a phone and in the dark. */
export function page(frame: PageFrame, { title, language, notice }: Heading, content: Markup): string {
  const { brandColour, organisation, contact, privacyUrl } = frame.sender;
  const { locale } = frame.reader;
  const words = frameWordsIn[locale];
  return String(html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${notice ? `${notice} · ` : ""}${title} · ${organisation}</title>
<style>${raw(style)}
${raw(brandStyle(brandColour))}</style></head>
<body><header>${organisation}</header>
<main><h1${languageOf(language, frame)}>${title}</h1>${content}</main>
<footer><p>${words.contact(contact.name)} <a href="mailto:${contact.email}">${contact.email}</a></p>
<details><summary>${words.privacyTitle}</summary>${words.privacyNotice(organisation, contact.name).map((text) => html`<p>${text}</p>`)}
${privacyUrl ? html`<p><a href="${privacyUrl}">${words.privacyLink(organisation)}</a></p>` : ""}</details></footer>
</body></html>
`);
}
