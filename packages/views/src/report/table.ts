import { html } from "hono/html";
import type { Markup } from "../page/layout.ts";

/** What a cell says. */
export type Cell = Markup | string | number;

/** A column: what stands above it, and whether its cells are figures. */
export interface Column {
  readonly title: string;
  readonly isFigure?: boolean;
}

/** A table whose first cells name their rows; it can be scrolled sideways on a phone, by keyboard too. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  const styleOf = (at: number) => (columns[at]?.isFigure ? html` class="figure"` : "");
  return html`<div class="table" role="group" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${columns.map(({ title }, at) => html`<th scope="col"${styleOf(at)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = "", ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell, at) => html`<td${styleOf(at + 1)}>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
