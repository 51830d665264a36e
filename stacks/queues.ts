import { queueShape } from "@viceversa/core/resources.ts";

/** What failed for good waits here for a human, two weeks long. Bodies name ids and, in SES's events, addresses. */
export const createDeadLetters = (name: string) =>
  new sst.aws.Queue(`${name}DeadLetters`, {
    transform: {
      queue: { messageRetentionSeconds: DEAD_LETTER_SECONDS, sqsManagedSseEnabled: true },
    },
  });

/** As long as SQS keeps anything. */
const DEAD_LETTER_SECONDS = 1_209_600;

/** A queue whose messages, when they fail for good, wait in a dead-letter queue for a human. */
function createQueue(name: string, shape: (typeof queueShape)[keyof typeof queueShape]) {
  const deadLetters = createDeadLetters(name);
  const queue = new sst.aws.Queue(name, {
    visibilityTimeout: `${shape.visibilitySeconds} seconds`,
    dlq: { queue: deadLetters.arn, retry: shape.deliveries },
    transform: {
      queue: { messageRetentionSeconds: shape.retentionSeconds, sqsManagedSseEnabled: true },
    },
  });
  return { queue, deadLetters };
}

export type CustomerQueue = ReturnType<typeof createQueue>;

/** `due` carries what has an hour, `bulk` what can wait, `mailEvents` what SES tells of mails. */
export const createQueues = () => ({
  due: createQueue("Due", queueShape.due),
  bulk: createQueue("Bulk", queueShape.bulk),
  mailEvents: createQueue("MailEvents", queueShape["mail-events"]),
});

export type Queues = ReturnType<typeof createQueues>;
