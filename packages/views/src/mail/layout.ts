import type { Locale } from "@viceversa/core/text.ts";
import { html } from "hono/html";
import { textOn } from "../brand.ts";

/** What every mail is made of, in the order in which it is read. */
export interface Letter {
  readonly locale: Locale;
  readonly organisation: string;
  readonly brandColour: string;
  readonly subject: string;
  readonly greeting: string;
  readonly opening: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly notes: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly human: { readonly label: string; readonly email: string };
}

/** The letter for readers without HTML. */
export function asText(letter: Letter): string {
  const { greeting, opening, facts, action, notes, links, human } = letter;
  const parts = [
    `${greeting}\n${opening}`,
    facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
    action ? `${action.label}:\n${action.url}` : "",
    notes.join("\n"),
    links.map(({ label, url }) => `${label}:\n${url}`).join("\n\n"),
    `${human.label} ${human.email}`,
    `${letter.organisation}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** The letter as HTML that mail programs show: one column, styles inline, nothing loaded from elsewhere. */
export function asHtml(letter: Letter): string {
  const { brandColour, facts, action, notes, links, human } = letter;
  const ink = textOn(brandColour);
  return String(html`<!doctype html>
<html lang="${letter.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${letter.subject}</title></head>
<body style="margin:0;padding:16px;background:#f3f4f6;color:#1f2933;${font};font-size:16px;line-height:1.5">
<div style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:8px;overflow:hidden">
<div style="padding:16px 24px;background:${brandColour};color:${ink};font-weight:600">${letter.organisation}</div>
<div style="padding:24px">
<p style="margin:0 0 16px">${letter.greeting}<br>${letter.opening}</p>
${facts.map(([name, value]) => html`<p style="margin:0 0 8px"><span style="color:#52606d">${name}</span><br><strong>${value}</strong></p>`)}
${action ? html`<p style="margin:24px 0"><a href="${action.url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${brandColour};color:${ink};text-decoration:none;font-weight:600">${action.label}</a></p>` : ""}
${notes.map((note) => html`<p style="margin:16px 0 0">${note}</p>`)}
</div>
<div style="padding:16px 24px;border-top:1px solid #e4e7eb;color:#52606d;font-size:14px">
${links.map(({ label, url }) => html`<p style="margin:0 0 8px"><a href="${url}" style="color:#52606d">${label}</a></p>`)}
<p style="margin:0">${human.label} <a href="mailto:${human.email}" style="color:#52606d">${human.email}</a></p>
</div></div></body></html>
`);
}
