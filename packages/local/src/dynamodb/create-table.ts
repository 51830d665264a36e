import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { tableShape } from "@viceversa/core/resources.ts";

const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];

/** Creates the one table with its indexes as the stacks do; a table that is there already is kept. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const indexes = Object.entries(tableShape.indexes);
  const attributes = [tableShape, ...Object.values(tableShape.indexes)].flatMap(
    ({ partitionKey, sortKey }) => [partitionKey, sortKey],
  );
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: keySchema(tableShape),
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        GlobalSecondaryIndexes: indexes.map(([IndexName, keys]) => ({
          IndexName,
          KeySchema: keySchema(keys),
          Projection: { ProjectionType: "ALL" },
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    return;
  }
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: tableShape.timeToLive, Enabled: true },
    }),
  );
}
