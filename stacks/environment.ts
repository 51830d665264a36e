import type { Customer } from "./customers/schema.ts";
import type { Gateway } from "./gateway.ts";
import type { Mail } from "./mail.ts";
import type { Queues } from "./queues.ts";
import type { Schedules } from "./schedules.ts";
import type { createTable } from "./table.ts";

/** Everything that functions of this stack use. */
export interface Resources {
  readonly customer: Customer;
  readonly gateway: Gateway;
  readonly table: ReturnType<typeof createTable>;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly mail: Mail;
  readonly capabilityKeys: InstanceType<typeof sst.Secret>;
}

/** What every function knows of its stack; `packages/aws/src/settings.ts` reads it. */
export const storeEnvironmentOf = ({ table, queues }: Resources) => ({
  TABLE_NAME: table.name,
  DUE_QUEUE_URL: queues.due.queue.url,
  BULK_QUEUE_URL: queues.bulk.queue.url,
});

/** What a function knows that schedules, mails, or opens links. Links lead to where the gateway answers. */
export const environmentOf = (resources: Resources) => ({
  ...storeEnvironmentOf(resources),
  DUE_QUEUE_ARN: resources.queues.due.queue.arn,
  SCHEDULE_DEAD_LETTER_ARN: resources.schedules.deadLetters.arn,
  SCHEDULE_GROUP: resources.schedules.group.name,
  SCHEDULE_ROLE_ARN: resources.schedules.role.arn,
  MAIL_FROM: resources.customer.mailFrom,
  MAIL_CONFIGURATION_SET: resources.mail.configurationSet.configurationSetName,
  MAILS_PER_SECOND: String(resources.customer.mailsPerSecond),
  PAGES_URL: resources.gateway.url,
  CAPABILITY_KEYS: resources.capabilityKeys.value,
  METRIC_NAMESPACE: metricNamespace(),
});

/** Where the worker's own metrics are; the alarms look there. */
export const metricNamespace = (): string => `Viceversa/${$app.stage}`;
