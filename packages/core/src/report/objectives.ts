import { z } from "zod";
import { idOf } from "../ids.ts";
import { Indicator } from "../indicator/index.ts";
import { Objective } from "../programme/index.ts";
import { Caveat } from "./caveats.ts";
import type { IndicatorLine } from "./indicators.ts";
import { Level } from "./level.ts";
import type { Dimension, DimensionChange } from "./questionnaires.ts";

/** Where something stands beside a target, as observed; it claims no cause. */
const Standing = z
  .enum(["no-evidence-yet", "at-target", "short-of-target", "undecided"])
  .describe("undecided: evidence that does not agree, or bounds around the target");
export type Standing = z.infer<typeof Standing>;

const EvidenceLine = z.object({
  kind: z.enum(["subscale", "indicator"]),
  key: z.string().describe("Key of the instrument or the indicator"),
  subscale: z.string().optional(),
  title: Indicator.shape.title.optional().describe("Of an indicator that there is"),
  n: z.number().int().describe("Answers or values that the figure rests on"),
  baseline: z.number().optional().describe("The objective's own, or else the first that was measured"),
  level: Level.optional().describe("The latest; absent while there is none"),
  change: z
    .object({ mean: z.number(), interval: z.object({ from: z.number(), to: z.number() }) })
    .optional()
    .describe("For who answered both times, with its 95 % interval"),
  standing: Standing,
  kirkpatrickLevel: z.number().int(),
  caveats: z.array(Caveat),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

export const ObjectiveLine = z.object({
  objectiveId: idOf("objective"),
  kind: Objective.shape.kind,
  title: Objective.shape.title,
  baseline: z.number().optional(),
  target: Objective.shape.target,
  standing: Standing,
  evidence: z.array(EvidenceLine),
  caveats: z.array(Caveat),
});
export type ObjectiveLine = z.infer<typeof ObjectiveLine>;

/** What was measured in the programme, for the objectives that rest on it. */
export interface Measured {
  readonly dimensions: readonly Dimension[];
  readonly changes: readonly DimensionChange[];
  readonly indicators: readonly IndicatorLine[];
  /** The indicators that there are, by key, also those that nobody has observed yet. */
  readonly titles: ReadonlyMap<string, Indicator["title"]>;
}

/**
 * An objective with what there is to show whether it is reached: each evidence with its level beside the target.
 * Nothing is added up and no significance is claimed; evidence that does not agree leaves it undecided.
 */
export function objectiveLineOf(objective: Objective, measured: Measured): ObjectiveLine {
  const { id: objectiveId, kind, title, baseline, target } = objective;
  const evidence = objective.evidence.map((one) =>
    one.kind === "subscale"
      ? subscaleLine(objective, one, measured)
      : indicatorLine(objective, one.key, measured),
  );
  const standing = together(evidence.map((one) => one.standing));
  const caveats: Caveat[] = standing === "no-evidence-yet" ? ["no-evidence-yet"] : [];
  const about = { objectiveId, kind, title, ...(baseline !== undefined && { baseline }), target };
  return { ...about, standing, evidence, caveats };
}

function together(standings: readonly Standing[]): Standing {
  const known = [...new Set(standings.filter((one) => one !== "no-evidence-yet"))];
  if (known.length > 1) return "undecided";
  return known[0] ?? "no-evidence-yet";
}

/** Where a level stands beside a target; the target itself counts as reached. */
export function standingOf({ value, direction }: Objective["target"], level: Level | undefined): Standing {
  if (!level || level.kind === "suppressed") return "no-evidence-yet";
  const [low, high] = level.kind === "exact" ? [level.mean, level.mean] : [level.atLeast, level.atMost];
  const [worst, best] = direction === "up" ? [low, high] : [-high, -low];
  const needed = direction === "up" ? value : -value;
  if (worst >= needed) return "at-target";
  return best < needed ? "short-of-target" : "undecided";
}

function subscaleLine(
  { target, baseline }: Objective,
  { instrumentKey, subscale }: { readonly instrumentKey: string; readonly subscale: string },
  { dimensions, changes }: Measured,
): EvidenceLine {
  const isIt = (one: { instrumentKey: string; subscale: string }): boolean =>
    one.instrumentKey === instrumentKey && one.subscale === subscale;
  const points = dimensions.find(isIt)?.points ?? [];
  const latest = points.at(-1);
  const first = points.length > 1 && points[0]?.level.kind === "exact" ? points[0].level.mean : undefined;
  const before = baseline ?? first;
  const changed = changes.find((one) => isIt(one) && one.change);
  const change = changed?.change;
  return {
    kind: "subscale",
    key: instrumentKey,
    subscale,
    n: latest?.n ?? 0,
    ...(before !== undefined && { baseline: before }),
    ...(latest && { level: latest.level }),
    ...(change && { change: { mean: change.mean, interval: change.interval } }),
    standing: standingOf(target, latest?.level),
    kirkpatrickLevel: change ? 2 : 1,
    caveats: latest ? caveatsWith(latest.caveats, changed) : ["no-evidence-yet"],
  };
}

/** With a change there is an interval, and what is to be known of it. */
const caveatsWith = (level: readonly Caveat[], changed: DimensionChange | undefined): Caveat[] => [
  ...new Set([...level.filter((one) => !changed || one !== "no-interval"), ...(changed?.caveats ?? [])]),
];

function indicatorLine(
  { target, baseline }: Objective,
  key: string,
  { indicators, titles }: Measured,
): EvidenceLine {
  const title = titles.get(key);
  const own = indicators.filter((line) => line.key === key);
  const line = own.find(({ about, role }) => about === "participants" && !role) ?? own[0];
  const mean = line?.programme.mean;
  const before = baseline ?? line?.baseline.mean;
  const level: Level | undefined = mean === undefined ? undefined : { kind: "exact", mean };
  return {
    kind: "indicator",
    key,
    ...(title && { title }),
    n: line?.n ?? 0,
    ...(before !== undefined && { baseline: before }),
    ...(level && { level }),
    standing: standingOf(target, level),
    kirkpatrickLevel: line?.kirkpatrickLevel ?? 4,
    caveats: line?.caveats ?? ["no-evidence-yet"],
  };
}
