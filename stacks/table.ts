import { tableShape } from "@viceversa/core/resources.ts";
import type { Customer } from "./customers/schema.ts";

/** The one table: on demand, recoverable to any second, and protected unless the stage is a trial. */
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
