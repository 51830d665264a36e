import { z } from "zod";
import {
  changeBetween,
  type DatedValue,
  differenceInDifferences,
  Indicator,
  improvementOf,
  type Windows,
} from "../indicator/index.ts";
import type { Observation } from "../observation/index.ts";
import { LocalDate } from "../time.ts";
import { Caveat, FEW_OBSERVATIONS } from "./caveats.ts";

/** Behaviour and results: Kirkpatrick's third and fourth level. */
const BEHAVIOUR = ["digital-tool-usage", "technology-adoption-time", "digital-initiative-participation"];

const Mean = z.object({ n: z.number().int(), mean: z.number().optional() });

/** One indicator for those whom its values are about, before the programme and in it. */
export const IndicatorLine = z.object({
  key: Indicator.shape.key,
  title: Indicator.shape.title,
  unit: Indicator.shape.unit,
  direction: Indicator.shape.direction,
  about: z.enum(["participants", "programme"]),
  role: z.enum(["mentor", "mentee"]).optional(),
  n: z.number().int().describe("Values in both windows"),
  baseline: Mean.describe("As many weeks before the programme's start as it lasts"),
  programme: Mean.describe("From its start until now, or its end"),
  difference: z.number().optional().describe("Mean of the programme less the baseline's, in the unit"),
  relative: z.number().optional().describe("The difference as a share of the baseline"),
  improvement: z.number().optional().describe("The difference, positive where it went the better way"),
  comparison: z
    .object({ difference: z.number().optional(), estimate: z.number().optional() })
    .optional()
    .describe("The comparison group's difference, and by how much the participants' exceeds it"),
  series: z.array(z.object({ date: LocalDate, value: z.number() })),
  kirkpatrickLevel: z.union([z.literal(3), z.literal(4)]).describe("3: behaviour; 4: results"),
  caveats: z.array(Caveat),
});
export type IndicatorLine = z.infer<typeof IndicatorLine>;

/** The observations of one indicator in a programme. */
export interface ObservedIndicator {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
}

/**
 * One line for each group that an indicator was observed for: the difference of the means of two windows and, where
 * there is a comparison group, the difference in differences; sources stand at the functions in
 * `indicator/measured-change.ts`. Without a start of the programme there are no windows and no evidence.
 */
export function indicatorLinesOf(
  { indicator, observations }: ObservedIndicator,
  windows: Windows | undefined,
): IndicatorLine[] {
  const isComparison = ({ scope }: Observation): boolean => scope === "comparison";
  const comparison = seriesOf(observations.filter(isComparison));
  const own = observations.filter((one) => !isComparison(one));
  const groups = Map.groupBy(own, ({ scope, role }) => `${scope} ${role ?? ""}`);
  return [...groups.values()].map((group) => lineOf(indicator, group, { comparison, windows }));
}

const seriesOf = (observations: readonly Observation[]): DatedValue[] =>
  observations
    .map(({ date, value }) => ({ date, value }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));

function lineOf(
  indicator: Indicator,
  group: readonly Observation[],
  { comparison, windows }: { comparison: readonly DatedValue[]; windows: Windows | undefined },
): IndicatorLine {
  const { key, title, unit, direction } = indicator;
  const [first] = group;
  const series = seriesOf(group);
  const about = {
    key,
    title,
    unit,
    direction,
    about: first?.scope === "programme" ? ("programme" as const) : ("participants" as const),
    ...(first?.role && { role: first.role }),
    series,
    kirkpatrickLevel: BEHAVIOUR.includes(key) ? (3 as const) : (4 as const),
  };
  if (!windows) {
    const none = { n: 0 };
    return { ...about, n: 0, baseline: none, programme: none, caveats: ["no-evidence-yet"] };
  }
  const { baseline, programme, difference, relative } = changeBetween(series, windows);
  const compared =
    comparison.length > 0 && first?.scope === "participants"
      ? differenceInDifferences({ participants: series, comparison }, windows)
      : undefined;
  const improvement = improvementOf(indicator, difference);
  const against = compared && {
    ...given("difference", compared.comparison.difference),
    ...given("estimate", compared.estimate),
  };
  return {
    ...about,
    n: baseline.n + programme.n,
    baseline: { n: baseline.n, ...given("mean", baseline.mean) },
    programme: { n: programme.n, ...given("mean", programme.mean) },
    ...given("difference", difference),
    ...given("relative", relative),
    ...given("improvement", improvement),
    ...(against && { comparison: against }),
    caveats: caveatsOf(baseline.n, programme.n, compared?.estimate !== undefined),
  };
}

/** A figure by name, to six digits behind the point; nothing where there is none. */
function given<Name extends string>(name: Name, value: number | undefined): { [N in Name]?: number } {
  const named: { [N in Name]?: number } = {};
  if (value !== undefined) named[name] = Math.round(value * 1e6) / 1e6;
  return named;
}

function caveatsOf(before: number, during: number, isCompared: boolean): Caveat[] {
  if (during === 0) return ["no-evidence-yet"];
  return [
    "no-interval",
    isCompared ? "comparison-may-differ" : "before-and-after-only",
    ...(Math.min(before, during) < FEW_OBSERVATIONS ? (["few-observations"] as const) : []),
  ];
}
