import { awsPorts } from "@viceversa/aws/ports.ts";
import { settingsFrom } from "@viceversa/aws/settings.ts";
import type { Context } from "@viceversa/core/context.ts";
import { carryOut } from "./messages.ts";

/** What Lambda hands over from SQS. */
export interface QueueBatch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Which messages are to come again; all others are done. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Carries out a batch message by message; one that fails comes again alone, up to its dead-letter queue. */
export async function carryOutBatch(ctx: Context, { Records }: QueueBatch): Promise<BatchAnswer> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of Records) {
    try {
      await carryOut(ctx, JSON.parse(body));
    } catch (error) {
      console.error(JSON.stringify({ event: "message.failed", messageId, error: errorName(error) }));
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

/** Names alone: an error's text may hold personal data. */
const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

let ctx: Context | undefined;

/** Lambda's entry. */
export const handler = (batch: QueueBatch): Promise<BatchAnswer> => {
  ctx ??= { ...awsPorts(settingsFrom(process.env)), actor: { kind: "system" } };
  return carryOutBatch(ctx, batch);
};
