/**
 * The one table as the domain sees it: a handful of operations whose conditions and changes are data.
 * An adapter renders them; every condition and every transaction stays visible in the verb that needs it.
 */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value | undefined };

/** A stored item: its key, its attributes and, where it is to be found by an index, that index's attributes. */
export type Item = Key & { readonly [name: string]: Value | undefined };

/** What must hold for a write. `attribute` is a top-level name. */
export type Condition =
  | { readonly is: "present" }
  | { readonly is: "absent" }
  | { readonly is: "equal"; readonly attribute: string; readonly value: Value }
  | { readonly is: "oneOf"; readonly attribute: string; readonly values: readonly Value[] }
  | { readonly is: "missing"; readonly attribute: string }
  | { readonly is: "below" | "above"; readonly attribute: string; readonly value: string | number }
  | { readonly is: "belowAttribute"; readonly attribute: string; readonly other: string }
  | { readonly is: "all" | "any"; readonly of: readonly Condition[] };

export const present: Condition = { is: "present" };
export const absent: Condition = { is: "absent" };
export const equal = (attribute: string, value: Value): Condition => ({ is: "equal", attribute, value });
export const oneOf = (attribute: string, values: readonly Value[]): Condition => ({
  is: "oneOf",
  attribute,
  values,
});
export const missing = (attribute: string): Condition => ({ is: "missing", attribute });
export const below = (attribute: string, value: string | number): Condition => ({
  is: "below",
  attribute,
  value,
});
export const above = (attribute: string, value: string | number): Condition => ({
  is: "above",
  attribute,
  value,
});
export const belowAttribute = (attribute: string, other: string): Condition => ({
  is: "belowAttribute",
  attribute,
  other,
});
export const all = (...of: Condition[]): Condition => ({ is: "all", of });
export const any = (...of: Condition[]): Condition => ({ is: "any", of });

/** What an update does to top-level attributes. `add` treats a missing attribute as zero. */
export interface Change {
  readonly set?: { readonly [attribute: string]: Value };
  readonly add?: { readonly [attribute: string]: number };
  readonly remove?: readonly string[];
}

export type Write =
  | { readonly write: "put"; readonly item: Item; readonly when?: Condition }
  | { readonly write: "update"; readonly key: Key; readonly change: Change; readonly when?: Condition }
  | { readonly write: "delete"; readonly key: Key; readonly when?: Condition }
  | { readonly write: "check"; readonly key: Key; readonly when: Condition };

/** A write that can stand alone; a mere check needs a transaction. */
export type SingleWrite = Exclude<Write, { write: "check" }>;

/** A write whose condition did not hold, with the item as it was found. */
export interface Refusal {
  readonly index: number;
  readonly found: Item | undefined;
}

export type Outcome =
  | { readonly committed: true }
  | { readonly committed: false; readonly refusals: readonly Refusal[] };

export type IndexName = "work" | "byProgramme" | "byPerson" | "byUpdated";

export interface QuerySpec {
  /** Without an index the base table is read, strongly. */
  readonly index?: IndexName;
  readonly partition: string;
  readonly sort?: { readonly beginsWith: string } | { readonly from?: string; readonly to?: string };
  readonly descending?: boolean;
  /** Between 1 and 1,000 items; a page may hold fewer. */
  readonly limit: number;
  /** Where to go on: `next` of the page before. */
  readonly after?: PageKey;
}

export type PageKey = { readonly [attribute: string]: string };

export interface Page {
  readonly items: readonly Item[];
  readonly next?: PageKey;
}

export interface Table {
  /** Reads strongly. */
  get(key: Key): Promise<Item | undefined>;
  /** Reads items strongly, in one round trip for each hundred; the answer has the order of the keys. */
  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  query(spec: QuerySpec): Promise<Page>;
  /** One write under its condition, without the price of a transaction. */
  write(write: SingleWrite): Promise<Outcome>;
  /** All or nothing; at most 100 writes, no two on one key. */
  transact(writes: readonly Write[]): Promise<Outcome>;
}

/** DynamoDB's own limit on the actions of one transaction. */
export const MAXIMUM_TRANSACTION_WRITES = 100;

export const put = (item: Item, when?: Condition): SingleWrite => ({
  write: "put",
  item,
  ...(when && { when }),
});
export const update = (key: Key, change: Change, when?: Condition): SingleWrite => ({
  write: "update",
  key,
  change,
  ...(when && { when }),
});
export const remove = (key: Key, when?: Condition): SingleWrite => ({
  write: "delete",
  key,
  ...(when && { when }),
});
export const check = (key: Key, when: Condition): Write => ({ write: "check", key, when });

/** The key of what a write touches. */
export const keyOf = (write: Write): Key =>
  write.write === "put" ? { pk: write.item.pk, sk: write.item.sk } : write.key;
