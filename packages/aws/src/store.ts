import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Clock, Ports } from "@viceversa/core/ports.ts";
import { SqsQueue } from "./queue.ts";
import type { StoreSettings } from "./settings.ts";
import { systemClock } from "./system.ts";
import { DynamoTable } from "./table.ts";

/** Where the services are when they are not AWS's own. */
export interface Elsewhere {
  readonly clock: Clock;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tableEndpoint: string;
  /** SQS, EventBridge Scheduler and SES. */
  readonly endpoint: string;
}

export interface StorePorts extends Pick<Ports, "clock" | "table" | "queue"> {
  readonly table: DynamoTable;
  /** Closes the connections. */
  stop(): void;
}

/** The table and the queues on AWS's SDK, for a function that neither schedules nor mails nor knows a key. */
export function storePorts(settings: StoreSettings, elsewhere?: Elsewhere): StorePorts {
  const { clock = systemClock, region, credentials, tableEndpoint, endpoint } = elsewhere ?? {};
  const common = { ...(region && { region }), ...(credentials && { credentials }) };
  const dynamo = new DynamoDBClient(tableEndpoint ? { ...common, endpoint: tableEndpoint } : common);
  const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const sqs = new SQSClient(endpoint ? { ...common, endpoint } : common);
  return {
    clock,
    table: new DynamoTable(documents, settings.TABLE_NAME),
    queue: new SqsQueue(sqs, { due: settings.DUE_QUEUE_URL, bulk: settings.BULK_QUEUE_URL }),
    stop() {
      for (const client of [dynamo, sqs]) client.destroy();
    },
  };
}
