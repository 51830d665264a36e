import { BestEdges } from "./best-edges.ts";
import type { Market } from "./market.ts";

/** How many seats a shortlist has beyond those that its left node can take. From 12 to 24 the time is much the same. */
const SPARE = 12;

/**
 * For each left node the seats that gained it most when it last looked at all of its edges, and a limit for the gains
 * of the others. As prices only rise, no other seat gains more than that later on: what is found on the shortlist and
 * gains more needs no further look.
 *
 * D. P. Bertsekas, "Network Optimization: Continuous and Discrete Models", Athena Scientific 1998, section 7.1.3: bids
 * that look at the third best.
 */
export class Shortlists {
  /** The list of a left node `i` has its places from `starts[i]` up to `ends[i]` and room up to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly rights: Uint16Array;
  readonly worths: Float64Array;
  /** What no seat outside the list gains more than; without bound, before the first look. */
  readonly limits: Float64Array;
  readonly #market: Market;
  readonly #bestEdges: BestEdges;
  #lastBest = 0;

  constructor(market: Market) {
    const { left } = market.seats.counts;
    this.#market = market;
    this.starts = new Int32Array(left.length + 1);
    for (const [node, seats] of left.entries())
      this.starts[node + 1] = (this.starts[node] ?? 0) + seats + SPARE;
    this.ends = this.starts.slice(0, left.length);
    const places = this.starts.at(-1) ?? 0;
    this.rights = new Uint16Array(places);
    this.worths = new Float64Array(places);
    this.limits = new Float64Array(left.length).fill(Number.POSITIVE_INFINITY);
    this.#bestEdges = new BestEdges(market, left.reduce((most, seats) => Math.max(most, seats), 0) + SPARE);
  }

  /**
   * Looks at all edges of a left node: also at those that it holds, because it may lose them.
   *
   * @returns what the best gains
   */
  renew(left: number): number {
    const { rows, worthOf } = this.#market;
    const first = this.starts[left] ?? 0;
    const { edges } = this.#bestEdges;
    const room = (this.starts[left + 1] ?? 0) - first;
    const limit = this.limits[left] ?? 0;
    const guess = limit === Number.POSITIVE_INFINITY ? this.#lastBest : limit;
    const best = this.#bestEdges.pick(left, { fewest: room - SPARE, room }, guess);
    const { size } = this.#bestEdges;
    for (let at = 0; at < size; at += 1) {
      const edge = edges[at] ?? 0;
      this.rights[first + at] = rows.rights[edge] ?? 0;
      this.worths[first + at] = ((rows.values[edge] ?? 0) - worthOf.lowest) * worthOf.factor;
    }
    this.ends[left] = first + size;
    this.limits[left] = this.#bestEdges.limit;
    this.#lastBest = best;
    return best;
  }
}
