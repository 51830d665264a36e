import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { SendRate } from "@viceversa/core/due/index.ts";
import type { CapabilityKey, Clock, Ports } from "@viceversa/core/ports.ts";
import { SesMailer } from "./mail.ts";
import { SqsQueue } from "./queue.ts";
import { EventBridgeScheduler } from "./schedule.ts";
import type { StackSettings } from "./settings.ts";
import { systemClock, systemIds } from "./system.ts";
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

export interface AwsPorts extends Ports {
  readonly table: DynamoTable;
  /** Closes the connections. */
  stop(): void;
}

/** Every port of the domain on AWS's SDK. */
export function awsPorts(settings: StackSettings, elsewhere?: Elsewhere): AwsPorts {
  const { clock = systemClock, region, credentials, tableEndpoint, endpoint } = elsewhere ?? {};
  const common = { ...(region && { region }), ...(credentials && { credentials }) };
  const at = endpoint ? { ...common, endpoint } : common;
  const dynamo = new DynamoDBClient(tableEndpoint ? { ...common, endpoint: tableEndpoint } : common);
  const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const sqs = new SQSClient(at);
  const scheduler = new SchedulerClient(at);
  // SES knows no idempotency: a retry by the SDK would be a second mail.
  const ses = new SESClient({ ...at, maxAttempts: 1 });
  const keys = capabilityKeysOf(settings.CAPABILITY_KEYS);
  return {
    clock,
    ids: systemIds(clock),
    secrets: { capabilityKeys: async () => keys },
    table: new DynamoTable(documents, settings.TABLE_NAME),
    queue: new SqsQueue(sqs, { due: settings.DUE_QUEUE_URL, bulk: settings.BULK_QUEUE_URL }),
    scheduler: new EventBridgeScheduler(scheduler, {
      group: settings.SCHEDULE_GROUP,
      targetQueueArn: settings.DUE_QUEUE_ARN,
      deadLetterQueueArn: settings.SCHEDULE_DEAD_LETTER_ARN,
      roleArn: settings.SCHEDULE_ROLE_ARN,
    }),
    mailer: new SesMailer(
      ses,
      {
        from: settings.MAIL_FROM,
        pagesUrl: settings.PAGES_URL,
        configurationSet: settings.MAIL_CONFIGURATION_SET,
      },
      clock,
    ),
    mailRate: new SendRate(settings.MAILS_PER_SECOND),
    stop() {
      for (const client of [dynamo, sqs, scheduler, ses]) client.destroy();
    },
  };
}

const capabilityKeysOf = (text: string): CapabilityKey[] =>
  text.split(",").map((part) => {
    const [id = "", secret = ""] = part.split(":");
    return { id, secret: Buffer.from(secret, "base64url") };
  });
