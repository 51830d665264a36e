import { queueShape } from "@viceversa/core/resources.ts";

/** A queue whose messages, when they fail for good, wait in a dead-letter queue for a human. */
function createQueue(name: string, shape: (typeof queueShape)[keyof typeof queueShape]) {
  const retention = { messageRetentionSeconds: shape.retentionSeconds };
  const deadLetters = new sst.aws.Queue(`${name}DeadLetters`, { transform: { queue: retention } });
  const queue = new sst.aws.Queue(name, {
    visibilityTimeout: `${shape.visibilitySeconds} seconds`,
    dlq: { queue: deadLetters.arn, retry: shape.deliveries },
    transform: { queue: retention },
  });
  return { queue, deadLetters };
}

/** `due` carries what has an hour, `bulk` what can wait. */
export const createQueues = () => ({
  due: createQueue("Due", queueShape.due),
  bulk: createQueue("Bulk", queueShape.bulk),
});

export type Queues = ReturnType<typeof createQueues>;
