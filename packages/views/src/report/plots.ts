import type { Markup } from "../page/layout.ts";
import { drawn, type Mark, markOf, type PlotText } from "./chart.ts";

const ROW = 42;
/** A label takes at most somewhat more than half of a plot; a letter of its size is about so wide. */
const WIDEST_LABEL = 265;
const LETTER = 7.8;
const SOFT = "#52606d";
const LINE = "#cbd2d9";
const label = { color: "#1f2933", fontSize: 15 };
const quiet = { axisTick: { show: false }, axisLine: { lineStyle: { color: SOFT } } };
const splitLine = { lineStyle: { color: LINE } };

/** One bar: what it is of, how long it is, and what stands at its end. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly said: string;
}

/** Bars from top to bottom with their figures at the end; they need no axis. */
export function bars(all: readonly Bar[], text: PlotText, maximum?: number): Markup {
  const { colour } = markOf(0);
  const series = {
    type: "bar",
    silent: true,
    barWidth: 22,
    itemStyle: { color: colour },
    data: all.map(({ value, said }) => ({
      value,
      label: { show: true, position: "right", formatter: said, ...label },
    })),
  };
  return drawn(
    {
      grid: {
        left: 24,
        right: 72,
        top: 4,
        bottom: 4,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: { type: "value", show: false, min: 0, ...(maximum !== undefined && { max: maximum }) },
      yAxis: {
        type: "category",
        inverse: true,
        data: all.map(({ name }) => name),
        axisLabel: { ...label, fontSize: 14, lineHeight: 17, width: labelWidthOf(all), overflow: "break" },
        ...quiet,
      },
      series: [series],
    },
    all.length * ROW + 12,
    text,
  );
}

/** Room for the longest label in pixels; what is longer goes on in the next line. */
const labelWidthOf = (all: readonly Bar[]): number => {
  const longest = Math.max(...all.flatMap(({ name }) => name.split("\n").map((line) => line.length)));
  return Math.min(WIDEST_LABEL, longest * LETTER + LETTER);
};

/** One line over a common axis; a gap where there is no value. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** Lines over points in time, told apart by colour, sign and stroke alike. */
export function lines(
  {
    points,
    all,
    from,
    to,
    reference,
  }: {
    readonly points: readonly string[];
    readonly all: readonly Line[];
    readonly from?: number;
    readonly to?: number;
    /** A level that is drawn across, like a target. */
    readonly reference?: number;
  },
  text: PlotText,
): Markup {
  const series = all.map(({ name, values }, at) => ({
    type: "line",
    name,
    silent: true,
    ...lineOf(markOf(at)),
    data: values.map((value) => value ?? null),
  }));
  const across = {
    type: "line",
    silent: true,
    symbol: "none",
    lineStyle: { color: "#1f2933", width: 1.5, type: [2, 4] },
    data: points.map(() => reference ?? null),
  };
  return drawn(
    {
      grid: {
        left: 8,
        right: 24,
        top: 16,
        bottom: 8,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: { type: "category", data: points, axisLabel: { ...label, interval: "auto" }, ...quiet },
      yAxis: {
        type: "value",
        axisLabel: label,
        splitLine,
        scale: from === undefined,
        ...(from !== undefined && { min: from }),
        ...(to !== undefined && { max: to }),
      },
      series: reference === undefined ? series : [...series, across],
    },
    280,
    text,
  );
}

const lineOf = ({ colour, symbol, stroke }: Mark) => ({
  symbol,
  symbolSize: 11,
  itemStyle: { color: colour },
  lineStyle: { color: colour, width: 2.5, type: stroke },
});

/** A mean with its interval. */
export interface Interval {
  readonly name: string;
  readonly mean: number;
  readonly from: number;
  readonly to: number;
}

/** Means with their intervals, one below the other, beside the line where nothing has changed. */
export function intervals(all: readonly Interval[], text: PlotText): Markup {
  const { colour } = markOf(0);
  const names = all.map(({ name }) => name);
  const spans = all.map(({ from, to, name }) => ({
    type: "line",
    silent: true,
    symbol: "rect",
    symbolSize: [2, 14],
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2 },
    data: [
      [from, name],
      [to, name],
    ],
  }));
  const means = {
    type: "line",
    silent: true,
    symbol: "circle",
    symbolSize: 12,
    itemStyle: { color: colour },
    lineStyle: { width: 0 },
    data: all.map(({ mean, name }) => [mean, name]),
  };
  const edge = Math.max(1, ...all.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  const limit = Math.ceil(edge * 2) / 2;
  return drawn(
    {
      grid: {
        left: 24,
        right: 24,
        top: 8,
        bottom: 8,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: { type: "value", min: -limit, max: limit, axisLabel: label, splitLine },
      yAxis: {
        type: "category",
        inverse: true,
        data: names,
        axisLabel: { ...label, width: 170, overflow: "break" },
        axisTick: { show: false },
        axisLine: { onZero: true, lineStyle: { color: "#1f2933", width: 1.5 } },
      },
      series: [...spans, means],
    },
    all.length * 48 + 44,
    text,
  );
}
