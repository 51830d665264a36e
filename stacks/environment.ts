import type { Customer } from "./customers/schema.ts";
import type { Mail } from "./mail.ts";
import type { Queues } from "./queues.ts";
import type { Schedules } from "./schedules.ts";
import type { createTable } from "./table.ts";

/** Everything that functions of this stack use. */
export interface Resources {
  readonly customer: Customer;
  readonly table: ReturnType<typeof createTable>;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly mail: Mail;
  readonly capabilityKeys: InstanceType<typeof sst.Secret>;
}

/** What a function knows of its stack: the variables that `packages/aws/src/settings.ts` reads. */
export const environmentOf = ({ customer, table, queues, schedules, mail, capabilityKeys }: Resources) => ({
  TABLE_NAME: table.name,
  DUE_QUEUE_URL: queues.due.queue.url,
  BULK_QUEUE_URL: queues.bulk.queue.url,
  DUE_QUEUE_ARN: queues.due.queue.arn,
  SCHEDULE_DEAD_LETTER_ARN: schedules.deadLetters.arn,
  SCHEDULE_GROUP: schedules.group.name,
  SCHEDULE_ROLE_ARN: schedules.role.arn,
  MAIL_FROM: customer.mailFrom,
  MAIL_CONFIGURATION_SET: mail.identity.configSet,
  MAILS_PER_SECOND: String(customer.mailsPerSecond),
  PAGES_URL: customer.pagesUrl,
  CAPABILITY_KEYS: capabilityKeys.value,
  METRIC_NAMESPACE: metricNamespace(),
});

/** Where the worker's own metrics are; the alarms look there. */
export const metricNamespace = (): string => `Viceversa/${$app.stage}`;

/** Reads and writes the table and its indexes; no function may scan, create or delete tables. */
export const tablePermissions = ({ table }: Resources) => ({
  actions: [
    "dynamodb:GetItem",
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:DeleteItem",
    "dynamodb:ConditionCheckItem",
  ],
  resources: [table.arn, $interpolate`${table.arn}/index/*`],
});

/** Puts messages on both queues. */
export const queuePermissions = ({ queues }: Resources) => ({
  actions: ["sqs:SendMessage"],
  resources: [queues.due.queue.arn, queues.bulk.queue.arn],
});
