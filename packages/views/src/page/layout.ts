import type { Sender } from "@viceversa/core/mail.ts";
import { html, raw } from "hono/html";
import { textOn } from "../brand.ts";
import type { DateReader } from "../dates.ts";
import { pageWordsIn } from "./words.ts";

/** Who stands behind a page and who reads it. */
export interface PageFrame {
  readonly sender: Sender;
  readonly reader: DateReader;
}

export type Markup = ReturnType<typeof html>;

const style = `:root{color-scheme:light dark;--paper:#fff;--ink:#1f2933;--soft:#52606d;--line:#cbd2d9;--fault:#b3261e}
@media (prefers-color-scheme:dark){:root{--paper:#15191e;--ink:#e8ecef;--soft:#a9b4bf;--line:#3e4c59;--fault:#ffb4ab}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header{background:var(--brand);color:var(--on-brand);padding:14px 20px;font-weight:600}
main,footer{max-width:640px;margin:0 auto;padding:20px}h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}
fieldset{border:1px solid var(--line);border-radius:8px;margin:0 0 18px;padding:12px 16px}legend{font-weight:600;padding:0 4px}
label.choice{display:flex;gap:12px;align-items:center;min-height:44px}input[type=radio],input[type=checkbox]{width:22px;height:22px;flex:none;accent-color:var(--brand)}
textarea{width:100%;min-height:110px;font:inherit;padding:10px;color:inherit;background:transparent;border:1px solid var(--line);border-radius:6px}
button{font:inherit;font-weight:600;min-height:48px;padding:10px 22px;border:0;border-radius:8px;background:var(--brand);color:var(--on-brand)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}.fault{color:var(--fault);font-weight:600}.soft,footer{color:var(--soft);font-size:.9rem}a{color:inherit}`;

/** A whole page: one column, no script, nothing loaded from elsewhere, readable on a phone and in the dark. */
export function page({ sender, reader }: PageFrame, title: string, content: Markup): string {
  const words = pageWordsIn[reader.locale];
  const { brandColour, organisation, contact } = sender;
  return String(html`<!doctype html>
<html lang="${reader.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${organisation}</title>
<style>${raw(style)}body{--brand:${brandColour};--on-brand:${textOn(brandColour)}}</style></head>
<body><header>${organisation}</header>
<main><h1>${title}</h1>${content}</main>
<footer><p>${words.contact(contact.name)}: <a href="mailto:${contact.email}">${contact.email}</a></p>
<details><summary>${words.privacyTitle}</summary><p>${words.privacyNotice(organisation)}</p></details></footer>
</body></html>
`);
}
