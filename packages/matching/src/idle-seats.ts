import type { Lot } from "./lot.ts";
import { sum } from "./rows.ts";

/** Which left seats stay empty: as many as there are more than pairs, and none that a node has to fill. */
export class IdleSeats {
  readonly places: number;
  readonly #limits: Int32Array;
  readonly #counts: Int32Array;
  #taken = 0;

  constructor({ counts, leftMinima, matched }: Pick<Lot, "counts" | "leftMinima" | "matched">) {
    this.places = sum(counts.left) - matched;
    this.#limits = counts.left.map((seats, left) => seats - (leftMinima?.[left] ?? 0));
    this.#counts = new Int32Array(counts.left.length);
  }

  hasFree(): boolean {
    return this.#taken < this.places;
  }

  /** Whether more are taken than there are places. */
  areTooMany(): boolean {
    return this.#taken > this.places;
  }

  /** How many seats a left node leaves empty. */
  of(left: number): number {
    return this.#counts[left] ?? 0;
  }

  /** How many more it may leave empty, if there are places. */
  roomOf(left: number): number {
    return this.places === 0 ? 0 : (this.#limits[left] ?? 0) - this.of(left);
  }

  take(left: number, seats: number): void {
    this.#counts[left] = this.of(left) + seats;
    this.#taken += seats;
  }

  giveBack(left: number): void {
    this.take(left, -1);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#taken = 0;
  }

  /** The left nodes that leave seats empty. */
  *holders(): Generator<number> {
    for (let left = 0; left < this.#counts.length; left += 1) if (this.of(left) > 0) yield left;
  }
}
