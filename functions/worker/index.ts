import { awsPorts } from "@viceversa/aws/ports.ts";
import { settingsFrom } from "@viceversa/aws/settings.ts";
import type { Context } from "@viceversa/core/context.ts";
import { type BatchAnswer, carryOutEach, type QueueBatch } from "../queue-batch.ts";
import { carryOut } from "./messages.ts";

/** Carries out the messages of `due` or `bulk`. */
export const carryOutBatch = (ctx: Context, batch: QueueBatch): Promise<BatchAnswer> =>
  carryOutEach(batch, (body) => carryOut(ctx, body));

let ctx: Context | undefined;

/** Lambda's entry. */
export const handler = (batch: QueueBatch): Promise<BatchAnswer> => {
  ctx ??= { ...awsPorts(settingsFrom(process.env)), actor: { kind: "system" } };
  return carryOutBatch(ctx, batch);
};
