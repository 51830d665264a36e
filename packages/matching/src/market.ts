import type { Rows } from "./rows.ts";
import type { Seats } from "./seats.ts";

/** Where left nodes look for seats. */
export interface Market {
  readonly rows: Rows;
  readonly seats: Seats;
  /** Of a seat at each right node; may only rise. */
  readonly prices: Float64Array;
  /** An edge is worth what its value is over the lowest, times the factor. */
  readonly worthOf: { readonly lowest: number; readonly factor: number };
}
