import { type Network, sum } from "./network.ts";
import { Pairs } from "./pairs.ts";
import type { Cover } from "./problem.ts";

/** The level of a left node that a search has not reached, or has left for good. */
const NEVER = -1;

/**
 * As many pairs as there can be, and a cover that proves it.
 *
 * J. E. Hopcroft and R. M. Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM Journal on
 * Computing 2 (1973) 225–231, section 3: phases of shortest augmenting paths. With capacities it is Dinic's
 * algorithm on a network whose edges carry one unit; the cover is its minimum cut (with capacities of 1: König's).
 */
export function largest(network: Network): { matched: number; cover: Cover } {
  const pairs = new Pairs(network);
  chooseGreedily(network, pairs);
  for (;;) {
    const reach = reachFrom(network, pairs);
    if (!reach.endsFree) return { matched: sum(pairs.leftLoads), cover: coverOf(network, reach) };
    new Phase(network, pairs, reach.levels).run();
  }
}

/** A first come, first served start. */
function chooseGreedily({ lefts, rights }: Network, pairs: Pairs): void {
  for (let edge = 0; edge < lefts.length; edge += 1)
    if (pairs.hasFreeLeft(lefts[edge] ?? 0) && pairs.hasFreeRight(rights[edge] ?? 0)) pairs.choose(edge);
}

interface Reach {
  /** How many pairs must change before a left node gains a seat to give away; negative when it never does. */
  readonly levels: Int32Array;
  readonly reachedRights: Uint8Array;
  /** Whether a free right node was reached: then there is an augmenting path. */
  readonly endsFree: boolean;
}

/** Alternating breadth-first search from all free left nodes, up to the level that sees a free right node. */
function reachFrom(network: Network, pairs: Pairs): Reach {
  const { starts, rights, lefts } = network;
  const levels = new Int32Array(network.leftCapacities.length).fill(NEVER);
  const reachedRights = new Uint8Array(network.rightCapacities.length);
  const queue: number[] = [];
  for (const left of levels.keys()) {
    if (!pairs.hasFreeLeft(left)) continue;
    levels[left] = 0;
    queue.push(left);
  }
  let lastLevel = Number.POSITIVE_INFINITY;
  for (const left of queue) {
    const level = levels[left] ?? 0;
    if (level > lastLevel) break;
    for (let edge = starts[left] ?? 0; edge < (starts[left + 1] ?? 0); edge += 1) {
      const right = rights[edge] ?? 0;
      if (reachedRights[right] === 1 || pairs.has(edge)) continue;
      reachedRights[right] = 1;
      if (pairs.hasFreeRight(right)) lastLevel = level;
      const holderStart = pairs.holderStarts[right] ?? 0;
      for (let place = holderStart; place < holderStart + (pairs.rightLoads[right] ?? 0); place += 1) {
        const holder = lefts[pairs.holders[place] ?? 0] ?? 0;
        if (levels[holder] !== NEVER) continue;
        levels[holder] = level + 1;
        queue.push(holder);
      }
    }
  }
  return { levels, reachedRights, endsFree: Number.isFinite(lastLevel) };
}

/** One phase: augmenting paths along rising levels until none is left. */
class Phase {
  readonly #network: Network;
  readonly #pairs: Pairs;
  readonly #levels: Int32Array;
  /** The edge that each left node tries next. */
  readonly #next: Int32Array;
  /** The path so far: left nodes, and between two of them the edge to give up. */
  readonly #path: number[] = [];
  readonly #givenUp: number[] = [];

  constructor(network: Network, pairs: Pairs, levels: Int32Array) {
    this.#network = network;
    this.#pairs = pairs;
    this.#levels = levels;
    this.#next = network.starts.slice();
  }

  run(): void {
    for (const left of this.#network.leftCapacities.keys())
      while (this.#levels[left] === 0 && this.#pairs.hasFreeLeft(left) && this.#reachesFree(left))
        this.#augment();
  }

  #reachesFree(root: number): boolean {
    this.#path.length = 0;
    this.#givenUp.length = 0;
    this.#path.push(root);
    for (let left: number | undefined = root; left !== undefined; left = this.#path.at(-1)) {
      const step = this.#step(left);
      if (step === "free") return true;
      if (step === "onwards") continue;
      this.#levels[left] = NEVER;
      this.#path.pop();
      this.#givenUp.pop();
    }
    return false;
  }

  #step(left: number): "free" | "onwards" | "nowhere" {
    const { rights, starts, lefts } = this.#network;
    const level = this.#levels[left] ?? 0;
    for (let edge = this.#next[left] ?? 0; edge < (starts[left + 1] ?? 0); edge += 1) {
      this.#next[left] = edge;
      if (this.#pairs.has(edge)) continue;
      const right = rights[edge] ?? 0;
      if (this.#pairs.hasFreeRight(right)) return "free";
      const holder = this.#holderAt(right, level + 1);
      if (holder === undefined) continue;
      this.#givenUp.push(holder);
      this.#path.push(lefts[holder] ?? 0);
      return "onwards";
    }
    return "nowhere";
  }

  /** A chosen edge of a right node whose left end is on a level. */
  #holderAt(right: number, level: number): number | undefined {
    const start = this.#pairs.holderStarts[right] ?? 0;
    for (let place = start; place < start + (this.#pairs.rightLoads[right] ?? 0); place += 1) {
      const edge = this.#pairs.holders[place] ?? 0;
      if (this.#levels[this.#network.lefts[edge] ?? 0] === level) return edge;
    }
    return undefined;
  }

  #augment(): void {
    for (const edge of this.#givenUp) this.#pairs.release(edge);
    for (const left of this.#path) this.#pairs.choose(this.#next[left] ?? 0);
  }
}

/** What is not reached on the left and what is reached on the right: every pair touches it or is counted apart. */
function coverOf(network: Network, { levels, reachedRights }: Reach): Cover {
  const left = Uint8Array.from(levels, (level) => (level === NEVER ? 1 : 0));
  let bound = 0;
  for (const [node, capacity] of network.leftCapacities.entries()) bound += capacity * (left[node] ?? 0);
  for (const [node, capacity] of network.rightCapacities.entries())
    bound += capacity * (reachedRights[node] ?? 0);
  for (let edge = 0; edge < network.lefts.length; edge += 1)
    if (left[network.lefts[edge] ?? 0] === 0 && reachedRights[network.rights[edge] ?? 0] === 0) bound += 1;
  return { left, right: reachedRights, bound };
}
