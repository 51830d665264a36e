import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { invariant } from "@viceversa/core/invariant.ts";
import type { Queue, QueueName } from "@viceversa/core/ports.ts";

/** SQS's limits on one message: its delay, and its size in bytes. */
const MAXIMUM_DELAY_SECONDS = 900;
const MAXIMUM_BYTES = 256 * 1024;

/** The queue port on SQS. */
export class SqsQueue implements Queue {
  readonly #client: SQSClient;
  readonly #urls: Readonly<Record<QueueName, string>>;

  constructor(client: SQSClient, urls: Readonly<Record<QueueName, string>>) {
    this.#client = client;
    this.#urls = urls;
  }

  async send(queue: QueueName, body: unknown, { delaySeconds = 0 } = {}): Promise<void> {
    const MessageBody = JSON.stringify(body);
    invariant(delaySeconds >= 0 && delaySeconds <= MAXIMUM_DELAY_SECONDS, "a delay is at most 900 seconds");
    invariant(Buffer.byteLength(MessageBody) <= MAXIMUM_BYTES, "a message fits into SQS");
    await this.#client.send(
      new SendMessageCommand({ QueueUrl: this.#urls[queue], MessageBody, DelaySeconds: delaySeconds }),
    );
  }
}
