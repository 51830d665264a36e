/** What Lambda hands over from SQS. */
export interface QueueBatch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Which messages are to come again; all others are done. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Carries out a batch message by message; one that fails comes again alone, up to its dead-letter queue. */
export async function carryOutEach(
  { Records }: QueueBatch,
  carryOut: (body: unknown) => Promise<void>,
): Promise<BatchAnswer> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of Records) {
    try {
      await carryOut(JSON.parse(body));
    } catch (error) {
      console.error(JSON.stringify({ event: "message.failed", messageId, error: errorName(error) }));
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

/** Names alone: an error's text may hold personal data. */
const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
