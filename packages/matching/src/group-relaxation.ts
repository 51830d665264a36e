import { heaviest } from "./best.ts";
import { largest } from "./cardinality.ts";
import { fairest } from "./fairness.ts";
import { type GroupOptions, leastFor } from "./group-problem.ts";
import type { Objective } from "./problem.ts";
import { leftsOf, type Rows, seatCounts } from "./rows.ts";

/** What a search has decided about a left node's group. */
export const OPEN = 1;
export const CLOSED = 2;

/** How good an assignment is, the weightiest first: pairs, the weakest in score units (with `fair`), the sum. */
export type Worth = readonly [matched: number, weakest: number, total: number];

export function isBetter(one: Worth, other: Worth): boolean {
  const place = one.findIndex((value, at) => value !== other[at]);
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0);
}

/** The best assignment where some groups are closed, some have the smallest size at least, and the others any. */
export interface Relaxation {
  /** Places of the chosen edges in the rows, in canonical order. */
  readonly edges: Int32Array;
  readonly leftLoads: Int32Array;
  readonly worth: Worth;
}

/** @returns nothing where the open groups cannot all have their smallest size */
export function relaxed(
  rows: Rows,
  { objective, ...sizes }: { readonly objective: Objective } & Pick<GroupOptions, "leftMinimum" | "begun">,
  decisions: Uint8Array,
): Relaxation | undefined {
  const leftMinima = Int32Array.from(decisions, (decision, left) =>
    decision === OPEN ? leastFor(sizes, left) : 0,
  );
  const isFeasible = (some: Rows): boolean => {
    const needed = leftMinima.reduce((sum, minimum) => sum + minimum, 0);
    return needed === 0 || largest({ ...some, leftCapacities: leftMinima }).matched === needed;
  };
  if (!isFeasible(rows)) return undefined;
  const leftCapacities = rows.leftCapacities.map((capacity, left) =>
    decisions[left] === CLOSED ? 0 : capacity,
  );
  const allowed = { ...rows, leftCapacities };
  // Augmenting paths take no seat from a left node, so that minima which can be met at all cost no pair.
  const { matched } = largest(allowed);
  const counted = objective === "fair" && matched > 0 ? fairest(allowed, matched, isFeasible).rows : allowed;
  const { edges } = heaviest(counted, seatCounts(counted), matched, leftMinima);
  const values = Array.from(edges, (edge) => rows.values[edge] ?? 0);
  const weakest =
    objective === "fair"
      ? values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
      : 0;
  return {
    edges,
    leftLoads: loadsOf(rows, edges),
    worth: [matched, weakest, values.reduce((sum, value) => sum + value, 0)],
  };
}

function loadsOf(rows: Rows, edges: Int32Array): Int32Array {
  const loads = new Int32Array(rows.leftCapacities.length);
  for (const left of leftsOf(rows, edges)) loads[left] = (loads[left] ?? 0) + 1;
  return loads;
}
