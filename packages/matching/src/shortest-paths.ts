import { DistanceQueue } from "./distance-queue.ts";
import { IdleSeats } from "./idle-seats.ts";
import type { Lot } from "./lot.ts";
import { openingPrices, Seats } from "./seats.ts";
import { Shortlists } from "./shortlists.ts";

/** It gives up after so many looks at edges for each edge that there is, and for each node. */
const LOOKS = { forEachEdge: 3, forEachNode: 200 };
/** In place of a node: none. */
const NONE = -1;

/**
 * The greatest sum of values with as many pairs as there can be, one seat after the other, each along the shortest
 * augmenting path. Where values are few most of these have the length 0 and are found soon.
 *
 * A path looks at the shortlist of a left node first. By how much all its other edges are longer at least is known, and
 * mostly a free seat is found before their turn comes: then its row is not looked at.
 *
 * The left seats that stay empty are taken at `idleness`, a right node with a place for each of them. On the right there
 * is no need for the like: a seat that nobody has ever taken has the price 0.
 *
 * - R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
 *   problems", Computing 38 (1987) 325–340.
 * - A. Volgenant, "Linear and semi-assignment problems: a core oriented approach", Computers & Operations Research 23
 *   (1996) 917–932: few edges first, the others where prices call for them.
 */
export class ShortestPaths {
  readonly seats: Seats;
  /** What a seat of each left node and, last, a vacant one gives up: minus its gain. Only rises, once it is known. */
  readonly sacrifices: Float64Array;
  /** What a seat at each right node and, last, at `idleness` costs. Only rises. */
  readonly prices: Float64Array;
  readonly #lot: Lot;
  readonly #lists: Shortlists;
  readonly #idleness: number;
  readonly #idle: IdleSeats;
  /** How far nodes are from where the search began, from which node each was reached, and what that pair is worth. */
  readonly #leftDistances: Float64Array;
  readonly #rightDistances: Float64Array;
  readonly #leftFrom: Int32Array;
  readonly #rightFrom: Int32Array;
  readonly #worths: Float64Array;
  /** The nodes that the search has reached. */
  readonly #lefts: number[] = [];
  readonly #rights: number[] = [];
  /** Right nodes as they are; left nodes, with the shortlist or the row to look at, as `#listOf` and `#rowOf` say. */
  readonly #queue: DistanceQueue;
  /** The length of the shortest path to a free seat, and where that is. */
  #length = Number.POSITIVE_INFINITY;
  #end = NONE;
  #looksLeft: number;

  constructor(lot: Lot) {
    const { rows, counts, lowest, step } = lot;
    const leftCount = counts.left.length;
    const rightCount = counts.right.length;
    this.#lot = lot;
    this.seats = new Seats(counts);
    this.sacrifices = new Float64Array(leftCount + 1);
    this.prices = openingPrices(counts);
    this.#lists = new Shortlists({
      rows,
      seats: this.seats,
      prices: this.prices,
      worthOf: { lowest, factor: 1 },
    });
    this.#idleness = rightCount;
    this.#idle = new IdleSeats(lot);
    this.#leftDistances = new Float64Array(leftCount).fill(Number.POSITIVE_INFINITY);
    this.#rightDistances = new Float64Array(rightCount + 1).fill(Number.POSITIVE_INFINITY);
    this.#leftFrom = new Int32Array(leftCount);
    this.#rightFrom = new Int32Array(rightCount + 1);
    this.#worths = new Float64Array(rightCount + 1);
    this.#queue = new DistanceQueue(step);
    this.#looksLeft = LOOKS.forEachEdge * rows.rights.length + LOOKS.forEachNode * (leftCount + rightCount);
  }

  /** Serves everybody; tells whether it did, or gave up because that takes long or some value is out of step. */
  run(): boolean {
    const { left: counts } = this.#lot.counts;
    for (let left = 0; left < counts.length; left += 1) {
      const seats = counts[left] ?? 0;
      if (seats > 0) this.#begin(left);
      for (let seat = 0; seat < seats; seat += 1) {
        this.#search(left);
        if (this.#looksLeft < 0 || this.#queue.isOutOfStep) return false;
        this.#augment(left);
        this.#reprice();
      }
    }
    return true;
  }

  /** Takes for a left node's gain what its best seat gains. */
  #begin(left: number): void {
    const best = this.#renew(left);
    this.sacrifices[left] = -(this.#idle.roomOf(left) > 0 ? Math.max(best, 0 - this.#idlePrice()) : best);
  }

  #renew(left: number): number {
    const { starts } = this.#lot.rows;
    this.#looksLeft -= (starts[left + 1] ?? 0) - (starts[left] ?? 0);
    return this.#lists.renew(left);
  }

  #idlePrice(): number {
    return this.prices[this.#idleness] ?? 0;
  }

  #listOf(left: number): number {
    return -1 - left;
  }

  #rowOf(left: number): number {
    return -1 - this.#leftDistances.length - left;
  }

  /** Finds the shortest path from a left node to a free seat. */
  #search(source: number): void {
    this.#length = Number.POSITIVE_INFINITY;
    this.#end = NONE;
    this.#reachLeft(source, 0, NONE);
    for (let entry = this.#queue.next(); entry !== undefined; entry = this.#queue.next()) {
      const { distance } = this.#queue;
      if (distance >= this.#length || this.#looksLeft < 0 || this.#queue.isOutOfStep) break;
      if (entry >= 0) this.#lookAtHolders(entry, distance);
      else if (entry >= -this.#leftDistances.length) this.#lookAtList(-1 - entry, distance);
      else this.#lookAtRow(-1 - entry - this.#leftDistances.length, distance);
    }
    this.#queue.clear();
  }

  #reachLeft(left: number, distance: number, from: number): void {
    const before = this.#leftDistances[left] ?? 0;
    if (distance >= before || distance >= this.#length) return;
    if (before === Number.POSITIVE_INFINITY) this.#lefts.push(left);
    this.#leftDistances[left] = distance;
    this.#leftFrom[left] = from;
    this.#queue.put(distance, this.#listOf(left));
  }

  #reachRight(right: number, distance: number, from: number, worth: number): void {
    const before = this.#rightDistances[right] ?? 0;
    if (distance >= before || distance >= this.#length) return;
    if (before === Number.POSITIVE_INFINITY) this.#rights.push(right);
    this.#rightDistances[right] = distance;
    this.#rightFrom[right] = from;
    this.#worths[right] = worth;
    if (this.#hasFreeSeat(right)) {
      this.#length = distance;
      this.#end = right;
    } else this.#queue.put(distance, right);
  }

  #hasFreeSeat(right: number): boolean {
    return right === this.#idleness ? this.#idle.hasFree() : this.seats.hasFreeRight(right);
  }

  #lookAtList(left: number, distance: number): void {
    if (this.#leftDistances[left] !== distance) return;
    const base = distance - (this.sacrifices[left] ?? 0);
    const { starts, ends, rights, worths } = this.#lists;
    const end = ends[left] ?? 0;
    this.#looksLeft -= end - (starts[left] ?? 0);
    for (let place = starts[left] ?? 0; place < end; place += 1)
      this.#lookAt(left, rights[place] ?? 0, worths[place] ?? 0, base);
    if (this.#idle.roomOf(left) > 0) this.#reachRight(this.#idleness, base + this.#idlePrice(), left, 0);
    const others = this.#distanceOfOthers(left);
    if (others < this.#length) this.#queue.put(others, this.#rowOf(left));
  }

  /** No right node that is not on the shortlist of a left node is nearer over it. */
  #distanceOfOthers(left: number): number {
    const distance = this.#leftDistances[left] ?? 0;
    const limit = this.#lists.limits[left] ?? 0;
    return Math.max(distance, distance - (this.sacrifices[left] ?? 0) - limit);
  }

  #lookAtRow(left: number, distance: number): void {
    if (this.#distanceOfOthers(left) !== distance) return;
    const { starts, rights, values, least } = this.#lot.rows;
    const base = (this.#leftDistances[left] ?? 0) - (this.sacrifices[left] ?? 0);
    const end = starts[left + 1] ?? 0;
    this.#renew(left);
    for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
      const value = values[edge] ?? 0;
      if (value >= least) this.#lookAt(left, rights[edge] ?? 0, value - this.#lot.lowest, base);
    }
  }

  /** Over an edge that is taken no path leads from left to right: it may be worth more than it costs. */
  #lookAt(left: number, right: number, worth: number, base: number): void {
    const distance = base + (this.prices[right] ?? 0) - worth;
    if (distance >= this.#length || distance >= (this.#rightDistances[right] ?? 0)) return;
    if (!this.seats.has(left, right)) this.#reachRight(right, distance, left, worth);
  }

  /** Goes on to those who may have to give up a seat. */
  #lookAtHolders(right: number, distance: number): void {
    if (this.#rightDistances[right] !== distance) return;
    if (right === this.#idleness) {
      for (const left of this.#idle.holders()) this.#reachHolder(left, 0, right);
      return;
    }
    const { starts, holders, worths, rightLoads } = this.seats;
    const start = starts[right] ?? 0;
    const end = start + (rightLoads[right] ?? 0);
    for (let place = start; place < end; place += 1)
      this.#reachHolder(holders[place] ?? 0, worths[place] ?? 0, right);
  }

  #reachHolder(left: number, worth: number, right: number): void {
    const loss = worth - (this.prices[right] ?? 0) + (this.sacrifices[left] ?? 0);
    this.#reachLeft(left, (this.#rightDistances[right] ?? 0) + loss, right);
  }

  /** Moves everybody on the path to the seat that it has found for her. */
  #augment(source: number): void {
    for (let right = this.#end; right !== NONE; ) {
      const left = this.#rightFrom[right] ?? 0;
      if (right === this.#idleness) this.#idle.take(left, 1);
      else this.seats.give(left, right, this.#worths[right] ?? 0);
      right = left === source ? NONE : (this.#leftFrom[left] ?? 0);
      if (right === this.#idleness) this.#idle.giveBack(left);
      else if (right !== NONE) this.seats.take(left, right);
    }
  }

  /** Lets everything nearer than the seat that was found become dearer, so that no edge is worth more than it costs. */
  #reprice(): void {
    for (const left of this.#lefts) {
      const nearer = this.#length - (this.#leftDistances[left] ?? 0);
      if (nearer > 0) this.sacrifices[left] = (this.sacrifices[left] ?? 0) + nearer;
      this.#leftDistances[left] = Number.POSITIVE_INFINITY;
    }
    for (const right of this.#rights) {
      const nearer = this.#length - (this.#rightDistances[right] ?? 0);
      if (nearer > 0) this.prices[right] = (this.prices[right] ?? 0) + nearer;
      this.#rightDistances[right] = Number.POSITIVE_INFINITY;
    }
    this.#lefts.length = 0;
    this.#rights.length = 0;
  }
}
