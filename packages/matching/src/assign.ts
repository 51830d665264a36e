import { Auction } from "./auction.ts";
import { leftSeats, type Network, rightSeats, sum } from "./network.ts";
import type { Pairs } from "./pairs.ts";

/** What seats are worth, in whole units; how they relate to the pairs is said at `verifyCertificate`. */
export interface Prices {
  readonly pairPrice: number;
  readonly leftPrices: Float64Array;
  readonly rightPrices: Float64Array;
}

/**
 * The greatest sum of values with as many pairs as there can be, and prices that prove it.
 *
 * @param network  edges at nodes with capacity only
 * @param matched  the largest number of pairs, which is at least one
 */
export function assign(network: Network, matched: number): { pairs: Pairs; prices: Prices } {
  const least = network.values.reduce((lower, value) => Math.min(lower, value), Number.POSITIVE_INFINITY);
  const step = network.values.reduce((divisor, value) => commonDivisor(divisor, value - least), 0) || 1;
  const auction = new Auction(
    { ...network, values: network.values.map((value) => (value - least) / step) },
    matched,
  );
  auction.run();
  const { pairPrice, leftPrices, rightPrices } = pricesOf(network, matched, auction);
  const scaled = (price: number): number => price * step;
  return {
    pairs: auction.pairs,
    prices: {
      pairPrice: pairPrice * step - least,
      leftPrices: leftPrices.map(scaled),
      rightPrices: rightPrices.map(scaled),
    },
  };
}

/** Euclid's. With many equal scores the steps between them are large, and counting in them spares rounds. */
function commonDivisor(one: number, other: number): number {
  let [divisor, rest] = [one, other];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

/**
 * Gains and prices against those of the two that stand for "no pair". A node has the price 0 when it has more capacity
 * than edges: then its capacity is never scarce, whatever its edges are worth.
 */
function pricesOf(network: Network, matched: number, auction: Auction): Prices {
  const { sacrifices, prices } = wholePrices(auction);
  const left = { seats: leftSeats(network), capacities: network.leftCapacities };
  const right = { seats: rightSeats(network), capacities: network.rightCapacities };
  const gains = sacrifices.map((sacrifice) => -sacrifice);
  const idle = sum(left.seats) > matched ? (prices.at(-1) ?? 0) : -leastAt(left.seats, gains);
  const vacant = sum(right.seats) > matched ? (gains.at(-1) ?? 0) : -leastAt(right.seats, prices);
  const priced = (worth: Float64Array, base: number, { seats, capacities }: typeof left): Float64Array =>
    Float64Array.from(seats, (count, node) =>
      count === 0 || count < (capacities[node] ?? 0) ? 0 : Math.max(0, (worth[node] ?? 0) + base),
    );
  return {
    pairPrice: idle + vacant,
    leftPrices: priced(gains, idle, left),
    rightPrices: priced(prices, vacant, right),
  };
}

const leastAt = (seats: Int32Array, worth: Float64Array): number =>
  seats.reduce(
    (least, count, node) => (count > 0 ? Math.min(least, worth[node] ?? 0) : least),
    Number.POSITIVE_INFINITY,
  );

/**
 * The auction's prices divided by its factor, in whole numbers. Its inequalities hold but for 1. Rounding down keeps
 * each of them, unless the lower side has the remainder `factor - 1`; as there are fewer prices than remainders, all
 * prices can be shifted together so that none has it.
 */
function wholePrices({ sacrifices, prices, factor }: Auction): Pick<Auction, "sacrifices" | "prices"> {
  const remainder = (price: number): number => ((price % factor) + factor) % factor;
  const taken = new Uint8Array(factor);
  for (const side of [sacrifices, prices]) for (const price of side) taken[remainder(price)] = 1;
  const shift = factor - 1 - taken.indexOf(0);
  const whole = (price: number): number => (price + shift - remainder(price + shift)) / factor;
  return { sacrifices: sacrifices.map(whole), prices: prices.map(whole) };
}
