import { Auction } from "./auction.ts";
import type { Lot } from "./lot.ts";
import { boundOf, type Prices, pricesOf, type WholePrices } from "./prices.ts";
import { SCORE_UNITS } from "./problem.ts";
import type { Seats } from "./seats.ts";
import { ShortestPaths } from "./shortest-paths.ts";
import { sampled, stepsOf } from "./steps.ts";

/** So many steps from the lowest score to the highest are few. */
const FEW = 1_000;
/** So many margins make a step between values at least, when prices are rounded for the first time. */
const FINE = 16;

/** Seats with the greatest sum of values, and what proves that there is no greater one. */
interface Assigned {
  readonly seats: Seats;
  readonly prices: Prices;
  readonly totalBound: number;
}

/**
 * The greatest sum of values with `matched` pairs, at least one: along shortest paths where values are few, as long as
 * that goes fast, else by an auction.
 */
export function assign(lot: Omit<Lot, "lowest" | "highest" | "step">): Assigned {
  const steps = stepsOf(sampled(lot.rows));
  if (SCORE_UNITS <= FEW * steps.step) {
    const paths = new ShortestPaths({ ...lot, ...steps });
    if (paths.run()) return assigned(lot, paths, paths.seats, steps.lowest);
  }
  return auctioned({ ...lot, ...stepsOf(lot.rows) });
}

/**
 * The auction's last round is exact. Where values are few and far apart, an early one mostly is too: when margins come
 * to be small beside a step between values, its prices are rounded to steps once, and end it if they prove its pairs.
 */
function auctioned(lot: Lot): Assigned {
  const { lowest, step, matched } = lot;
  const auction = new Auction(lot);
  let isTried = false;
  for (let margin = auction.firstMargin(); ; ) {
    const next = auction.round(margin);
    if (next === undefined) return assigned(lot, exactPrices(auction, step), auction.seats, lowest);
    if (!isTried && margin * FINE <= auction.factor * step) {
      isTried = true;
      const early = assigned(lot, nearestPrices(auction, step), auction.seats, lowest);
      if (early.totalBound === auction.total() + lowest * matched) return early;
    }
    margin = next;
  }
}

function assigned(
  lot: Pick<Lot, "rows" | "counts" | "leftMinima" | "matched">,
  whole: WholePrices,
  seats: Seats,
  lowest: number,
): Assigned {
  const found = pricesOf(lot, whole);
  const prices = { ...found, pairPrice: found.pairPrice - lowest };
  return { seats, prices, totalBound: boundOf(lot, prices) };
}

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
