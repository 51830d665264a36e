import deleteItem from "dynalite/actions/deleteItem.js";
import putItem from "dynalite/actions/putItem.js";
import updateItem from "dynalite/actions/updateItem.js";
import db, { type AttributeMap, type Callback, type DynaliteError, type Store } from "dynalite/db/index.js";
import deleteItemRules from "dynalite/validations/deleteItem.js";
import validations from "dynalite/validations/index.js";
import putItemRules from "dynalite/validations/putItem.js";
import updateItemRules from "dynalite/validations/updateItem.js";
import { DynamoFailure } from "./failure.ts";

/** One write as the protocol spells it, with the table and the key that it touches. */
export interface ItemRequest {
  readonly TableName: string;
  readonly Key?: AttributeMap;
  readonly Item?: AttributeMap;
  readonly ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE";
  readonly [parameter: string]: unknown;
}

type Operation = { type: "put" | "del"; key: string; value?: AttributeMap };

/** What a write would change in the store, and what it answers. Nothing has been written yet. */
export interface Planned {
  readonly operations: readonly Operation[];
  readonly answer: object;
}

const kinds = {
  Put: { action: putItem, rules: putItemRules },
  Update: { action: updateItem, rules: updateItemRules },
  Delete: { action: deleteItem, rules: deleteItemRules },
  ConditionCheck: { action: deleteItem, rules: deleteItemRules },
} as const;

export type WriteKind = keyof typeof kinds;

/** Checks types and expressions as dynalite does for a single write; the parsed expressions stay on the data. */
export function validated(store: Store, kind: WriteKind, request: ItemRequest): ItemRequest {
  const { rules } = kinds[kind];
  // dynalite deletes the parameters that it does not know, this one among them.
  const { ReturnValuesOnConditionCheckFailure } = request;
  const data = validations.checkTypes(request, rules.types) as ItemRequest;
  const failure = validations.checkValidations(data, rules.types, rules.custom, store);
  if (failure) throw failure;
  return Object.assign(data, { ReturnValuesOnConditionCheckFailure });
}

const called = <T>(run: (callback: Callback<T>) => void): Promise<T | undefined> =>
  new Promise((resolve, reject) => run((error, value) => (error ? reject(error) : resolve(value))));

/** The store's own key of the item that a write touches. */
export async function lockKeyOf(store: Store, { TableName, Key, Item }: ItemRequest): Promise<string> {
  const table = await called((callback) => store.getTable(TableName, callback as Callback<unknown>));
  return db.createKey((Key ?? Item) as AttributeMap, table as Parameters<typeof db.createKey>[1]);
}

/** Runs with the locks of all these items of one table; dynalite's own single writes take the same ones. */
export async function withLocks<T>(
  store: Store,
  table: string,
  keys: string[],
  run: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    store.getItemDb(table).lock([...new Set(keys)].sort(), (release) => {
      const done = release<T>((error, value) => (error ? reject(error) : resolve(value as T)));
      run().then(
        (value) => done(null, value),
        (error) => done(error as DynaliteError),
      );
    });
  });
}

/**
 * Runs dynalite's action against an overlay that records instead of writing.
 *
 * @throws DynamoFailure  the condition does not hold; with the item when the request asks for it
 */
export async function plan(store: Store, kind: WriteKind, data: ItemRequest): Promise<Planned> {
  const operations: Operation[] = [];
  let found: AttributeMap | undefined;
  const recorder = (prefix: string) => ({
    put(key: string, value: AttributeMap, callback: Callback<void>) {
      operations.push({ type: "put", key: prefix + key, value });
      callback(null);
    },
    del(key: string, callback: Callback<void>) {
      operations.push({ type: "del", key: prefix + key });
      callback(null);
    },
  });
  const overlay: Store = {
    ...store,
    getTable: store.getTable,
    getItemDb: (name) => ({
      ...recorder(`item-${name}~`),
      lock: (_keys, run) => run((callback) => callback),
      get: (key, callback) =>
        store.getItemDb(name).get(key, (error, item) => {
          found = item;
          callback(error, item);
        }),
    }),
    getIndexDb: (type, table, index) => recorder(`index-${type.toLowerCase()}~${table}~${index}~`),
  };
  try {
    const answer = await called((callback: Callback<object>) => kinds[kind].action(overlay, data, callback));
    return { operations: kind === "ConditionCheck" ? [] : operations, answer: answer ?? {} };
  } catch (error) {
    throw withItem(error, data, found);
  }
}

function withItem(error: unknown, data: ItemRequest, found: AttributeMap | undefined): unknown {
  const body = (error as DynaliteError).body;
  if (!body?.__type.endsWith("#ConditionalCheckFailedException")) return error;
  const asked = data.ReturnValuesOnConditionCheckFailure === "ALL_OLD" && found !== undefined;
  return new DynamoFailure("ConditionalCheckFailedException", {
    message: "The conditional request failed",
    ...(asked && { Item: found }),
  });
}

/** Writes items and index rows together: a kill leaves all of them or none. */
export const apply = (store: Store, operations: readonly Operation[]): Promise<void> =>
  called<void>((callback) => store.db.batch([...operations], callback)) as Promise<void>;
