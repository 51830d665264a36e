import { assign } from "./assign.ts";
import { largest } from "./cardinality.ts";
import type { Checked } from "./check.ts";
import { fairest } from "./fairness.ts";
import type { Prices } from "./prices.ts";
import { type Assignment, type Cover, type Objective, SCORE_UNITS } from "./problem.ts";
import { type Rows, type SeatCounts, seatCounts, sum } from "./rows.ts";
import type { Seats } from "./seats.ts";

/** The best assignment of a problem that was checked. */
export function bestOf({ rows, order, counts }: Checked, objective: Objective): Assignment {
  const { matched, cover } = largest(rows, counts);
  const fair = objective === "fair" && matched > 0 ? fairest(rows, matched) : undefined;
  const found = heaviest(fair?.rows ?? rows, fair ? seatCounts(fair.rows) : counts, matched);
  const covers = { cover, betterThanWeakest: fair?.betterThanWeakest ?? null };
  return { objective, ...describe(fair?.rows ?? rows, order, found, covers) };
}

/** The chosen edges in canonical order, and their prices. */
interface Heaviest {
  readonly edges: Int32Array;
  readonly prices: Prices;
  readonly totalBound: number;
}

export function heaviest(rows: Rows, counts: SeatCounts, matched: number, leftMinima?: Int32Array): Heaviest {
  if (matched === 0) {
    const leftPrices = new Float64Array(rows.leftCapacities.length);
    const rightPrices = new Float64Array(rows.rightCapacities.length);
    return { edges: new Int32Array(0), prices: { pairPrice: 0, leftPrices, rightPrices }, totalBound: 0 };
  }
  const { seats, prices, totalBound } = assign({ rows, counts, matched, leftMinima });
  return { edges: placesOf(rows, seats), prices, totalBound };
}

/** Where the edges stand in the rows that are taken, in canonical order. */
function placesOf(rows: Rows, seats: Seats): Int32Array {
  const places = new Int32Array(sum(seats.rightLoads));
  let count = 0;
  for (let right = 0; right < seats.rightLoads.length; right += 1) {
    const start = seats.starts[right] ?? 0;
    const end = start + (seats.rightLoads[right] ?? 0);
    for (let at = start; at < end; at += 1) {
      places[count] = placeOf(rows, seats.holders[at] ?? 0, right);
      count += 1;
    }
  }
  return places.sort();
}

/** By bisection: a row is in order of its right nodes. */
function placeOf({ starts, rights }: Rows, left: number, right: number): number {
  let [from, upTo] = [starts[left] ?? 0, starts[left + 1] ?? 0];
  while (upTo - from > 1) {
    const middle = (from + upTo) >> 1;
    if ((rights[middle] ?? 0) <= right) from = middle;
    else upTo = middle;
  }
  return from;
}

function describe(
  rows: Rows,
  order: Int32Array | null,
  { edges, prices, totalBound }: Heaviest,
  covers: { readonly cover: Cover; readonly betterThanWeakest: Cover | null },
): Omit<Assignment, "objective"> {
  const matched = edges.length;
  const values = Array.from(edges, (edge) => rows.values[edge] ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    edges: Uint32Array.from(edges, (edge) => (order ? (order[edge] ?? 0) : edge)),
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
