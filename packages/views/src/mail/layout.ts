import type { Sender } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";
import { html, raw } from "hono/html";
import { textOn, visibleOn } from "../brand.ts";

/** Where something leads. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Something to know at a glance, with what matters less on lines of its own. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly asides?: readonly string[];
}

/** What a mail says, without its frame. */
export interface Section {
  /** Stands above what it says, where there are several. */
  readonly title?: string;
  readonly opening: string;
  readonly facts: readonly Fact[];
  /** What somebody wrote, with the line breaks that they made. */
  readonly quote?: { readonly name: string; readonly text: string };
  /** What the mail is for; its address stands below it where people copy it into another window. */
  readonly action?: Link & { readonly copied: boolean };
  readonly notes: readonly string[];
  /** What some readers need, beside what the mail is for. */
  readonly secondary?: Link;
}

/** What every mail is made of, in the order in which it is read. */
export interface Letter extends Section {
  readonly locale: Locale;
  readonly sender: Sender;
  readonly subject: string;
  /** What stands above all of it, where it is not what it seems. */
  readonly banner?: { readonly text: string; readonly locale: Locale };
  readonly greeting: string;
  /** What was joined into this mail. */
  readonly sections?: readonly Section[];
  /** Why the reader gets this mail. */
  readonly why: string;
  readonly links: readonly Link[];
  readonly human: { readonly label: string; readonly email: string };
}

const asLine = ({ label, url }: Link): string => `${label}:\n${url}`;

/** Stands between what was joined. */
const RULE = "* * *";

const sectionAsText = ({ title, opening, facts, quote, action, notes, secondary }: Section): string[] => [
  title ?? "",
  opening,
  facts.flatMap(({ name, value, asides = [] }) => [`${name}: ${value}`, ...asides]).join("\n"),
  quote ? `${quote.name}:\n${quote.text}` : "",
  action ? asLine(action) : "",
  notes.join("\n"),
  secondary ? asLine(secondary) : "",
];

/** The letter for readers without HTML. */
export function asText(letter: Letter): string {
  const { greeting, sections = [], why, links, human } = letter;
  const parts = [
    letter.banner ? `*** ${letter.banner.text} ***` : "",
    greeting,
    ...sectionAsText(letter),
    ...sections.flatMap((section) => [RULE, ...sectionAsText(section)]),
    ...(sections.length > 0 ? [RULE] : []),
    why,
    ...links.map(asLine),
    `${human.label} ${human.email}`,
    letter.sender.organisation,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const PAPER = "#ffffff";
const DARK_PAPER = "#1c2229";
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const button =
  "display:inline-block;padding:10px 20px;border-radius:6px;text-decoration:none;font-weight:600;border:2px solid";
const footerLink = "display:inline-block;padding:12px 0;color:#52606d";

/** For mail programs that know of the dark; all others keep the styles that stand inline. */
const darkStyle = (brandColour: string): string => `@media (prefers-color-scheme:dark){
.ground{background:#0f1317!important;color:#e8ecef!important}.paper{background:${DARK_PAPER}!important}
.soft,.soft a{color:#a9b4bf!important}.line{border-color:#3e4c59!important}
.brand{border-color:${visibleOn(brandColour, DARK_PAPER)}!important}.secondary{color:#e8ecef!important;border-color:#a9b4bf!important}}`;

const brandOf = (colour: string): string => `background:${colour};color:${textOn(colour)}`;

function sectionAsHtml(
  { title, opening, facts, quote, action, notes, secondary }: Section,
  brandColour: string,
) {
  const brand = brandOf(brandColour);
  const edge = visibleOn(brandColour, PAPER);
  return html`${title ? html`<h2 style="margin:0 0 8px;font-size:17px;line-height:1.3">${title}</h2>` : ""}<p style="margin:0 0 20px">${opening}</p>
${facts.map(({ name, value, asides = [] }) => html`<p style="margin:0 0 12px"><span class="soft" style="color:#52606d">${name}</span><br><strong>${value}</strong>${asides.map((aside) => html`<br><span class="soft" style="color:#52606d">${aside}</span>`)}</p>`)}
${quote ? html`<p class="soft" style="margin:20px 0 4px;color:#52606d">${quote.name}:</p><p class="line" style="margin:0;padding:4px 0 4px 12px;border-left:3px solid #cbd2d9;white-space:pre-line;overflow-wrap:anywhere">${quote.text}</p>` : ""}
${action ? html`<p style="margin:24px 0 0"><a class="brand" href="${action.url}" style="${button} ${edge};${brand}">${action.label}</a></p>` : ""}
${action?.copied ? html`<p class="soft" style="margin:8px 0 0;color:#52606d;font-size:14px;overflow-wrap:anywhere">${action.url}</p>` : ""}
${notes.map((note) => html`<p style="margin:16px 0 0">${note}</p>`)}
${secondary ? html`<p style="margin:24px 0 0"><a class="secondary" href="${secondary.url}" style="${button} #7b8794;color:#1f2933">${secondary.label}</a></p>` : ""}`;
}

/** The letter as HTML that mail programs show: one column, styles inline, nothing loaded from elsewhere. */
export function asHtml(letter: Letter): string {
  const { sender, sections = [], links, human } = letter;
  const { brandColour, organisation } = sender;
  const brand = brandOf(brandColour);
  const edge = visibleOn(brandColour, PAPER);
  return String(html`<!doctype html>
<html lang="${letter.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${letter.subject}</title>
<style>:root{color-scheme:light dark}${raw(darkStyle(brandColour))}</style></head>
<body class="ground" style="margin:0;padding:16px;background:#f3f4f6;color:#1f2933;${font};font-size:16px;line-height:1.5">
<div class="paper" style="max-width:560px;margin:0 auto;background:${PAPER};border-radius:8px;overflow:hidden">
<div class="brand" style="padding:16px 24px;${brand};border-bottom:2px solid ${edge};font-weight:600">${organisation}</div>
${letter.banner ? html`<p class="line" lang="${letter.banner.locale}" style="margin:0;padding:16px 24px;border-bottom:2px dashed #7b8794;font-weight:600">${letter.banner.text}</p>` : ""}
<div style="padding:24px">
<p style="margin:0 0 12px">${letter.greeting}</p>
${sectionAsHtml(letter, brandColour)}
${sections.map((section) => html`<div class="line" style="margin:28px 0 0;padding:20px 0 0;border-top:1px solid #e4e7eb">${sectionAsHtml(section, brandColour)}</div>`)}
</div>
<div class="soft line" style="padding:16px 24px 8px;border-top:1px solid #e4e7eb;color:#52606d;font-size:14px">
<p style="margin:0 0 4px">${letter.why}</p>
${links.map(({ label, url }) => html`<p style="margin:0"><a href="${url}" style="${footerLink}">${label}</a></p>`)}
<p style="margin:0">${human.label} <a href="mailto:${human.email}" style="${footerLink}">${human.email}</a></p>
</div></div></body></html>
`);
}
