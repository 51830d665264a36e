import { Auction } from "./auction.ts";
import type { Lot } from "./lot.ts";
import { SCORE_UNITS } from "./problem.ts";
import { type Rows, sum } from "./rows.ts";
import type { Seats } from "./seats.ts";

/** What seats are worth, in whole units; how they relate to the pairs is said at `verifyCertificate`. */
export interface Prices {
  readonly pairPrice: number;
  readonly leftPrices: Float64Array;
  readonly rightPrices: Float64Array;
}

/** Seats with the greatest sum of values, and what proves that there is no greater one. */
export interface Assigned {
  readonly seats: Seats;
  readonly prices: Prices;
  readonly totalBound: number;
}

/**
 * The greatest sum of values with `matched` pairs, at least one.
 *
 * The auction's last round is exact. Where values are few and far apart, an early one mostly is too: when margins come
 * to be small beside a step between values, its prices are rounded to steps once, and end it if they prove its pairs.
 */
export function assign(lot: Omit<Lot, "lowest" | "highest" | "step">): Assigned {
  const { lowest, highest, step } = stepsOf(lot.rows);
  const auction = new Auction({ ...lot, lowest, highest, step });
  const assigned = (whole: WholePrices): Assigned => {
    const found = pricesOf(lot, whole);
    const prices = { ...found, pairPrice: found.pairPrice - lowest };
    return { seats: auction.seats, prices, totalBound: boundOf(lot, prices) };
  };
  let isTried = false;
  for (let margin = auction.firstMargin(); ; ) {
    const next = auction.round(margin);
    if (next === undefined) return assigned(exactPrices(auction, step));
    if (!isTried && margin * FINE <= auction.factor * step) {
      isTried = true;
      const early = assigned(nearestPrices(auction, step));
      if (early.totalBound === auction.total() + lowest * lot.matched) return early;
    }
    margin = next;
  }
}

/** So many margins make a step between values at least, when prices are rounded for the first time. */
const FINE = 16;

/** The greatest step in which all values can be counted, and from where. Where scores are few it spares rounds. */
function stepsOf({ values, least }: Rows): Pick<Lot, "lowest" | "highest" | "step"> {
  let [base, step] = [-1, 0];
  for (let edge = 0; edge < values.length && step !== 1; edge += 1) {
    const value = values[edge] ?? 0;
    if (value < least) continue;
    if (base < 0) base = value;
    const distance = Math.abs(value - base);
    if (step === 0 ? distance > 0 : distance % step !== 0) step = commonDivisor(step, distance);
  }
  const areEqual = step === 0;
  return areEqual
    ? { lowest: base, highest: base, step: 1 }
    : { lowest: base % step, highest: SCORE_UNITS, step };
}

/** Euclid's. */
function commonDivisor(one: number, other: number): number {
  let [divisor, rest] = [one, other];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

/**
 * Gains and prices against those of the two that stand for "no pair". A node has the price 0 when it has more capacity
 * than edges: then its capacity is never scarce, whatever its edges are worth. Only who has to be in pairs that gain
 * less than none has a price under 0.
 */
function pricesOf(
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

/** What no assignment of `matched` pairs can exceed at these prices; see `verifyCertificate`. */
function boundOf(
  { rows, matched, leftMinima }: Pick<Lot, "rows" | "matched" | "leftMinima">,
  prices: Prices,
): number {
  const { leftCapacities, rightCapacities, starts, rights, values, least } = rows;
  const { pairPrice, leftPrices, rightPrices } = prices;
  let bound = 0 - pairPrice * matched;
  for (const [right, capacity] of rightCapacities.entries()) bound += capacity * (rightPrices[right] ?? 0);
  for (let left = 0; left < leftCapacities.length; left += 1) {
    const capacity = leftCapacities[left] ?? 0;
    if (capacity === 0) continue;
    const leftPrice = leftPrices[left] ?? 0;
    bound += leftPrice * (leftPrice < 0 ? (leftMinima?.[left] ?? 0) : capacity);
    const own = pairPrice - leftPrice;
    const end = starts[left + 1] ?? 0;
    for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
      const value = values[edge] ?? 0;
      const right = rights[edge] ?? 0;
      const surplus = value + own - (rightPrices[right] ?? 0);
      if (surplus > 0 && value >= least && rightCapacities[right] !== 0) bound += surplus;
    }
  }
  return bound;
}

const leastAt = (seats: Int32Array, worth: Float64Array): number =>
  seats.reduce(
    (least, count, node) => (count > 0 ? Math.min(least, worth[node] ?? 0) : least),
    Number.POSITIVE_INFINITY,
  );

/** Sacrifices and prices of seats in score units. */
type WholePrices = Pick<Auction, "sacrifices" | "prices">;

/** The auction's prices divided by its factor, each rounded to the nearest whole step. */
function nearestPrices({ sacrifices, prices, factor }: Auction, step: number): WholePrices {
  const nearest = (price: number): number => Math.round(price / (factor * step)) * step;
  return { sacrifices: sacrifices.map(nearest), prices: prices.map(nearest) };
}

/**
 * The auction's prices divided by its factor, in whole steps. Its inequalities hold but for one margin, which is a
 * step. Counted in steps, rounding down keeps each of them, unless the lower side has the remainder `factor - 1`; as
 * there are fewer prices than remainders, all prices can be shifted together so that none has it.
 */
function exactPrices({ sacrifices, prices, factor }: Auction, step: number): WholePrices {
  const remainder = (steps: number): number => ((steps % factor) + factor) % factor;
  const taken = new Uint8Array(factor);
  for (const side of [sacrifices, prices]) for (const price of side) taken[remainder(price / step)] = 1;
  const shift = factor - 1 - taken.indexOf(0);
  const whole = (price: number): number => {
    const steps = price / step + shift;
    return ((steps - remainder(steps)) / factor) * step;
  };
  return { sacrifices: sacrifices.map(whole), prices: prices.map(whole) };
}
