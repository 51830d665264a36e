import type { Rows, SeatCounts } from "./rows.ts";

/** What is to be assigned: how many pairs, and the values of edges, all of them whole steps over the lowest. */
export interface Lot {
  readonly rows: Rows;
  readonly counts: SeatCounts;
  /** How many pairs a left node has to be in at least; nobody has to without. */
  readonly leftMinima?: Int32Array | undefined;
  /** As many pairs as there can be, with regard to the minima, which is possible. */
  readonly matched: number;
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
}
