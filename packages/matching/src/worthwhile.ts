import type { Prices } from "./assign.ts";
import type { Network } from "./network.ts";
import { Pairs } from "./pairs.ts";
import { leftsOf, type Rows } from "./rows.ts";
import type { Seats } from "./seats.ts";

/** The chosen edges, and the others that are worth exactly their prices: all that any optimal assignment can have. */
export function worthwhile(
  rows: Rows,
  seats: Seats,
  prices: Prices,
): { readonly network: Network; readonly pairs: Pairs } {
  const { leftCapacities, rightCapacities, values, rights, least } = rows;
  const { pairPrice, leftPrices, rightPrices } = prices;
  const starts = new Int32Array(rows.starts.length);
  const found = new GrowingList(4 * leftCapacities.length);
  for (let left = 0; left + 1 < starts.length; left += 1) {
    const end = seats.counts.left[left] === 0 ? 0 : (rows.starts[left + 1] ?? 0);
    const own = pairPrice - (leftPrices[left] ?? 0);
    for (let place = rows.starts[left] ?? 0; place < end; place += 1) {
      const right = rights[place] ?? 0;
      const value = values[place] ?? 0;
      const surplus = value + own - (rightPrices[right] ?? 0);
      if (surplus < 0 || value < least || seats.counts.right[right] === 0) continue;
      if (surplus === 0 || seats.has(left, right)) found.push(place);
    }
    starts[left + 1] = found.size;
  }
  const places = found.list();
  const lefts = leftsOf(rows, places);
  const tightRights = places.map((place) => rights[place] ?? 0);
  const isTight = Uint8Array.from(places, (place, edge) => {
    const price = (leftPrices[lefts[edge] ?? 0] ?? 0) + (rightPrices[tightRights[edge] ?? 0] ?? 0);
    return (values[place] ?? 0) + pairPrice === price ? 1 : 0;
  });
  const network = { leftCapacities, rightCapacities, starts, lefts, rights: tightRights, isTight, places };
  return { network, pairs: chosenIn(network, seats) };
}

/** Whole numbers, of which it is not known how many there will be. */
class GrowingList {
  size = 0;
  #numbers: Int32Array;

  constructor(expected: number) {
    this.#numbers = new Int32Array(expected + 1);
  }

  push(number: number): void {
    if (this.size === this.#numbers.length) {
      const wider = new Int32Array(2 * this.size);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.size] = number;
    this.size += 1;
  }

  list(): Int32Array {
    return this.#numbers.slice(0, this.size);
  }
}

function chosenIn(network: Network, seats: Seats): Pairs {
  const pairs = new Pairs(network);
  for (let edge = 0; edge < network.lefts.length; edge += 1)
    if (seats.has(network.lefts[edge] ?? 0, network.rights[edge] ?? 0)) pairs.choose(edge);
  return pairs;
}
