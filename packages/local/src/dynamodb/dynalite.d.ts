// The parts of dynalite that our transaction layer stands on; dynalite brings no types.
declare module "dynalite" {
  import type { Server } from "node:http";
  export default function dynalite(options: {
    path?: string;
    createTableMs: number;
    deleteTableMs: number;
    updateTableMs: number;
  }): Server;
}

declare module "dynalite/db/index.js" {
  export interface AttributeMap {
    [name: string]: Record<string, unknown>;
  }
  export interface TableDescription {
    TableName: string;
  }
  export type Callback<T> = (error: DynaliteError | null, value?: T) => void;
  export interface DynaliteError extends Error {
    statusCode?: number;
    body?: { __type: string; message?: string };
  }
  export interface ItemDb {
    lock(keys: string | string[], run: (release: <T>(callback: Callback<T>) => Callback<T>) => void): void;
    get(key: string, callback: Callback<AttributeMap>): void;
    put(key: string, value: AttributeMap, callback: Callback<void>): void;
    del(key: string, callback: Callback<void>): void;
  }
  export interface Store {
    options: unknown;
    db: {
      batch(
        operations: { type: "put" | "del"; key: string; value?: AttributeMap }[],
        callback: Callback<void>,
      ): void;
    };
    getTable(name: string, callback: Callback<TableDescription>): void;
    getItemDb(name: string): ItemDb;
    getIndexDb(type: string, table: string, index: string): Pick<ItemDb, "put" | "del">;
  }
  const db: {
    create(options: object): Store;
    createKey(item: AttributeMap, table: TableDescription): string;
    validateKey(key: AttributeMap, table: TableDescription): DynaliteError | null | undefined;
    checkConditional(data: object, item: AttributeMap | undefined): DynaliteError | null | undefined;
  };
  export default db;
}

declare module "dynalite/validations/index.js" {
  import type { DynaliteError, Store } from "dynalite/db/index.js";

  const validations: {
    checkTypes(data: object, types: object): object;
    checkValidations(data: object, types: object, custom: unknown, store: Store): DynaliteError | undefined;
  };
  export default validations;
}

declare module "dynalite/validations/*.js" {
  const validation: { types: object; custom: unknown };
  export default validation;
}

declare module "dynalite/actions/*.js" {
  import type { Callback, Store } from "dynalite/db/index.js";

  const action: (store: Store, data: object, callback: Callback<object>) => void;
  export default action;
}
