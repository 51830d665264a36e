import type { queueShape } from "@viceversa/core/resources.ts";
import { receivePermissions } from "./permissions.ts";
import type { CustomerQueue } from "./queues.ts";

type FunctionArgs = ConstructorParameters<typeof sst.aws.Function>[1];
type Permissions = ReturnType<typeof receivePermissions>[];

/** What every function of the stack has in common. Logs hold no personal data, and not even those for long. */
const everyFunction = {
  runtime: "nodejs24.x",
  architecture: "arm64",
  memory: "512 MB",
  logging: { retention: "1 month" },
} as const;

/** A function with no more permissions than those that it is given. */
export const createFunction = (name: string, args: FunctionArgs) =>
  new sst.aws.Function(name, { ...everyFunction, ...args });

/**
 * A function that carries out a queue's messages. It is made before it is subscribed: where SST makes a function
 * within a subscription, its environment's secrets lie in the clear in the stack's state.
 *
 * It may take a sixth of the time that its messages stay hidden, in SQS's own proportion, or they would be handed
 * out twice.
 */
export function createConsumer(
  name: string,
  { queue, shape }: { queue: CustomerQueue; shape: (typeof queueShape)[keyof typeof queueShape] },
  { permissions, ...args }: Omit<FunctionArgs, "permissions"> & { permissions: Permissions },
) {
  const consumer = createFunction(name, {
    ...args,
    timeout: `${shape.visibilitySeconds / 6} seconds`,
    permissions: [...permissions, receivePermissions(queue)],
  });
  queue.queue.subscribe(consumer.arn, { batch: { size: 10, partialResponses: true } });
  return consumer;
}
