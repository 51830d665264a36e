import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { html, raw } from "hono/html";
import type { Markup } from "../page/layout.ts";

// The only place that knows the library: it draws SVG from data without a browser.
use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** A width at which fifteen-pixel letters can be read on a phone and do not shout on paper. */
const WIDTH = 480;
const LETTERS = { fontFamily: "system-ui, sans-serif", fontSize: 15, color: "#1f2933" };

/**
 * Colours that people with any colour vision tell apart (M. Okabe, K. Ito, "Color Universal Design", 2008), each with
 * a sign and a stroke of its own, so that no colour is needed to read a plot. The yellow is left out: it fades on white.
 */
export const marks = [
  { colour: "#0072b2", symbol: "circle", sign: "●", stroke: "solid" },
  { colour: "#d55e00", symbol: "rect", sign: "■", stroke: [8, 4] },
  { colour: "#009e73", symbol: "triangle", sign: "▲", stroke: [3, 3] },
  { colour: "#cc79a7", symbol: "diamond", sign: "◆", stroke: [12, 4, 3, 4] },
  { colour: "#000000", symbol: "emptyCircle", sign: "○", stroke: "solid" },
] as const;
export type Mark = (typeof marks)[number];

/** The mark of a series by its place; beyond the last they begin again. */
export const markOf = (at: number): Mark => marks[at % marks.length] ?? marks[0];

/** What a plot says to whoever does not see it. */
export interface PlotText {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A plot as inline SVG with its title and description; the same data always draw the same. */
export function drawn(
  option: EChartsCoreOption,
  height: number,
  { id, title, description }: PlotText,
): Markup {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  chart.setOption({ animation: false, textStyle: LETTERS, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const body = svg.slice(svg.indexOf(">") + 1).replaceAll(/\bzr\d+-/g, `${id}-`);
  return html`<figure>${raw(`<svg role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${WIDTH} ${height}" xmlns="http://www.w3.org/2000/svg">`)}<title id="${id}-title">${title}</title><desc id="${id}-text">${description}</desc>${raw(body)}</figure>`;
}
