import type { Rows, SeatCounts } from "./rows.ts";

/** Where left nodes look for seats. */
export interface Market {
  readonly rows: Rows;
  readonly counts: SeatCounts;
  /** Of a seat at each right node; may only rise. */
  readonly prices: Float64Array;
  /** An edge is worth what its value is over the lowest, times the factor. */
  readonly worthOf: { readonly lowest: number; readonly factor: number };
  /** Whether a right node has a seat that nobody holds: of equal gains it goes first. */
  readonly isFree: (right: number) => boolean;
}
