import { AlternatingTree, EVEN, ODD, OUTSIDE } from "./alternating-tree.ts";
import { type Blossoms, NONE } from "./blossoms.ts";
import type { Neighbours } from "./peer-network.ts";

/**
 * A tree of alternating paths from one free node, grown over edges that are worth exactly their prices. Prices change
 * in the tree alone, so that it can grow and all else stays as it is, until a path ends at another free node, or at a
 * node whose price is 0 and that may go free instead of the root.
 *
 * Z. Galil, "Efficient algorithms for finding maximum matching in graphs", ACM Computing Surveys 18 (1986) 23–38,
 * section 4: the primal-dual method and its four kinds of changes. W. Cook and A. Rohe, "Computing minimum-weight
 * perfect matchings", INFORMS Journal on Computing 11 (1999) 138–148: one tree at a time, with prices of its own.
 *
 * Edges count twice their value. Tight edges then join prices that are both even or both odd, so that half the slack
 * of an edge within the tree is whole: nothing is ever rounded.
 */
export class PeerSearch {
  readonly #neighbours: Neighbours;
  readonly #blossoms: Blossoms;
  readonly #prices: Float64Array;
  readonly #tree: AlternatingTree;
  readonly #places: Uint8Array;
  /** For a node that is not even: its edge with the least slack from an even one. */
  readonly #slacks: Float64Array;
  readonly #nearest: Int32Array;
  /** For an even node: its edge with the least slack to an even node elsewhere. It may since be in the same blossom. */
  readonly #rivalSlacks: Float64Array;
  readonly #rivals: Int32Array;

  /** @param prices  of each node, whole; edges come to twice their value or more */
  constructor(neighbours: Neighbours, blossoms: Blossoms, prices: Float64Array) {
    const { nodeCount } = blossoms;
    this.#neighbours = neighbours;
    this.#blossoms = blossoms;
    this.#prices = prices;
    this.#tree = new AlternatingTree(blossoms);
    this.#places = this.#tree.places;
    this.#slacks = new Float64Array(nodeCount);
    this.#nearest = new Int32Array(nodeCount);
    this.#rivalSlacks = new Float64Array(nodeCount);
    this.#rivals = new Int32Array(nodeCount);
  }

  /** Pairs a free node, or leaves it or another free at the price 0. */
  serve(root: number): void {
    this.#slacks.fill(Number.POSITIVE_INFINITY);
    this.#rivalSlacks.fill(Number.POSITIVE_INFINITY);
    this.#tree.plant(root);
    const { fresh } = this.#tree;
    do {
      for (let node = fresh.pop(); node !== undefined; node = fresh.pop()) this.#scan(node);
      this.#change(this.#greatestChange());
    } while (!this.#act());
    this.#dissolveWorthless();
  }

  /** Looks at all edges of a node that has become even. */
  #scan(node: number): void {
    const { starts, others, values } = this.#neighbours;
    const { tops } = this.#blossoms;
    const [prices, places, slacks] = [this.#prices, this.#places, this.#slacks];
    const own = tops[node] ?? 0;
    const price = prices[node] ?? 0;
    const end = starts[node + 1] ?? 0;
    let rivalSlack = Number.POSITIVE_INFINITY;
    for (let at = starts[node] ?? 0; at < end; at += 1) {
      const other = others[at] ?? 0;
      const slack = price + (prices[other] ?? 0) - 2 * (values[at] ?? 0);
      const top = tops[other] ?? 0;
      if (places[top] !== EVEN) {
        if (slack >= (slacks[other] ?? 0)) continue;
        slacks[other] = slack;
        this.#nearest[other] = node;
      } else if (slack < rivalSlack && top !== own) {
        rivalSlack = slack;
        this.#rivals[node] = other;
      }
    }
    this.#rivalSlacks[node] = rivalSlack;
  }

  /** By how much the prices of even nodes can fall before something is to be done. */
  #greatestChange(): number {
    const { tops, nodeCount, prices } = this.#blossoms;
    let change = Number.POSITIVE_INFINITY;
    for (let node = 0; node < nodeCount; node += 1) {
      const place = this.#places[tops[node] ?? 0];
      if (place === OUTSIDE) change = Math.min(change, this.#slacks[node] ?? 0);
      else if (place === EVEN)
        change = Math.min(change, this.#prices[node] ?? 0, this.#rivalSlack(node, change) / 2);
    }
    for (let blossom = nodeCount; blossom < prices.length; blossom += 1)
      if (this.#places[blossom] === ODD) change = Math.min(change, (prices[blossom] ?? 0) / 2);
    return change;
  }

  /** The least slack to an even node elsewhere; what is known too low is looked up again only when it matters. */
  #rivalSlack(node: number, change: number): number {
    const { tops } = this.#blossoms;
    const isKnown = (): boolean => (this.#rivalSlacks[node] ?? 0) >= 2 * change;
    if (!isKnown() && tops[this.#rivals[node] ?? 0] === tops[node]) this.#scan(node);
    return this.#rivalSlacks[node] ?? 0;
  }

  #change(change: number): void {
    if (change === 0) return;
    const { tops, nodeCount, prices } = this.#blossoms;
    for (let node = 0; node < nodeCount; node += 1) {
      const place = this.#places[tops[node] ?? 0];
      if (place === OUTSIDE) this.#slacks[node] = (this.#slacks[node] ?? 0) - change;
      else if (place === ODD) this.#prices[node] = (this.#prices[node] ?? 0) + change;
      else {
        this.#prices[node] = (this.#prices[node] ?? 0) - change;
        this.#rivalSlacks[node] = (this.#rivalSlacks[node] ?? 0) - 2 * change;
      }
    }
    for (let blossom = nodeCount; blossom < prices.length; blossom += 1) {
      const place = this.#places[blossom];
      if (place === EVEN) prices[blossom] = (prices[blossom] ?? 0) + 2 * change;
      else if (place === ODD) prices[blossom] = (prices[blossom] ?? 0) - 2 * change;
    }
  }

  /** Does what has become possible, and tells whether the root was served. */
  #act(): boolean {
    const { tops, nodeCount, prices } = this.#blossoms;
    for (let node = 0; node < nodeCount; node += 1) {
      const top = tops[node] ?? 0;
      const place = this.#places[top];
      if (place === OUTSIDE && this.#slacks[node] === 0) {
        if (this.#tree.reach({ from: this.#nearest[node] ?? 0, to: node })) return true;
      } else if (place === EVEN && this.#prices[node] === 0) {
        this.#tree.flip(node, NONE);
        return true;
      } else if (place === EVEN && this.#rivalSlacks[node] === 0)
        this.#tree.meet(node, this.#rivals[node] ?? 0);
    }
    for (let blossom = nodeCount; blossom < prices.length; blossom += 1)
      if (this.#places[blossom] === ODD && prices[blossom] === 0) this.#tree.open(blossom);
    return false;
  }

  /** Dissolves even blossoms that have got no price: they were needed for this tree only. */
  #dissolveWorthless(): void {
    const { prices, nodeCount } = this.#blossoms;
    const isWorthless = (blossom: number): boolean => blossom >= nodeCount && prices[blossom] === 0;
    const stack: number[] = [];
    for (let blossom = nodeCount; blossom < prices.length; blossom += 1)
      if (this.#places[blossom] === EVEN && isWorthless(blossom)) stack.push(blossom);
    for (let blossom = stack.pop(); blossom !== undefined; blossom = stack.pop())
      stack.push(...this.#blossoms.dissolve(blossom).parts.filter(isWorthless));
  }
}
