import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { deadLettersOf } from "@viceversa/local/sqs/queues.ts";
import type { Stage } from "./stage.ts";

const queues = ["due", "bulk", "mail-events"];

/** Every item of the table, with the files in its chunks as text. */
export async function wholeTable({ cloud }: Stage): Promise<Record<string, unknown>[]> {
  const { region, credentials, tableEndpoint: endpoint } = cloud.elsewhere;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region, credentials, endpoint }));
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: cloud.settings.TABLE_NAME })) {
    for (const { bytes, ...item } of Items) {
      items.push(
        typeof bytes === "string" ? { ...item, file: Buffer.from(bytes, "base64").toString() } : item,
      );
    }
  }
  client.destroy();
  return items;
}

/** Where words can be found in the table and the schedules, whatever their case; no message may be on its way. */
export async function whereIs(stage: Stage, words: string): Promise<string[]> {
  for (const queue of [...queues, ...queues.map(deadLettersOf)]) {
    const count = stage.cloud.queues.count(queue);
    if (count > 0) throw new Error(`${count} messages are on the queue ${queue}; look when they are gone`);
  }
  const found = (text: string): boolean => text.toLowerCase().includes(words.toLowerCase());
  const items = await wholeTable(stage);
  const schedules = stage.cloud.schedules.names();
  return [
    ...items.filter((item) => found(JSON.stringify(item))).map(({ pk, sk }) => `${pk} ${sk}`),
    ...schedules.filter((name) => found(name + JSON.stringify(stage.cloud.schedules.get(name)))),
  ];
}
