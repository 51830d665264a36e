import type { Market } from "./market.ts";
import { firstLook } from "./rows.ts";

/** How much deeper under its best edge a row is sifted than the last row had to be. */
const DEEPER = 1.5;

/**
 * Picks from a row the edges that gain most. Most edges gain so much less than the best that a look tells. What the
 * best gains and how much less that is, is guessed: what is picked is right whatever was guessed, but may be less than
 * there is room for.
 */
export class BestEdges {
  /** The edges picked, in falling order of their gains, and how many they are. */
  readonly edges: Int32Array;
  size = 0;
  /** What no edge gains more than that was not picked. */
  limit = Number.NEGATIVE_INFINITY;
  readonly #market: Market;
  readonly #ranks: Float64Array;
  readonly #sifted: Int32Array;
  #siftedCount = 0;
  #depth = Number.POSITIVE_INFINITY;

  constructor(market: Market, longest: number) {
    this.#market = market;
    this.edges = new Int32Array(longest);
    this.#ranks = new Float64Array(longest);
    this.#sifted = new Int32Array(market.rows.rightCapacities.length);
  }

  /**
   * Picks from the edges of a left node some more than `fewest`, if it has them, and no more than there is room for.
   *
   * @param guess  of what the best gains
   * @returns what the best gains
   */
  pick(
    left: number,
    { fewest, room }: { readonly fewest: number; readonly room: number },
    guess: number,
  ): number {
    this.#sift(left, guess - this.#depth);
    if (this.#siftedCount <= fewest) this.#sift(left, this.#bestGain(left) - this.#depth);
    if (this.#siftedCount <= fewest) this.#sift(left, Number.NEGATIVE_INFINITY);
    this.#keepBest(room);
    const best = this.size === 0 ? Number.NEGATIVE_INFINITY : Math.floor(this.#ranks[0] ?? 0);
    this.#depth =
      this.size === room ? DEEPER * (best - Math.floor(this.#ranks[room - 1] ?? 0)) : 2 * this.#depth + 1;
    return best;
  }

  #bestGain(left: number): number {
    const { rows, prices, worthOf } = this.#market;
    const { starts, rights, values, least } = rows;
    const { lowest, factor } = worthOf;
    const end = starts[left + 1] ?? 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
      const value = values[edge] ?? 0;
      const gain = (value - lowest) * factor - (prices[rights[edge] ?? 0] ?? 0);
      if (gain > best && value >= least) best = gain;
    }
    return best;
  }

  /** Finds the edges that gain `floor` at least, and the limit for the others. */
  #sift(left: number, floor: number): void {
    const start = this.#market.rows.starts[left] ?? 0;
    const end = this.#market.rows.starts[left + 1] ?? 0;
    const middle = start + firstLook(left, end - start);
    this.#siftedCount = 0;
    this.limit = Number.NEGATIVE_INFINITY;
    this.#siftFrom(middle, end, floor);
    this.#siftFrom(start, middle, floor);
  }

  #siftFrom(start: number, end: number, floor: number): void {
    const { rows, prices, worthOf } = this.#market;
    const { rights, values, least } = rows;
    const { lowest, factor } = worthOf;
    const sifted = this.#sifted;
    let [count, limit] = [this.#siftedCount, this.limit];
    for (let edge = start; edge < end; edge += 1) {
      const value = values[edge] ?? 0;
      const gain = (value - lowest) * factor - (prices[rights[edge] ?? 0] ?? 0);
      if (value < least) continue;
      if (gain < floor) {
        if (gain > limit) limit = gain;
        continue;
      }
      sifted[count] = edge;
      count += 1;
    }
    this.#siftedCount = count;
    this.limit = limit;
  }

  #keepBest(room: number): void {
    const { rows, seats } = this.#market;
    const [edges, ranks] = [this.edges, this.#ranks];
    this.size = 0;
    let lowest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < this.#siftedCount; at += 1) {
      const edge = this.#sifted[at] ?? 0;
      const gain = this.#gainOf(edge);
      if (gain < lowest) {
        if (gain > this.limit) this.limit = gain;
        continue;
      }
      if (this.size < room) this.size += 1;
      else this.limit = Math.max(this.limit, Math.floor(lowest));
      // Gains are whole: by a half, who has a free seat goes before others that gain as much.
      const rank = seats.hasFreeRight(rows.rights[edge] ?? 0) ? gain + 0.5 : gain;
      let place = this.size - 1;
      for (; place > 0 && (ranks[place - 1] ?? 0) < rank; place -= 1) {
        ranks[place] = ranks[place - 1] ?? 0;
        edges[place] = edges[place - 1] ?? 0;
      }
      ranks[place] = rank;
      edges[place] = edge;
      if (this.size === room) lowest = ranks[room - 1] ?? 0;
    }
  }

  #gainOf(edge: number): number {
    const { rows, prices, worthOf } = this.#market;
    const worth = ((rows.values[edge] ?? 0) - worthOf.lowest) * worthOf.factor;
    return worth - (prices[rows.rights[edge] ?? 0] ?? 0);
  }
}
