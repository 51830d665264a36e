import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { StackSettings } from "@viceversa/aws/settings.ts";
import type { Elsewhere } from "@viceversa/aws/store.ts";
import { queueShape, schedulerShape } from "@viceversa/core/resources.ts";
import { createCloudServer } from "./cloud-server.ts";
import { createTable } from "./dynamodb/create-table.ts";
import { deleteExpired } from "./dynamodb/expire.ts";
import { createDynamoServer } from "./dynamodb/server.ts";
import { Schedules } from "./scheduler/schedules.ts";
import { Mailbox } from "./ses/mailbox.ts";
import { Queues } from "./sqs/queues.ts";
import { openStore } from "./store.ts";
import { VirtualClock } from "./virtual-clock.ts";

export interface CloudOptions {
  /** A folder that keeps the data between starts; in memory without it. One process at a time. */
  readonly path?: string;
  /** Where the virtual clock begins when there is no data yet, in milliseconds since 1970. */
  readonly startAt: number;
  /** Where the pages will be, for the links in mails. */
  readonly pagesUrl: string;
}

/** What SES publishes lands here, through a topic that adds nothing. */
export const MAIL_EVENTS = "mail-events" satisfies keyof typeof queueShape;

const region = "eu-south-1";
const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const arnOf = (queue: string): string => `arn:aws:sqs:${region}:000000000000:${queue}`;

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts the embedded cloud on 127.0.0.1: table, queues, schedules and mail, on one virtual clock. */
export async function startCloud({ path, startAt, pagesUrl }: CloudOptions) {
  if (path) mkdirSync(path, { recursive: true });
  const store = openStore(path && join(path, "cloud.sqlite"));
  const clock = new VirtualClock(store, startAt);
  const now = () => clock.milliseconds();
  const queues = new Queues(store, now, queueShape);
  const schedules = new Schedules(store, now);
  const mailbox = new Mailbox(store, now, (event) => queues.send(MAIL_EVENTS, JSON.stringify(event)));
  const tableServer = createDynamoServer(path ? { path: join(path, "table") } : {});
  const cloudServer = createCloudServer({ queues, schedules, mailbox });
  const [tableEndpoint, endpoint] = await Promise.all([listen(tableServer), listen(cloudServer)]);

  const settings: StackSettings = {
    TABLE_NAME: "viceversa",
    DUE_QUEUE_URL: `${endpoint}/000000000000/due`,
    BULK_QUEUE_URL: `${endpoint}/000000000000/bulk`,
    DUE_QUEUE_ARN: arnOf("due"),
    SCHEDULE_DEAD_LETTER_ARN: arnOf("due-dead-letters"),
    SCHEDULE_GROUP: "default",
    SCHEDULE_ROLE_ARN: "arn:aws:iam::000000000000:role/scheduler",
    MAIL_FROM: "programme@viceversa.example",
    MAIL_CONFIGURATION_SET: "events",
    MAILS_PER_SECOND: 14,
    PAGES_URL: pagesUrl,
    CAPABILITY_KEYS: `local:${Buffer.alloc(32, "viceversa-local-only").toString("base64url")}`,
  };
  const client = new DynamoDBClient({ region, credentials, endpoint: tableEndpoint });
  await createTable(client, settings.TABLE_NAME);
  const documents = DynamoDBDocumentClient.from(client);
  ensureSweep(schedules);
  const elsewhere: Elsewhere = { clock, region, credentials, tableEndpoint, endpoint };

  return {
    clock,
    queues,
    schedules,
    mailbox,
    settings,
    elsewhere,
    /** Deletes what has outlived its time to live on the virtual clock. */
    deleteExpired: () => deleteExpired(documents, settings.TABLE_NAME, Math.floor(now() / 1_000)),
    async stop() {
      client.destroy();
      await Promise.all([close(tableServer), close(cloudServer)]);
      store.close();
    },
  };
}

export type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** The one recurring schedule, as `stacks/` defines it. */
function ensureSweep(schedules: Schedules): void {
  if (schedules.get("sweep")) return;
  schedules.create("sweep", {
    ScheduleExpression: `rate(${schedulerShape.sweepMinutes} minutes)`,
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: { Arn: arnOf("due"), Input: JSON.stringify({ message: "sweep" }) },
  });
}
