import type { Lot } from "./lot.ts";
import { type Rows, sum } from "./rows.ts";

/** What seats are worth, in whole units; how they relate to the pairs is said at `verifyCertificate`. */
export interface Prices {
  readonly pairPrice: number;
  readonly leftPrices: Float64Array;
  readonly rightPrices: Float64Array;
}

/** What left seats give up and right ones cost, in score units, against those that stand for "no pair", which are last. */
export interface WholePrices {
  readonly sacrifices: Float64Array;
  readonly prices: Float64Array;
}

/**
 * Gains and prices against those of the two that stand for "no pair". A node has the price 0 when it has more capacity
 * than edges: then its capacity is never scarce, whatever its edges are worth. Only who has to be in pairs that gain
 * less than none has a price under 0.
 */
export function pricesOf(
  { rows, counts, leftMinima, matched }: Pick<Lot, "rows" | "counts" | "leftMinima" | "matched">,
  { sacrifices, prices }: WholePrices,
): Prices {
  const gains = sacrifices.map((sacrifice) => -sacrifice);
  const idle = sum(counts.left) > matched ? (prices.at(-1) ?? 0) : -leastAt(counts.left, gains);
  const vacant = sum(counts.right) > matched ? (gains.at(-1) ?? 0) : -leastAt(counts.right, prices);
  const priced = (worth: Float64Array, base: number, side: "left" | "right"): Float64Array =>
    Float64Array.from(counts[side], (count, node) => {
      if (count === 0) return 0;
      const price = (worth[node] ?? 0) + base;
      const lowest = side === "left" && (leftMinima?.[node] ?? 0) > 0 ? price : 0;
      const isAmple = count < (rows[`${side}Capacities`][node] ?? 0);
      return isAmple ? Math.min(0, lowest) : Math.max(lowest, price);
    });
  return {
    pairPrice: idle + vacant,
    leftPrices: priced(gains, idle, "left"),
    rightPrices: priced(prices, vacant, "right"),
  };
}

const leastAt = (seats: Int32Array, worth: Float64Array): number =>
  seats.reduce(
    (least, count, node) => (count > 0 ? Math.min(least, worth[node] ?? 0) : least),
    Number.POSITIVE_INFINITY,
  );

/** What no assignment of `matched` pairs can exceed at these prices; see `verifyCertificate`. */
export function boundOf(lot: Pick<Lot, "rows" | "matched" | "leftMinima">, prices: Prices): number {
  const { leftCapacities, rightCapacities } = lot.rows;
  const { pairPrice, leftPrices, rightPrices } = prices;
  let bound = 0 - pairPrice * lot.matched;
  for (let right = 0; right < rightCapacities.length; right += 1)
    bound += (rightCapacities[right] ?? 0) * (rightPrices[right] ?? 0);
  for (let left = 0; left < leftCapacities.length; left += 1) {
    const capacity = leftCapacities[left] ?? 0;
    if (capacity === 0) continue;
    const leftPrice = leftPrices[left] ?? 0;
    bound += leftPrice * (leftPrice < 0 ? (lot.leftMinima?.[left] ?? 0) : capacity);
    bound += surplusOf(lot.rows, left, leftPrice - pairPrice, rightPrices);
  }
  return bound;
}

/** By how much the edges of a left node are worth more than their prices. */
function surplusOf(rows: Rows, left: number, leftPrice: number, rightPrices: Float64Array): number {
  const { starts, rights, values, least, rightCapacities } = rows;
  const end = starts[left + 1] ?? 0;
  let sum = 0;
  for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
    const value = values[edge] ?? 0;
    const right = rights[edge] ?? 0;
    const surplus = value - leftPrice - (rightPrices[right] ?? 0);
    if (surplus > 0 && value >= least && rightCapacities[right] !== 0) sum += surplus;
  }
  return sum;
}
