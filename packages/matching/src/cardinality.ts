import type { Cover } from "./problem.ts";
import { firstLook, type Rows, type SeatCounts, seatCounts, sum } from "./rows.ts";
import { Seats } from "./seats.ts";

/** The level of a left node that a search has not reached, or has left for good. */
const NEVER = -1;

/**
 * As many pairs as there can be, and a cover that proves it.
 *
 * J. E. Hopcroft and R. M. Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM Journal on
 * Computing 2 (1973) 225–231, section 3: phases of shortest augmenting paths. With capacities it is Dinic's
 * algorithm on a network whose edges carry one unit; the cover is its minimum cut (with capacities of 1: König's).
 */
export function largest(
  rows: Rows,
  counts: SeatCounts = seatCounts(rows),
): { readonly matched: number; readonly cover: Cover } {
  // A left node with more capacity than edges is never full, and so needs no place in the cover.
  const seats = new Seats({ left: rows.leftCapacities, right: counts.right });
  seatGreedily(rows, seats);
  for (;;) {
    const reach = reachFrom(rows, seats);
    if (!reach.endsFree) return { matched: sum(seats.leftLoads), cover: coverOf(rows, reach) };
    new Phase(rows, seats, reach.levels).run();
  }
}

/** A first come, first served start. Each begins to look elsewhere, so that not all find the same seats taken. */
function seatGreedily({ starts, rights, values, least }: Rows, seats: Seats): void {
  for (let left = 0; left + 1 < starts.length; left += 1) {
    const start = starts[left] ?? 0;
    const length = (starts[left + 1] ?? 0) - start;
    const first = firstLook(left, length);
    for (let at = 0; at < length && seats.hasFreeLeft(left); at += 1) {
      const edge = start + ((first + at) % length);
      const right = rights[edge] ?? 0;
      if ((values[edge] ?? 0) >= least && seats.hasFreeRight(right)) seats.give(left, right, 0);
    }
  }
}

interface Reach {
  /** How many pairs must change before a left node gains a seat to give away; negative when it never does. */
  readonly levels: Int32Array;
  readonly reachedRights: Uint8Array;
  /** Whether a free right node was reached: then there is an augmenting path. */
  readonly endsFree: boolean;
}

/**
 * Alternating breadth-first search from all free left nodes, up to the level that sees a free right node. On that level
 * it stops when each free left node has seen one: what it leaves out then are nodes of the next level, which shortest
 * paths do not need.
 */
function reachFrom({ starts, rights, values, least }: Rows, seats: Seats): Reach {
  const levels = new Int32Array(seats.leftLoads.length).fill(NEVER);
  const roots = new Int32Array(seats.leftLoads.length);
  const reachedRights = new Uint8Array(seats.rightLoads.length);
  const queue: number[] = [];
  for (let left = 0; left < levels.length; left += 1) {
    if (!seats.hasFreeLeft(left)) continue;
    levels[left] = 0;
    roots[left] = left;
    queue.push(left);
  }
  const seeing = new Set<number>();
  const rootCount = queue.length;
  let lastLevel = Number.POSITIVE_INFINITY;
  for (const left of queue) {
    const level = levels[left] ?? 0;
    const root = roots[left] ?? 0;
    if (level > lastLevel || seeing.size === rootCount) break;
    const end = starts[left + 1] ?? 0;
    for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
      const right = rights[edge] ?? 0;
      if (reachedRights[right] === 1 || (values[edge] ?? 0) < least || seats.has(left, right)) continue;
      reachedRights[right] = 1;
      if (seats.hasFreeRight(right)) {
        lastLevel = level;
        seeing.add(root);
      }
      const start = seats.starts[right] ?? 0;
      for (let place = start; place < start + (seats.rightLoads[right] ?? 0); place += 1) {
        const holder = seats.holders[place] ?? 0;
        if (levels[holder] !== NEVER) continue;
        levels[holder] = level + 1;
        roots[holder] = root;
        queue.push(holder);
      }
    }
  }
  return { levels, reachedRights, endsFree: Number.isFinite(lastLevel) };
}

/** One phase: augmenting paths along rising levels until none is left. */
class Phase {
  readonly #rows: Rows;
  readonly #seats: Seats;
  readonly #levels: Int32Array;
  /** The edge that each left node tries next. */
  readonly #next: Uint32Array;
  /** The left nodes of the path so far. */
  readonly #path: number[] = [];

  constructor(rows: Rows, seats: Seats, levels: Int32Array) {
    this.#rows = rows;
    this.#seats = seats;
    this.#levels = levels;
    this.#next = rows.starts.slice();
  }

  run(): void {
    for (let left = 0; left < this.#levels.length; left += 1)
      while (this.#levels[left] === 0 && this.#seats.hasFreeLeft(left) && this.#reachesFree(left))
        this.#augment();
  }

  #reachesFree(root: number): boolean {
    this.#path.length = 0;
    this.#path.push(root);
    for (let left: number | undefined = root; left !== undefined; left = this.#path.at(-1)) {
      const step = this.#step(left);
      if (step === "free") return true;
      if (step === "onwards") continue;
      this.#levels[left] = NEVER;
      this.#path.pop();
    }
    return false;
  }

  #step(left: number): "free" | "onwards" | "nowhere" {
    const { rights, starts, values, least } = this.#rows;
    const level = this.#levels[left] ?? 0;
    for (let edge = this.#next[left] ?? 0; edge < (starts[left + 1] ?? 0); edge += 1) {
      this.#next[left] = edge;
      const right = rights[edge] ?? 0;
      if ((values[edge] ?? 0) < least || this.#seats.has(left, right)) continue;
      if (this.#seats.hasFreeRight(right)) return "free";
      const holder = this.#holderAt(right, level + 1);
      if (holder === undefined) continue;
      this.#path.push(holder);
      return "onwards";
    }
    return "nowhere";
  }

  /** Who has a seat of a right node and is on a level. */
  #holderAt(right: number, level: number): number | undefined {
    const { starts, rightLoads, holders } = this.#seats;
    const start = starts[right] ?? 0;
    for (let place = start; place < start + (rightLoads[right] ?? 0); place += 1) {
      const holder = holders[place] ?? 0;
      if (this.#levels[holder] === level) return holder;
    }
    return undefined;
  }

  /** Each of the path takes the seat that the next one gives up, and the last one a free seat. */
  #augment(): void {
    const seatOf = (left: number): number => this.#rows.rights[this.#next[left] ?? 0] ?? 0;
    for (const [place, left] of this.#path.slice(1).entries())
      this.#seats.take(left, seatOf(this.#path[place] ?? 0));
    for (const left of this.#path) this.#seats.give(left, seatOf(left), 0);
  }
}

/** What is not reached on the left and what is reached on the right: every pair touches it or is counted apart. */
function coverOf(rows: Rows, { levels, reachedRights }: Reach): Cover {
  const { starts, rights, values, least, leftCapacities, rightCapacities } = rows;
  const left = Uint8Array.from(levels, (level) => (level === NEVER ? 1 : 0));
  let bound = 0;
  for (let node = 0; node < left.length; node += 1) {
    if (left[node] === 1) bound += leftCapacities[node] ?? 0;
    else
      for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1)
        if (reachedRights[rights[edge] ?? 0] === 0 && (values[edge] ?? 0) >= least) bound += 1;
  }
  for (const [node, capacity] of rightCapacities.entries()) bound += capacity * (reachedRights[node] ?? 0);
  return { left, right: reachedRights, bound };
}
