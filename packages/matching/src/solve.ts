import { assign, type Prices } from "./assign.ts";
import { largest } from "./cardinality.ts";
import { checked } from "./check.ts";
import { fairest } from "./fairness.ts";
import { keeping, type Network } from "./network.ts";
import {
  type Assignment,
  type AssignmentProblem,
  type Cover,
  InvalidProblem,
  type Objective,
  SCORE_UNITS,
} from "./problem.ts";
import { firstInOrder } from "./tie-break.ts";

/** What the solver may be asked for. */
export interface SolveOptions {
  readonly objective?: Objective;
}

/**
 * The best assignment, with its proof: first the most pairs, then the greatest sum of scores; with `fair`, between
 * the two, the best weakest pair. Of several that are equally good it is the first in canonical order: of the edges,
 * by left and then right node, in which two of them differ, the first is in it. The same edges in another order give
 * the same pairs.
 *
 * @throws InvalidProblem  see `checked`; or another objective
 */
export function solve(problem: AssignmentProblem, options: SolveOptions = {}): Assignment {
  const objective = checkedObjective(options);
  const open = withCapacity(checked(problem));
  const { matched, cover } = largest(open);
  const { network, betterThanWeakest } =
    objective === "fair" && matched > 0 ? fairest(open, matched) : { network: open, betterThanWeakest: null };
  const { edges, prices } = best(network, matched);
  return { objective, ...describe(network, edges, prices, { cover, betterThanWeakest }) };
}

/** @throws InvalidProblem  an objective that there is not */
export function checkedObjective({ objective = "total" }: SolveOptions): Objective {
  if (objective === "total" || objective === "fair") return objective;
  throw new InvalidProblem("objective", `"${String(objective)}" is no objective; give "total" or "fair".`);
}

/** Only the edges at nodes that can be in a pair at all. */
function withCapacity(network: Network): Network {
  const { leftCapacities, rightCapacities, lefts, rights } = network;
  return keeping(
    network,
    (edge) => leftCapacities[lefts[edge] ?? 0] !== 0 && rightCapacities[rights[edge] ?? 0] !== 0,
  );
}

/** The chosen edges in canonical order, and their prices. */
function best(network: Network, matched: number): { edges: readonly number[]; prices: Prices } {
  if (matched === 0) {
    const leftPrices = new Float64Array(network.leftCapacities.length);
    const rightPrices = new Float64Array(network.rightCapacities.length);
    return { edges: [], prices: { pairPrice: 0, leftPrices, rightPrices } };
  }
  const { pairs, prices } = assign(network, matched);
  firstInOrder(network, pairs, prices);
  return { edges: pairs.list(), prices };
}

function describe(
  network: Network,
  edges: readonly number[],
  prices: Prices,
  covers: { readonly cover: Cover; readonly betterThanWeakest: Cover | null },
): Omit<Assignment, "objective"> {
  const matched = edges.length;
  const values = edges.map((edge) => network.values[edge] ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const totalBound = boundOf(network, matched, prices);
  return {
    edges: Uint32Array.from(edges, (edge) => network.rows[edge] ?? 0),
    matched,
    totalScore: total / SCORE_UNITS,
    weakestScore:
      matched === 0 ? null : values.reduce((least, value) => Math.min(least, value)) / SCORE_UNITS,
    certificate: {
      ...covers,
      ...prices,
      totalBound,
      gap: { matched: covers.cover.bound - matched, total: totalBound - total },
    },
  };
}

/** What no assignment of `matched` pairs can exceed; see `verifyCertificate`. */
function boundOf(network: Network, matched: number, { pairPrice, leftPrices, rightPrices }: Prices): number {
  let bound = 0 - pairPrice * matched;
  for (const [left, capacity] of network.leftCapacities.entries())
    bound += capacity * (leftPrices[left] ?? 0);
  for (const [right, capacity] of network.rightCapacities.entries())
    bound += capacity * (rightPrices[right] ?? 0);
  for (let edge = 0; edge < network.values.length; edge += 1) {
    const price = (leftPrices[network.lefts[edge] ?? 0] ?? 0) + (rightPrices[network.rights[edge] ?? 0] ?? 0);
    bound += Math.max(0, (network.values[edge] ?? 0) + pairPrice - price);
  }
  return bound;
}
