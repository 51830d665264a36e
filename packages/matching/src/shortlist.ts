import type { Rows } from "./rows.ts";
import type { Seats } from "./seats.ts";

/** How many seats a shortlist has beyond those that its left node can take. From 12 to 32 the time is much the same. */
const SPARE = 12;
/** In place of a right node: none. */
const NONE = -1;
/** Scatters the edges at which left nodes begin to look (Knuth's multiplicative hashing): see `#renew`. */
const SCATTER = 2_654_435_761;

/** Where left nodes look for seats. */
export interface Market {
  readonly rows: Rows;
  readonly seats: Seats;
  /** Of a seat at each right node; may only rise. */
  readonly prices: Float64Array;
  /** An edge is worth what its value is over the lowest, times the factor. */
  readonly worthOf: { readonly lowest: number; readonly factor: number };
  /** Whether a right node has a seat that nobody holds: of equal gains it goes first. */
  readonly isFree: (right: number) => boolean;
}

/**
 * For each left node the seats that gained it most when it last looked at all of its edges, and a limit for the gains
 * of the others. As prices only rise, no other seat gains more than that later on: most bids need look no further than
 * the shortlist, and what they find is exact all the same.
 *
 * D. P. Bertsekas, "Network Optimization: Continuous and Discrete Models", Athena Scientific 1998, section 7.1.3: bids
 * that look at the third best.
 */
export class Shortlist {
  /** What `choose` has found: a right node, what the pair is worth, what it gains, and what the next best gains. */
  right = NONE;
  worth = 0;
  gain = Number.NEGATIVE_INFINITY;
  second = Number.NEGATIVE_INFINITY;
  readonly #rows: Rows;
  readonly #seats: Seats;
  readonly #prices: Float64Array;
  readonly #lowest: number;
  readonly #factor: number;
  readonly #isFree: (right: number) => boolean;
  /** The list of a left node `i` has its places from `starts[i]` up to `ends[i]` and room up to `starts[i + 1]`. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #rights: Uint16Array;
  readonly #worths: Float64Array;
  /** What no seat outside the list gains more than. */
  readonly #limits: Float64Array;
  /** A list that is being made: its edges and how they rank, how many they are, and the limit for the others. */
  readonly #edges: Int32Array;
  readonly #ranks: Float64Array;
  #size = 0;
  #limit = Number.NEGATIVE_INFINITY;

  constructor({ rows, seats, prices, worthOf, isFree }: Market) {
    const count = rows.leftCapacities.length;
    this.#rows = rows;
    this.#seats = seats;
    this.#prices = prices;
    this.#lowest = worthOf.lowest;
    this.#factor = worthOf.factor;
    this.#isFree = isFree;
    this.#starts = new Int32Array(count + 1);
    for (let left = 0; left < count; left += 1)
      this.#starts[left + 1] = (this.#starts[left] ?? 0) + (seats.counts.left[left] ?? 0) + SPARE;
    this.#ends = this.#starts.slice(0, count);
    const places = this.#starts[count] ?? 0;
    this.#rights = new Uint16Array(places);
    this.#worths = new Float64Array(places);
    const longest = seats.counts.left.reduce((most, seats) => Math.max(most, seats), 0) + SPARE;
    this.#edges = new Int32Array(longest);
    this.#ranks = new Float64Array(longest);
    this.#limits = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  }

  /** Finds the seat that gains a left node most, of those that it has not, and what the next best gains. */
  choose(left: number): void {
    this.#look(left);
    if (!this.#isSure(left)) {
      this.#renew(left);
      this.#look(left);
    }
    this.second = Math.max(this.second, this.#limits[left] ?? 0);
  }

  /** Whether no seat outside the list gains more than the best, or as much and could be free, nor more than the second. */
  #isSure(left: number): boolean {
    const limit = this.#limits[left] ?? 0;
    return this.gain > limit ? this.second >= limit : this.gain === limit && this.#isFree(this.right);
  }

  #look(left: number): void {
    const isFirstSeat = this.#seats.leftLoads[left] === 0;
    const end = this.#ends[left] ?? 0;
    let [found, best, second] = [NONE, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let place = this.#starts[left] ?? 0; place < end; place += 1) {
      const right = this.#rights[place] ?? 0;
      const gain = (this.#worths[place] ?? 0) - (this.#prices[right] ?? 0);
      if (gain < best || (gain === best && !this.#isFree(right))) {
        if (gain > second && (isFirstSeat || !this.#seats.has(left, right))) second = gain;
        continue;
      }
      if (!isFirstSeat && this.#seats.has(left, right)) continue;
      second = best;
      best = gain;
      found = place;
    }
    this.gain = best;
    this.second = second;
    this.right = found === NONE ? NONE : (this.#rights[found] ?? 0);
    this.worth = this.#worths[found] ?? 0;
  }

  /**
   * Looks at all edges of a left node: also at those that it holds, because it may lose them. Each begins elsewhere,
   * so that many equal edges do not bring all of them to the same few seats.
   */
  #renew(left: number): void {
    const { rights, values } = this.#rows;
    const start = this.#rows.starts[left] ?? 0;
    const end = this.#rows.starts[left + 1] ?? 0;
    const middle = start + ((left * SCATTER) % (end - start));
    const first = this.#starts[left] ?? 0;
    this.#size = 0;
    this.#limit = Number.NEGATIVE_INFINITY;
    const room = (this.#starts[left + 1] ?? 0) - first;
    this.#collect(room, middle, end);
    this.#collect(room, start, middle);
    for (let at = 0; at < this.#size; at += 1) {
      const edge = this.#edges[at] ?? 0;
      this.#rights[first + at] = rights[edge] ?? 0;
      this.#worths[first + at] = ((values[edge] ?? 0) - this.#lowest) * this.#factor;
    }
    this.#ends[left] = first + this.#size;
    this.#limits[left] = this.#limit;
  }

  /** Keeps the best of some edges, in falling order. */
  #collect(room: number, from: number, upTo: number): void {
    const { rights, values, least } = this.#rows;
    const [prices, lowestValue, factor] = [this.#prices, this.#lowest, this.#factor];
    const [ranks, edges] = [this.#ranks, this.#edges];
    let size = this.#size;
    let limit = this.#limit;
    let lowest = size === room ? (ranks[room - 1] ?? 0) : Number.NEGATIVE_INFINITY;
    for (let edge = from; edge < upTo; edge += 1) {
      const value = values[edge] ?? 0;
      const right = rights[edge] ?? 0;
      const gain = (value - lowestValue) * factor - (prices[right] ?? 0);
      if (gain < lowest || value < least) {
        if (gain > limit && value >= least) limit = gain;
        continue;
      }
      // Gains are whole: by a half, who has a free seat goes before others that gain as much.
      const rank = this.#isFree(right) ? gain + 0.5 : gain;
      if (size < room) size += 1;
      else if (lowest > limit) limit = Math.floor(lowest);
      let at = size - 1;
      for (; at > 0 && (ranks[at - 1] ?? 0) < rank; at -= 1) {
        ranks[at] = ranks[at - 1] ?? 0;
        edges[at] = edges[at - 1] ?? 0;
      }
      ranks[at] = rank;
      edges[at] = edge;
      if (size === room) lowest = ranks[room - 1] ?? 0;
    }
    this.#size = size;
    this.#limit = limit;
  }
}
