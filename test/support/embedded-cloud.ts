import type { AddressInfo } from "node:net";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { SesMailer } from "@viceversa/aws/mail.ts";
import { SqsQueue } from "@viceversa/aws/queue.ts";
import { EventBridgeScheduler } from "@viceversa/aws/schedule.ts";
import { queueShape } from "@viceversa/core/resources.ts";
import { createCloudServer } from "@viceversa/local/cloud-server.ts";
import { Schedules } from "@viceversa/local/scheduler/schedules.ts";
import { Mailbox, type MailEvent } from "@viceversa/local/ses/mailbox.ts";
import { Queues } from "@viceversa/local/sqs/queues.ts";
import { openStore } from "@viceversa/local/store.ts";
import { VirtualClock } from "@viceversa/local/virtual-clock.ts";

const arn = (name: string) => `arn:aws:sqs:eu-south-1:000000000000:${name}`;

/** The real SDK clients and our adapters against embedded SQS, Scheduler and SES of their own. */
export async function startEmbeddedCloud() {
  const store = openStore();
  const clock = new VirtualClock(store, Date.UTC(2026, 10, 24, 9));
  const now = () => clock.milliseconds();
  const events: MailEvent[] = [];
  const queues = new Queues(store, now, queueShape);
  const schedules = new Schedules(store, now);
  const mailbox = new Mailbox(store, now, (event) => events.push(event));
  const server = createCloudServer({ queues, schedules, mailbox });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection = {
    endpoint,
    region: "eu-south-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const sqs = new SQSClient(connection);
  const scheduler = new SchedulerClient(connection);
  const ses = new SESClient({ ...connection, maxAttempts: 1 });
  const url = (name: string) => `${endpoint}/000000000000/${name}`;

  return {
    clock,
    events,
    queues,
    schedules,
    mailbox,
    queue: new SqsQueue(sqs, { due: url("due"), bulk: url("bulk") }),
    scheduler: new EventBridgeScheduler(scheduler, {
      group: "default",
      targetQueueArn: arn("due"),
      deadLetterQueueArn: arn("due-dead-letters"),
      roleArn: "arn:aws:iam::000000000000:role/scheduler",
    }),
    mailer: new SesMailer(
      ses,
      {
        from: "programme@example.com",
        pagesUrl: "https://pages.example.com",
        configurationSet: "events",
      },
      clock,
    ),
    async receive(queue: string) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: url(queue), MaxNumberOfMessages: 10 }),
      );
      return Messages;
    },
    acknowledge: (queue: string, ReceiptHandle: string | undefined) =>
      sqs.send(new DeleteMessageCommand({ QueueUrl: url(queue), ReceiptHandle })),
    redrive: (queue: string) => sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn(queue) })),
    async stop() {
      for (const client of [sqs, scheduler, ses]) client.destroy();
      await new Promise((resolve) => server.close(resolve));
      store.close();
    },
  };
}

export type EmbeddedCloud = Awaited<ReturnType<typeof startEmbeddedCloud>>;
