import { awsPorts } from "@viceversa/aws/ports.ts";
import { settingsFrom } from "@viceversa/aws/settings.ts";
import type { Context } from "@viceversa/core/context.ts";
import { recordMailEvent } from "@viceversa/core/workflow/mail-events.ts";
import { mailEventOf } from "./translate.ts";

/** What Lambda hands over from the topic that SES publishes to. */
export interface TopicBatch {
  readonly Records: readonly { readonly Sns: { readonly Message: string } }[];
}

/** Records what SES tells about mails. A failure makes SNS try again. */
export async function recordEvents(ctx: Context, { Records }: TopicBatch): Promise<void> {
  for (const { Sns } of Records) {
    const event = mailEventOf(JSON.parse(Sns.Message));
    if (event) await recordMailEvent(ctx, event);
  }
}

let ctx: Context | undefined;

/** Lambda's entry. */
export const handler = (batch: TopicBatch): Promise<void> => {
  ctx ??= { ...awsPorts(settingsFrom(process.env)), actor: { kind: "system" } };
  return recordEvents(ctx, batch);
};
