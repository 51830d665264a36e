import type { Rows } from "./rows.ts";
import type { Seats } from "./seats.ts";

/** How many seats a shortlist has beyond those that its left node can take. From 12 to 32 the time is much the same. */
const SPARE = 16;
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
  readonly #ranks: Float64Array;
  /** What no seat outside the list gains more than. */
  readonly #limits: Float64Array;

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
    this.#ranks = new Float64Array(places);
    this.#limits = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  }

  /** Finds the seat that gains a left node most, of those that it has not, and what the next best gains. */
  choose(left: number): void {
    this.#look(left);
    const limit = this.#limits[left] ?? 0;
    if (this.gain > limit ? this.second >= limit : this.gain === limit && this.#isFree(this.right)) return;
    this.#renew(left);
    this.#look(left);
    this.second = Math.max(this.second, this.#limits[left] ?? 0);
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
    const start = this.#rows.starts[left] ?? 0;
    const end = this.#rows.starts[left + 1] ?? 0;
    const middle = start + ((left * SCATTER) % (end - start));
    this.#ends[left] = this.#starts[left] ?? 0;
    this.#limits[left] = Number.NEGATIVE_INFINITY;
    this.#collect(left, middle, end);
    this.#collect(left, start, middle);
  }

  #collect(left: number, from: number, upTo: number): void {
    const { rights, values, least } = this.#rows;
    const [prices, lowestValue, factor] = [this.#prices, this.#lowest, this.#factor];
    const last = (this.#starts[left + 1] ?? 0) - 1;
    let end = this.#ends[left] ?? 0;
    let limit = this.#limits[left] ?? 0;
    let lowest = end > last ? (this.#ranks[last] ?? 0) : Number.NEGATIVE_INFINITY;
    for (let edge = from; edge < upTo; edge += 1) {
      const value = values[edge] ?? 0;
      if (value < least) continue;
      const right = rights[edge] ?? 0;
      const worth = (value - lowestValue) * factor;
      const gain = worth - (prices[right] ?? 0);
      // Gains are whole: by a half, who has a free seat goes before others that gain as much.
      if (gain < lowest || (gain === lowest && !this.#isFree(right))) {
        if (gain > limit) limit = gain;
        continue;
      }
      if (end <= last) end += 1;
      else if (lowest > limit) limit = Math.floor(lowest);
      this.#insert(left, end, { right, worth, rank: this.#isFree(right) ? gain + 0.5 : gain });
      if (end > last) lowest = this.#ranks[last] ?? 0;
    }
    this.#ends[left] = end;
    this.#limits[left] = limit;
  }

  /** Puts a seat into its place of the list, which is in falling order of ranks; the last one falls out. */
  #insert(left: number, end: number, seat: { right: number; worth: number; rank: number }): void {
    const start = this.#starts[left] ?? 0;
    let place = end - 1;
    for (; place > start && (this.#ranks[place - 1] ?? 0) < seat.rank; place -= 1) {
      this.#ranks[place] = this.#ranks[place - 1] ?? 0;
      this.#rights[place] = this.#rights[place - 1] ?? 0;
      this.#worths[place] = this.#worths[place - 1] ?? 0;
    }
    this.#ranks[place] = seat.rank;
    this.#rights[place] = seat.right;
    this.#worths[place] = seat.worth;
  }
}
