import { tableShape } from "@viceversa/core/resources.ts";
import type { Customer } from "./customers/schema.ts";

/**
 * The one table: on demand, encrypted as DynamoDB always does, recoverable to any second of five weeks, and
 * protected unless the stage is a trial. Recovery has its price: whoever may restore the table to two seconds can
 * tell what was written between them, an anonymous answer included. So only ops may, and no function.
 */
export function createTable({ isTrial }: Customer) {
  const attributes = [tableShape, ...Object.values(tableShape.indexes)].flatMap(
    ({ partitionKey, sortKey }) => [partitionKey, sortKey],
  );
  return new sst.aws.Dynamo("Table", {
    fields: Object.fromEntries(attributes.map((name) => [name, "string" as const])),
    primaryIndex: { hashKey: tableShape.partitionKey, rangeKey: tableShape.sortKey },
    globalIndexes: Object.fromEntries(
      Object.entries(tableShape.indexes).map(([name, { partitionKey, sortKey }]) => [
        name,
        { hashKey: partitionKey, rangeKey: sortKey },
      ]),
    ),
    ttl: tableShape.timeToLive,
    deletionProtection: !isTrial,
    transform: { table: { pointInTimeRecovery: { enabled: true } } },
  });
}
