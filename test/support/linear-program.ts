import { createRequire } from "node:module";
import type { Objective } from "@viceversa/matching/index.ts";

/** Pairs to choose from, as an integer programme sees them: each counts at its places, which have room. */
export interface Choice {
  readonly pairs: readonly { readonly places: readonly string[]; readonly score: number }[];
  readonly room: Readonly<Record<string, number>>;
  /** Places that are taken by so many or by none. */
  readonly minima?: Readonly<Record<string, number>>;
}

/** What is best: how many pairs, the weakest (with `fair`, when there is one) and the sum, in millionths. */
export interface Optimum {
  readonly matched: number;
  readonly weakest: number | null;
  readonly total: number;
}

/** HiGHS describes its CommonJS build to TypeScript, and so that is what is loaded. */
const loadHighs: typeof import("highs").default = createRequire(import.meta.url)("highs");
const highs = await loadHighs();
const MILLION = 1_000_000;

/** The optimum by HiGHS: one integer programme after the other, each held to what the one before has found. */
export function optimumOf(choice: Choice, objective: Objective): Optimum {
  const units = choice.pairs.map(({ score }) => Math.round(score * MILLION));
  if (units.length === 0) return { matched: 0, weakest: null, total: 0 };
  const count = sumOf(units.map((_, pair) => [1, `x${pair}`]));
  const common = [...constraintsOf(choice)];
  const matched = greatest(count, common, choice);
  if (matched === 0) return { matched, weakest: null, total: 0 };
  const held = [...common, `${count} = ${matched}`];
  const weakest = objective === "fair" ? weakestOf(units, held, choice) : 0;
  const banned = units.flatMap((unit, pair) => (unit < weakest ? [`x${pair} = 0`] : []));
  const sum = sumOf(units.map((unit, pair) => [unit, `x${pair}`]));
  return {
    matched,
    weakest: objective === "fair" ? weakest : null,
    total: greatest(sum, [...held, ...banned], choice),
  };
}

function weakestOf(units: readonly number[], held: readonly string[], choice: Choice): number {
  const under = units.map((unit, pair) => `w + ${MILLION - unit} x${pair} <= ${MILLION}`);
  return greatest("w", [...held, ...under], choice);
}

const sumOf = (terms: readonly (readonly [number, string])[]): string =>
  terms.map(([factor, name]) => `${factor} ${name}`).join(" + ");

function* constraintsOf({ pairs, room, minima = {} }: Choice): Generator<string> {
  for (const [place, seats] of Object.entries(room)) {
    const own = pairs.flatMap(({ places }, pair) => (places.includes(place) ? [`x${pair}`] : []));
    if (own.length === 0) continue;
    const minimum = minima[place];
    if (minimum === undefined) yield `${own.join(" + ")} <= ${seats}`;
    else {
      yield `${own.join(" + ")} - ${seats} open_${place} <= 0`;
      yield `${own.join(" + ")} - ${minimum} open_${place} >= 0`;
    }
  }
}

function greatest(objective: string, constraints: readonly string[], { pairs, minima = {} }: Choice): number {
  const binary = [
    ...pairs.map((_, pair) => `x${pair}`),
    ...Object.keys(minima).map((place) => `open_${place}`),
  ];
  const used = binary.filter((name) =>
    [objective, ...constraints].some((text) => text.split(" ").includes(name)),
  );
  const text = [
    "Maximize",
    ` best: ${objective}`,
    "Subject To",
    ...constraints.map((constraint, at) => ` c${at}: ${constraint}`),
    "Binary",
    ` ${used.join(" ")}`,
    "End",
  ].join("\n");
  const { Status, ObjectiveValue } = highs.solve(text, {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
  });
  if (Status !== "Optimal") throw new Error(`HiGHS ends with ${Status} on:\n${text}`);
  return Math.round(ObjectiveValue);
}
