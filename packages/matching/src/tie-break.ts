import type { Prices } from "./assign.ts";
import type { Network } from "./network.ts";
import type { Pairs } from "./pairs.ts";

/**
 * Turns an optimal assignment into the first of all optimal ones in canonical order: of the edges in which two of
 * them differ, the first is in it. So what comes out hangs on the problem alone.
 *
 * By complementary slackness any optimal prices describe all optimal assignments: an edge that is worth more than its
 * prices is in each of them, one that is worth less is in none, and a node with a price has all its seats taken. The
 * rest can be exchanged along closed alternating walks. For each edge in turn a depth-first search looks for a walk
 * that takes it in and leaves every edge before it as it is.
 */
export function firstInOrder(
  network: Network,
  pairs: Pairs,
  { leftPrices, rightPrices }: Prices,
  leftMinima?: Int32Array,
): void {
  const isFreeOfCharge = Uint8Array.from([...leftPrices, ...rightPrices], (price) => (price === 0 ? 1 : 0));
  const search = new WalkSearch(network, pairs, isFreeOfCharge, leftMinima);
  for (let left = 0; left < network.leftCapacities.length; left += 1) search.settle(left);
}

const NONE = -1;

/**
 * Nodes of a walk are the left nodes, the right nodes, and two that stand for the free seats of either side. At a left
 * node the walk has to take an edge in, at a right node it has to give one up.
 */
class WalkSearch {
  readonly #network: Network;
  readonly #pairs: Pairs;
  readonly #isFreeOfCharge: Uint8Array;
  readonly #leftMinima: Int32Array | undefined;
  readonly #leftCount: number;
  readonly #freeLeft: number;
  readonly #freeRight: number;
  /** The number of the last search that came to a node; from where; by which edge; and which arc it tries next. */
  readonly #visits: Int32Array;
  readonly #from: Int32Array;
  readonly #by: Int32Array;
  readonly #next: Int32Array;
  readonly #stack: number[] = [];
  #search = 0;
  /** The left node at which the walk has to end, the edge up to which all is settled, and what it can give up. */
  #target = NONE;
  #settled = NONE;
  readonly #held: Int32Array;

  constructor(network: Network, pairs: Pairs, isFreeOfCharge: Uint8Array, leftMinima?: Int32Array) {
    const { leftCapacities, rightCapacities } = network;
    this.#network = network;
    this.#pairs = pairs;
    this.#leftCount = leftCapacities.length;
    this.#freeLeft = leftCapacities.length + rightCapacities.length;
    this.#freeRight = this.#freeLeft + 1;
    this.#isFreeOfCharge = isFreeOfCharge;
    this.#leftMinima = leftMinima;
    this.#held = new Int32Array(rightCapacities.length).fill(NONE);
    this.#visits = new Int32Array(this.#freeRight + 1);
    this.#from = new Int32Array(this.#freeRight + 1);
    this.#by = new Int32Array(this.#freeRight + 1);
    this.#next = new Int32Array(this.#freeRight + 1);
  }

  /** Gives a left node the first edges that it can have, with all left nodes before it settled. */
  settle(left: number): void {
    const { starts, rights, isTight } = this.#network;
    const first = starts[left] ?? 0;
    const end = starts[left + 1] ?? 0;
    this.#target = left;
    this.#search += 1;
    this.#noteHeld(first, end);
    let last = end - 1;
    for (let edge = first; edge < end; edge += 1) {
      if (this.#pairs.has(edge)) continue;
      while (last > edge && !(this.#pairs.has(last) && isTight[last] === 1)) last -= 1;
      if (last <= edge && !this.#endsAtFreeSeat()) break;
      this.#settled = edge;
      if (!this.#findsWalk(this.#leftCount + (rights[edge] ?? 0))) continue;
      this.#exchange(edge);
      this.#noteHeld(first, end);
    }
    for (let edge = first; edge < end; edge += 1) this.#held[rights[edge] ?? 0] = NONE;
  }

  /** Notes which of its tight edges the left node holds, by right node. */
  #noteHeld(first: number, end: number): void {
    const { rights, isTight } = this.#network;
    for (let edge = first; edge < end; edge += 1)
      this.#held[rights[edge] ?? 0] = this.#pairs.has(edge) && isTight[edge] === 1 ? edge : NONE;
  }

  /** Whether the left node can take an edge in without giving one up. */
  #endsAtFreeSeat(): boolean {
    return this.#isFreeOfCharge[this.#target] === 1 && this.#pairs.hasFreeLeft(this.#target);
  }

  /** Whether a left node can give a seat up and be in one pair less. */
  #canGiveUp(left: number): boolean {
    const load = this.#pairs.leftLoads[left] ?? 0;
    return this.#isFreeOfCharge[left] === 1 && load > (this.#leftMinima?.[left] ?? 0);
  }

  /** Nodes from which a search has failed stay marked until an exchange: they lead nowhere for later edges too. */
  #findsWalk(start: number): boolean {
    if (!this.#visit(start, NONE, NONE)) return false;
    for (let node = this.#stack.at(-1); node !== undefined; node = this.#stack.at(-1)) {
      if (this.#advance(node)) return true;
      if (this.#stack.at(-1) === node) this.#stack.pop();
    }
    return false;
  }

  #visit(node: number, from: number, by: number): boolean {
    if (this.#visits[node] === this.#search) return false;
    this.#visits[node] = this.#search;
    this.#from[node] = from;
    this.#by[node] = by;
    this.#next[node] = 0;
    this.#stack.push(node);
    return true;
  }

  /** Goes one step on from a node where it can, and tells whether the target was reached. */
  #advance(node: number): boolean {
    if (node === this.#freeLeft) return this.#advanceFreeLeft(node);
    if (node === this.#freeRight) this.#advanceFreeRight(node);
    else if (node >= this.#leftCount) return this.#advanceRight(node);
    else if (this.#next[node] === 0 && this.#endsAfter(node)) return true;
    else this.#advanceLeft(node);
    return false;
  }

  /** Whether a left node is next to the end: without this look ahead walks would become long where much is tied. */
  #endsAfter(left: number): boolean {
    if (this.#canGiveUp(left) && this.#endsAtFreeSeat()) return this.#arrive(left, NONE);
    const { starts, rights } = this.#network;
    const end = starts[left + 1] ?? 0;
    for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
      const right = rights[edge] ?? 0;
      const held = this.#held[right] ?? NONE;
      if (held <= this.#settled || this.#pairs.has(edge)) continue;
      this.#visit(this.#leftCount + right, left, edge);
      return this.#arrive(this.#leftCount + right, held);
    }
    return false;
  }

  #advanceLeft(left: number): void {
    const { starts, rights } = this.#network;
    const end = starts[left + 1] ?? 0;
    for (let edge = (starts[left] ?? 0) + (this.#next[left] ?? 0); edge < end; edge += 1) {
      if (this.#pairs.has(edge) || !this.#visit(this.#leftCount + (rights[edge] ?? 0), left, edge)) continue;
      this.#next[left] = edge + 1 - (starts[left] ?? 0);
      return;
    }
    this.#next[left] = end - (starts[left] ?? 0);
    if (this.#canGiveUp(left)) this.#visit(this.#freeLeft, left, NONE);
  }

  #advanceRight(node: number): boolean {
    const right = node - this.#leftCount;
    const held = this.#held[right] ?? NONE;
    if (held > this.#settled) return this.#arrive(node, held);
    const { holders, holderStarts, rightLoads } = this.#pairs;
    const load = rightLoads[right] ?? 0;
    for (let next = this.#next[node] ?? 0; next < load; next += 1) {
      const edge = holders[(holderStarts[right] ?? 0) + next] ?? 0;
      if (edge <= this.#settled || this.#network.isTight[edge] === 0) continue;
      if (!this.#visit(this.#network.lefts[edge] ?? 0, node, edge)) continue;
      this.#next[node] = next + 1;
      return false;
    }
    this.#next[node] = load;
    if (this.#isFreeOfCharge[node] === 1 && this.#pairs.hasFreeRight(right))
      this.#visit(this.#freeRight, node, NONE);
    return false;
  }

  /** A left node without a price has given a seat up; another takes it. */
  #advanceFreeLeft(node: number): boolean {
    if (this.#endsAtFreeSeat()) return this.#arrive(node, NONE);
    for (let left = Math.max(this.#next[node] ?? 0, this.#target + 1); left < this.#leftCount; left += 1) {
      if (this.#isFreeOfCharge[left] === 0 || !this.#pairs.hasFreeLeft(left)) continue;
      if (!this.#visit(left, node, NONE)) continue;
      this.#next[node] = left + 1;
      return false;
    }
    this.#next[node] = this.#leftCount;
    return false;
  }

  /** A right node without a price has taken a free seat; another gives one up. */
  #advanceFreeRight(node: number): void {
    for (let right = Math.max(this.#next[node] ?? 0, this.#leftCount); right < this.#freeLeft; right += 1) {
      if (this.#isFreeOfCharge[right] === 0 || !this.#visit(right, node, NONE)) continue;
      this.#next[node] = right + 1;
      return;
    }
    this.#next[node] = this.#freeLeft;
  }

  #arrive(from: number, by: number): boolean {
    this.#from[this.#target] = from;
    this.#by[this.#target] = by;
    return true;
  }

  /** Makes the walk's changes, and forgets what the search has marked. */
  #exchange(edge: number): void {
    const changed = [edge];
    for (let node = this.#target; node !== NONE; node = this.#from[node] ?? NONE) {
      const by = this.#by[node] ?? NONE;
      if (by !== NONE) changed.push(by);
    }
    const taken = changed.filter((one) => !this.#pairs.has(one));
    for (const one of changed) if (this.#pairs.has(one)) this.#pairs.release(one);
    for (const one of taken) this.#pairs.choose(one);
    this.#stack.length = 0;
    this.#search += 1;
  }
}
