import type { tableShape } from "@viceversa/core/resources.ts";
import type { Resources } from "./environment.ts";
import type { CustomerQueue } from "./queues.ts";

/** All that one may do with items. No function may scan, or create, change or delete tables. */
export const itemActions = [
  "GetItem",
  "BatchGetItem",
  "Query",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "ConditionCheckItem",
] as const;

/** What a function does to the table; its transactions are made of the same actions. */
export interface TableUse {
  readonly actions: readonly (typeof itemActions)[number][];
  /** The indexes that it queries. */
  readonly indexes: readonly (keyof typeof tableShape.indexes)[];
}

export const tablePermissions = ({ table }: Resources, { actions, indexes }: TableUse) => [
  { actions: actions.map((action) => `dynamodb:${action}`), resources: [table.arn] },
  ...(indexes.length > 0
    ? [
        {
          actions: ["dynamodb:Query"],
          resources: indexes.map((index) => $interpolate`${table.arn}/index/${index}`),
        },
      ]
    : []),
];

/** Puts messages on queues. */
export const sendPermissions = (...queues: readonly CustomerQueue[]) => ({
  actions: ["sqs:SendMessage"],
  resources: queues.map(({ queue }) => queue.arn),
});

/** What Lambda does in a function's name to bring it a queue's messages. */
export const receivePermissions = ({ queue }: CustomerQueue) => ({
  actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  resources: [queue.arn],
});

/** Makes and removes schedules of its own group, in the one role of schedules. Their names are not known before. */
export const schedulePermissions = ({ schedules }: Resources) => [
  {
    actions: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"],
    resources: [
      $interpolate`${schedules.group.arn.apply((arn) => arn.replace(":schedule-group/", ":schedule/"))}/*`,
    ],
  },
  { actions: ["iam:PassRole"], resources: [schedules.role.arn] },
];

/** Mails as this stack's sender, with its configuration set. */
export const mailPermissions = ({ mail }: Resources) => ({
  actions: ["ses:SendRawEmail"],
  resources: [mail.identity.arn, mail.configurationSet.arn],
});
