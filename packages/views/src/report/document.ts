import { html, raw } from "hono/html";
import { textOn, visibleOn } from "../brand.ts";
import { frameWordsIn } from "../page/frame-words.ts";
import { contactLink, type Markup, type PageFrame } from "../page/layout.ts";
import { reportWordsIn } from "./report-words.ts";

const PAPER = "#ffffff";

// One sheet for screen and paper: always light, since it is kept and printed.
const style = `:root{color-scheme:light;--ink:#1f2933;--soft:#52606d;--line:#cbd2d9}
*{box-sizing:border-box}body{margin:0;background:#fff;color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header{background:var(--brand);color:var(--on-brand);border-bottom:3px solid var(--accent);padding:14px 20px;font-weight:600}
main,footer{max-width:860px;margin:0 auto;padding:20px}h1{font-size:1.75rem;line-height:1.2;margin:.25rem 0 .5rem}h2{font-size:1.375rem;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:3px solid var(--accent)}h3{font-size:1.125rem;line-height:1.3;margin:1.5rem 0 .25rem}
p{margin:0 0 .75rem}.soft,footer,.legend,figcaption{color:var(--soft);font-size:.9375rem}.standing{font-weight:600}
.standing b{display:inline-block;min-width:1.75em;margin-right:.35em;padding:0 .3em;border:2px solid currentColor;border-radius:4px;text-align:center;line-height:1.4}
figure{margin:.5rem 0 1rem;max-width:600px}figure svg{display:block;width:100%;height:auto}
.legend{list-style:none;margin:0 0 .25rem;padding:0;display:flex;flex-wrap:wrap;gap:2px 18px}.legend span{font-size:1.1em}
.table{overflow-x:auto;margin:0 0 1rem}table{width:100%;border-collapse:collapse;font-size:.9375rem}th,td{padding:6px 10px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}thead th{color:var(--soft);font-weight:600;border-bottom:2px solid var(--soft)}tbody th{font-weight:400}td.figure,th.figure{text-align:right;font-variant-numeric:tabular-nums}td.figure,.notes-of{white-space:nowrap}
ol.notes{padding-left:1.75rem}ol.notes li{margin:0 0 .4rem}a{color:inherit}.notes-of a{display:inline-block;min-width:24px;min-height:24px;text-align:center}
.touch{padding:13px 0}:focus-visible{outline:3px solid var(--ink);outline-offset:2px}footer{border-top:1px solid var(--line);margin-top:2rem}
@page{size:A4;margin:16mm 14mm}
@media print{body{font-size:10.5pt}header{-webkit-print-color-adjust:exact;print-color-adjust:exact}main,footer{max-width:none;padding:0}main{padding-top:6mm}h2{break-after:avoid;margin-top:1.5rem}h3,h2+p,h3+p,figcaption,.legend,.standing{break-after:avoid}figure,tr,.objective,li{break-inside:avoid}section.page{break-before:page}figure{max-width:125mm}.table{overflow:visible}thead{display:table-header-group}a{text-decoration:none}}`;

/** A whole document: nothing loaded from elsewhere, no script, to be read on a screen and printed. */
export function document(frame: PageFrame, title: string, content: Markup): string {
  const { organisation, brandColour, privacyUrl } = frame.sender;
  const { locale } = frame.reader;
  const brand = `:root{--brand:${brandColour};--on-brand:${textOn(brandColour)};--accent:${visibleOn(brandColour, PAPER)}}`;
  return String(html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${organisation}</title>
<style>${raw(style)}
${raw(brand)}</style></head>
<body><header>${organisation}</header>
<main>${content}</main>
<footer><p>${reportWordsIn[locale].contact}: ${contactLink(frame)}</p>
${privacyUrl ? html`<p><a href="${privacyUrl}">${frameWordsIn[locale].privacyLink(organisation)}</a></p>` : ""}</footer>
</body></html>
`);
}
