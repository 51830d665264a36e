/** Each has a list: a few megabytes. */
const MOST_STEPS = 100_000;

/**
 * Entries in order of their distance, which is to be a whole number of steps: a list for each, as there are few. No
 * entry may come in at a distance that has been passed.
 *
 * R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", Communications of the ACM 12 (1969)
 * 632–633.
 */
export class DistanceQueue {
  /** Of the entry that came last. */
  distance = 0;
  /** Whether some distance was no whole number of steps, or too many of them: then the order is wrong. */
  isOutOfStep = false;
  readonly #step: number;
  readonly #lists: number[][] = [];
  #count = 0;
  #current = 0;

  constructor(step: number) {
    this.#step = step;
  }

  put(distance: number, entry: number): void {
    const at = Math.floor(distance / this.#step);
    if (at * this.#step !== distance || at > MOST_STEPS) {
      this.isOutOfStep = true;
      return;
    }
    while (this.#lists.length <= at) this.#lists.push([]);
    this.#lists[at]?.push(entry);
    this.#count += 1;
  }

  /** Takes out the nearest entry, of several the last to come in; `undefined` when there is none. */
  next(): number | undefined {
    if (this.#count === 0) return undefined;
    while (this.#lists[this.#current]?.length === 0) this.#current += 1;
    this.#count -= 1;
    this.distance = this.#current * this.#step;
    return this.#lists[this.#current]?.pop();
  }

  clear(): void {
    for (let at = this.#current; this.#count > 0; at += 1) {
      const list = this.#lists[at] ?? [];
      this.#count -= list.length;
      list.length = 0;
    }
    this.#current = 0;
  }
}
