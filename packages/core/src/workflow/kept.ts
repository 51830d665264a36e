import type { Item } from "../table.ts";

/** An entity as synchronising has read it: itself, its whole partition, and the mark that asked. */
export interface Kept {
  readonly stored: Item;
  readonly partition: readonly Item[];
  readonly markId: string;
}

/** What was read is old: the mark still stands, and the message comes again. */
export class ChangedMeanwhile extends Error {}
