import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { invariant } from "@viceversa/core/invariant.ts";
import { tableShape } from "@viceversa/core/resources.ts";
import {
  type Item,
  type Key,
  MAXIMUM_TRANSACTION_WRITES,
  type Outcome,
  type Page,
  type PageKey,
  type QuerySpec,
  type SingleWrite,
  type Table,
  type Write,
} from "@viceversa/core/table.ts";
import { conditionExpression, Placeholders, updateExpression } from "./expressions.ts";
import { TableUsage } from "./usage.ts";

/** BatchGetItem's own limit. */
const MAXIMUM_BATCH_KEYS = 100;
/** A batch answers in parts when it is large or the table is throttled; more rounds than this is a fault. */
const MAXIMUM_BATCH_ROUNDS = 20;
/** Conflicts between transactions pass quickly: at the eighth try one has waited for about a second. */
const MAXIMUM_CONFLICT_ROUNDS = 8;
const FIRST_WAIT_MILLISECONDS = 5;
/** Why a transaction was cancelled that may be sent again as it is. */
const retryable = new Set([
  "None",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

const committed: Outcome = { committed: true };
const keyText = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** The table port on DynamoDB. */
export class DynamoTable implements Table {
  readonly usage = new TableUsage();
  readonly #client: DynamoDBDocumentClient;
  readonly #name: string;

  constructor(client: DynamoDBDocumentClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async get(key: Key): Promise<Item | undefined> {
    const answer = await this.#client.send(
      new GetCommand({
        TableName: this.#name,
        Key: { ...key },
        ConsistentRead: true,
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    this.usage.count([answer.ConsumedCapacity]);
    return answer.Item as Item | undefined;
  }

  async getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    const found = new Map<string, Item>();
    const unique = [...new Map(keys.map(({ pk, sk }) => [keyText({ pk, sk }), { pk, sk }])).values()];
    for (let at = 0; at < unique.length; at += MAXIMUM_BATCH_KEYS) {
      for (const item of await this.#batch(unique.slice(at, at + MAXIMUM_BATCH_KEYS))) {
        found.set(keyText(item), item);
      }
    }
    return keys.map((key) => found.get(keyText(key)));
  }

  async #batch(keys: { pk: string; sk: string }[]): Promise<Item[]> {
    const items: Item[] = [];
    let asked = keys;
    for (let round = 0; asked.length > 0; round += 1) {
      invariant(round < MAXIMUM_BATCH_ROUNDS, "a batch is answered within twenty rounds");
      const answer: BatchGetCommandOutput = await this.#client.send(
        new BatchGetCommand({
          RequestItems: { [this.#name]: { Keys: asked, ConsistentRead: true } },
          ReturnConsumedCapacity: "TOTAL",
        }),
      );
      this.usage.count(answer.ConsumedCapacity ?? []);
      items.push(...((answer.Responses?.[this.#name] ?? []) as Item[]));
      asked = (answer.UnprocessedKeys?.[this.#name]?.Keys ?? []) as { pk: string; sk: string }[];
    }
    return items;
  }

  async query(spec: QuerySpec): Promise<Page> {
    invariant(spec.limit >= 1 && spec.limit <= 1_000, "a query has a limit between 1 and 1,000");
    const at = new Placeholders();
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#name,
        ...(spec.index && { IndexName: spec.index }),
        ConsistentRead: spec.index === undefined,
        KeyConditionExpression: keyExpression(spec, at),
        ...at.parameters(),
        ScanIndexForward: !spec.descending,
        Limit: spec.limit,
        ...(spec.after && { ExclusiveStartKey: { ...spec.after } }),
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    this.usage.count([answer.ConsumedCapacity]);
    return {
      items: (answer.Items ?? []) as Item[],
      ...(answer.LastEvaluatedKey && { next: answer.LastEvaluatedKey as PageKey }),
    };
  }

  async write(write: SingleWrite, round = 1): Promise<Outcome> {
    try {
      this.usage.count([await this.#single(write)]);
      return committed;
    } catch (error) {
      this.usage.count([]);
      if (error instanceof TransactionConflictException && round < MAXIMUM_CONFLICT_ROUNDS) {
        await waitBefore(round);
        return this.write(write, round + 1);
      }
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return {
        committed: false,
        refusals: [{ index: 0, found: error.Item && (unmarshall(error.Item) as Item) }],
      };
    }
  }

  async transact(writes: readonly Write[]): Promise<Outcome> {
    invariant(writes.length > 0 && writes.length <= MAXIMUM_TRANSACTION_WRITES, "1 to 100 writes");
    const TransactItems = writes.map((write) => this.#action(write));
    for (let round = 1; ; round += 1) {
      try {
        const answer = await this.#client.send(
          new TransactWriteCommand({ TransactItems, ReturnConsumedCapacity: "TOTAL" }),
        );
        this.usage.count(answer.ConsumedCapacity ?? []);
        return committed;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        this.usage.count([]);
        const reasons = error.CancellationReasons ?? [];
        const refusals = reasons.flatMap(({ Code, Item: found }, index) =>
          Code === "ConditionalCheckFailed" ? [{ index, found: found && (unmarshall(found) as Item) }] : [],
        );
        if (refusals.length > 0) return { committed: false, refusals };
        const mayRetry = reasons.every(({ Code }) => retryable.has(Code ?? ""));
        if (!mayRetry || round >= MAXIMUM_CONFLICT_ROUNDS) throw error;
        await waitBefore(round);
      }
    }
  }

  async #single(write: SingleWrite) {
    const at = new Placeholders();
    const common = {
      TableName: this.#name,
      ...(write.when && { ConditionExpression: conditionExpression(write.when, at) }),
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      ReturnConsumedCapacity: "TOTAL",
    } as const;
    switch (write.write) {
      case "put": {
        const command = new PutCommand({ ...common, Item: { ...write.item }, ...at.parameters() });
        return (await this.#client.send(command)).ConsumedCapacity;
      }
      case "update": {
        const UpdateExpression = updateExpression(write.change, at);
        const command = new UpdateCommand({
          ...common,
          Key: { ...write.key },
          UpdateExpression,
          ...at.parameters(),
        });
        return (await this.#client.send(command)).ConsumedCapacity;
      }
      default: {
        const command = new DeleteCommand({ ...common, Key: { ...write.key }, ...at.parameters() });
        return (await this.#client.send(command)).ConsumedCapacity;
      }
    }
  }

  #action(write: Write): NonNullable<TransactWriteCommandInput["TransactItems"]>[number] {
    const at = new Placeholders();
    const condition = { ConditionExpression: write.when && conditionExpression(write.when, at) };
    const common = {
      TableName: this.#name,
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    } as const;
    switch (write.write) {
      case "put":
        return { Put: { ...common, ...condition, Item: { ...write.item }, ...at.parameters() } };
      case "update": {
        const UpdateExpression = updateExpression(write.change, at);
        return {
          Update: { ...common, ...condition, Key: { ...write.key }, UpdateExpression, ...at.parameters() },
        };
      }
      case "delete":
        return { Delete: { ...common, ...condition, Key: { ...write.key }, ...at.parameters() } };
      default:
        return { ConditionCheck: { ...common, ...condition, Key: { ...write.key }, ...at.parameters() } };
    }
  }
}

/** Longer each time, and never as long as somebody else who met the same conflict. */
const waitBefore = (round: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MILLISECONDS * 2 ** round * Math.random()));

function keyExpression({ index, partition, sort }: QuerySpec, at: Placeholders): string {
  const { partitionKey, sortKey } = index ? tableShape.indexes[index] : tableShape;
  const inPartition = `${at.name(partitionKey)} = ${at.value(partition)}`;
  if (!sort) return inPartition;
  if ("beginsWith" in sort)
    return `${inPartition} AND begins_with(${at.name(sortKey)}, ${at.value(sort.beginsWith)})`;
  const name = at.name(sortKey);
  if (sort.from !== undefined && sort.to !== undefined) {
    return `${inPartition} AND ${name} BETWEEN ${at.value(sort.from)} AND ${at.value(sort.to)}`;
  }
  if (sort.from !== undefined) return `${inPartition} AND ${name} >= ${at.value(sort.from)}`;
  if (sort.to !== undefined) return `${inPartition} AND ${name} <= ${at.value(sort.to)}`;
  return inPartition;
}
