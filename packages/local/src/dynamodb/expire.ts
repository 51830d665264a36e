import { DeleteCommand, type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { tableShape } from "@viceversa/core/resources.ts";

/**
 * Deletes items whose time to live is over, as DynamoDB does within a few days.
 *
 * @param now  seconds since 1970
 * @returns how many it deleted
 */
export async function deleteExpired(
  client: DynamoDBDocumentClient,
  TableName: string,
  now: number,
): Promise<number> {
  const { partitionKey, sortKey, timeToLive } = tableShape;
  const pages = paginateScan(
    { client },
    {
      TableName,
      FilterExpression: "#ttl < :now",
      ProjectionExpression: "#pk, #sk",
      ExpressionAttributeNames: { "#ttl": timeToLive, "#pk": partitionKey, "#sk": sortKey },
      ExpressionAttributeValues: { ":now": now },
    },
  );
  let deleted = 0;
  for await (const { Items = [] } of pages) {
    for (const Key of Items) {
      await client.send(new DeleteCommand({ TableName, Key }));
      deleted += 1;
    }
  }
  return deleted;
}
