import type { Market } from "./market.ts";
import { Shortlists } from "./shortlists.ts";

/** In place of a right node: none. */
const NONE = -1;

/** Which seat a left node bids for: most bids need look no further than its shortlist, and are exact all the same. */
export class Choice {
  /** What `choose` has found: a right node, what the pair is worth, what it gains, and what the next best gains. */
  right = NONE;
  worth = 0;
  gain = Number.NEGATIVE_INFINITY;
  second = Number.NEGATIVE_INFINITY;
  readonly #market: Market;
  readonly #lists: Shortlists;

  constructor(market: Market) {
    this.#market = market;
    this.#lists = new Shortlists(market);
  }

  /** Finds the seat that gains a left node most, of those that it has not, and what the next best gains. */
  choose(left: number): void {
    this.#look(left);
    if (!this.#isSure(left)) {
      this.#lists.renew(left);
      this.#look(left);
    }
    this.second = Math.max(this.second, this.#lists.limits[left] ?? 0);
  }

  /** Whether no seat outside the list gains more than the best, or as much and could be free, nor more than the second. */
  #isSure(left: number): boolean {
    const limit = this.#lists.limits[left] ?? 0;
    return this.gain > limit
      ? this.second >= limit
      : this.gain === limit && this.#market.seats.hasFreeRight(this.right);
  }

  #look(left: number): void {
    const { starts, ends, rights, worths } = this.#lists;
    const { prices, seats } = this.#market;
    const isFirstSeat = seats.leftLoads[left] === 0;
    const end = ends[left] ?? 0;
    let [found, best, second] = [NONE, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let place = starts[left] ?? 0; place < end; place += 1) {
      const right = rights[place] ?? 0;
      const gain = (worths[place] ?? 0) - (prices[right] ?? 0);
      if (gain < best || (gain === best && !seats.hasFreeRight(right))) {
        if (gain > second && (isFirstSeat || !seats.has(left, right))) second = gain;
        continue;
      }
      if (!isFirstSeat && seats.has(left, right)) continue;
      second = best;
      best = gain;
      found = place;
    }
    this.gain = best;
    this.second = second;
    this.right = found === NONE ? NONE : (rights[found] ?? 0);
    this.worth = worths[found] ?? 0;
  }
}
