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

  /** Whether a left node may leave another seat empty, if there is a place. */
  mayTake(left: number): boolean {
    return this.places > 0 && (this.#counts[left] ?? 0) < (this.#limits[left] ?? 0);
  }

  /** The left nodes that leave seats empty. */
  *holders(): Generator<number> {
    for (let left = 0; left < this.#counts.length; left += 1) if ((this.#counts[left] ?? 0) > 0) yield left;
  }

  take(left: number): void {
    this.#change(left, 1);
  }

  giveBack(left: number): void {
    this.#change(left, -1);
  }

  #change(left: number, seats: number): void {
    this.#counts[left] = (this.#counts[left] ?? 0) + seats;
    this.#taken += seats;
  }
}
