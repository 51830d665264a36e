import type { SeatCounts } from "./rows.ts";

/** Nothing for a seat at each right node and, last, for staying without; without end where there is no seat. */
export function openingPrices({ right }: SeatCounts): Float64Array {
  const prices = new Float64Array(right.length + 1);
  for (let node = 0; node < right.length; node += 1)
    if (right[node] === 0) prices[node] = Number.POSITIVE_INFINITY;
  return prices;
}

/** Who has which seat while that changes: of each right node, which left nodes have its seats. */
export class Seats {
  readonly counts: SeatCounts;
  readonly leftLoads: Int32Array;
  readonly rightLoads: Int32Array;
  /** Those who have seats at a right node `j` are the first `rightLoads[j]` entries from `starts[j]` on. */
  readonly starts: Int32Array;
  readonly holders: Int32Array;
  /** What each holder's pair is worth. */
  readonly worths: Float64Array;
  /** How many seats of each right node are kept vacant. */
  readonly vacant: Int32Array;

  constructor(counts: SeatCounts) {
    this.counts = counts;
    this.leftLoads = new Int32Array(counts.left.length);
    this.rightLoads = new Int32Array(counts.right.length);
    this.starts = new Int32Array(counts.right.length + 1);
    for (let right = 0; right < counts.right.length; right += 1)
      this.starts[right + 1] = (this.starts[right] ?? 0) + (counts.right[right] ?? 0);
    this.holders = new Int32Array(this.starts.at(-1) ?? 0);
    this.worths = new Float64Array(this.holders.length);
    this.vacant = new Int32Array(counts.right.length);
  }

  has(left: number, right: number): boolean {
    const start = this.starts[right] ?? 0;
    const end = start + (this.rightLoads[right] ?? 0);
    for (let place = start; place < end; place += 1) if (this.holders[place] === left) return true;
    return false;
  }

  hasFreeLeft(left: number): boolean {
    return (this.leftLoads[left] ?? 0) < (this.counts.left[left] ?? 0);
  }

  hasFreeRight(right: number): boolean {
    return (this.rightLoads[right] ?? 0) + (this.vacant[right] ?? 0) < (this.counts.right[right] ?? 0);
  }

  /** Gives a left node a seat that is free at a right node where it has none. */
  give(left: number, right: number, worth: number): void {
    const load = this.rightLoads[right] ?? 0;
    const place = (this.starts[right] ?? 0) + load;
    this.holders[place] = left;
    this.worths[place] = worth;
    this.rightLoads[right] = load + 1;
    this.leftLoads[left] = (this.leftLoads[left] ?? 0) + 1;
  }

  /** Takes the seat back that a left node has at a right one. */
  take(left: number, right: number): void {
    const start = this.starts[right] ?? 0;
    let place = start;
    while (this.holders[place] !== left) place += 1;
    const last = start + (this.rightLoads[right] ?? 0) - 1;
    this.holders[place] = this.holders[last] ?? 0;
    this.worths[place] = this.worths[last] ?? 0;
    this.rightLoads[right] = last - start;
    this.leftLoads[left] = (this.leftLoads[left] ?? 0) - 1;
  }

  clear(): void {
    this.leftLoads.fill(0);
    this.rightLoads.fill(0);
    this.vacant.fill(0);
  }
}
