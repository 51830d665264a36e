import { createHash } from "node:crypto";
import type { Store } from "dynalite/db/index.js";
import { DynamoFailure, validationFailure } from "./failure.ts";
import {
  apply,
  type ItemRequest,
  lockKeyOf,
  type Planned,
  plan,
  validated,
  type WriteKind,
  withLocks,
} from "./writes.ts";

/** DynamoDB's limits on one transaction. */
const MAXIMUM_ACTIONS = 100;
const MAXIMUM_BYTES = 4 * 1024 * 1024;
/** How long DynamoDB knows a client's token. */
const TOKEN_MILLISECONDS = 10 * 60_000;

interface TransactRequest {
  readonly TransactItems?: readonly Partial<Record<WriteKind, ItemRequest>>[];
  readonly ClientRequestToken?: string;
  readonly ReturnConsumedCapacity?: string;
}

interface Action {
  readonly kind: WriteKind;
  readonly data: ItemRequest;
  readonly lockKey: string;
}

/** `TransactWriteItems` beside dynalite: its locks, its validation and its actions, and one batch at the end. */
export class Transactions {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #tokens = new Map<string, { fingerprint: string; at: number }>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async write(request: TransactRequest): Promise<object> {
    const actions = await this.#actions(request);
    const table = actions[0]?.data.TableName ?? "";
    const keys = actions.map(({ lockKey }) => lockKey);
    return withLocks(this.#store, table, keys, async () => {
      if (this.#repeated(request)) return this.#answer(request, actions);
      const planned = await this.#planned(actions);
      await apply(
        this.#store,
        planned.flatMap(({ operations }) => [...operations]),
      );
      this.#remember(request);
      return this.#answer(request, actions);
    });
  }

  async #actions({ TransactItems = [] }: TransactRequest): Promise<Action[]> {
    if (TransactItems.length < 1 || TransactItems.length > MAXIMUM_ACTIONS) {
      throw validationFailure("Member must have length less than or equal to 100");
    }
    if (Buffer.byteLength(JSON.stringify(TransactItems)) > MAXIMUM_BYTES) {
      throw validationFailure("Transaction request cannot be larger than 4 MB");
    }
    const actions: Action[] = [];
    for (const entry of TransactItems) {
      const [kind, request] = Object.entries(entry)[0] as [WriteKind, ItemRequest];
      const data = validated(this.#store, kind, request);
      actions.push({ kind, data, lockKey: await lockKeyOf(this.#store, data) });
    }
    if (new Set(actions.map(({ data }) => data.TableName)).size > 1) {
      throw validationFailure("The embedded cloud holds one table; a transaction over two is not supported");
    }
    if (new Set(actions.map(({ lockKey }) => lockKey)).size < actions.length) {
      throw validationFailure("Transaction request cannot include multiple operations on one item");
    }
    return actions;
  }

  async #planned(actions: readonly Action[]): Promise<Planned[]> {
    const outcomes = await Promise.allSettled(actions.map(({ kind, data }) => plan(this.#store, kind, data)));
    if (outcomes.every((outcome) => outcome.status === "fulfilled"))
      return outcomes.map(({ value }) => value);
    const reasons = outcomes.map((outcome) => {
      if (outcome.status === "fulfilled") return { Code: "None" };
      if (!(outcome.reason instanceof DynamoFailure)) throw outcome.reason;
      const { message, Item } = outcome.reason.body;
      return { Code: "ConditionalCheckFailed", Message: message, ...(Item !== undefined && { Item }) };
    });
    throw new DynamoFailure("TransactionCanceledException", {
      Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(", ")}]`,
      CancellationReasons: reasons,
    });
  }

  #repeated(request: TransactRequest): boolean {
    const known = this.#tokens.get(request.ClientRequestToken ?? "");
    if (!known || this.#now() - known.at > TOKEN_MILLISECONDS) return false;
    if (known.fingerprint === fingerprint(request)) return true;
    throw new DynamoFailure("IdempotentParameterMismatchException", {
      Message: "The token was used with other parameters",
    });
  }

  #remember(request: TransactRequest): void {
    for (const [token, { at }] of this.#tokens) {
      if (this.#now() - at <= TOKEN_MILLISECONDS) break;
      this.#tokens.delete(token);
    }
    if (request.ClientRequestToken) {
      this.#tokens.set(request.ClientRequestToken, { fingerprint: fingerprint(request), at: this.#now() });
    }
  }

  /** A transactional write costs two units per action and started kilobyte of what was sent. */
  #answer({ ReturnConsumedCapacity = "NONE" }: TransactRequest, actions: readonly Action[]): object {
    if (ReturnConsumedCapacity === "NONE") return {};
    const units = actions.reduce(
      (sum, { data }) =>
        sum + 2 * Math.ceil(Buffer.byteLength(JSON.stringify(data.Item ?? data.Key)) / 1_024),
      0,
    );
    return { ConsumedCapacity: [{ TableName: actions[0]?.data.TableName, CapacityUnits: units }] };
  }
}

const fingerprint = ({ TransactItems }: TransactRequest): string =>
  createHash("sha256").update(JSON.stringify(TransactItems)).digest("base64");
