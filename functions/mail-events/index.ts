import { storeSettingsFrom } from "@viceversa/aws/settings.ts";
import { storePorts } from "@viceversa/aws/store.ts";
import { type Recorder, recordMailEvent } from "@viceversa/core/workflow/mail-events.ts";
import { type BatchAnswer, carryOutEach, type QueueBatch } from "../queue-batch.ts";
import { mailEventOf } from "./translate.ts";

/** Records what SES tells about mails: each message is one event, as SES published it. */
export const recordEvents = (ctx: Recorder, batch: QueueBatch): Promise<BatchAnswer> =>
  carryOutEach(batch, async (body) => {
    const event = mailEventOf(body);
    if (event) await recordMailEvent(ctx, event);
  });

let ctx: Recorder | undefined;

/** Lambda's entry. */
export const handler = (batch: QueueBatch): Promise<BatchAnswer> => {
  ctx ??= storePorts(storeSettingsFrom(process.env));
  return recordEvents(ctx, batch);
};
