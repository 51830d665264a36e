import { type AwsPorts, awsPorts } from "@viceversa/aws/ports.ts";
import type { Context } from "@viceversa/core/context.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import { recordEvents } from "../../../functions/mail-events/index.ts";
import { carryOutBatch } from "../../../functions/worker/index.ts";
import { type Cloud, type CloudOptions, startCloud } from "./cloud.ts";
import { type Delivered, TimeMachine } from "./time-machine.ts";

/** The embedded cloud with the functions that its queues start. */
export interface System {
  readonly cloud: Cloud;
  readonly ports: AwsPorts;
  readonly timeMachine: TimeMachine;
  stop(): Promise<void>;
}

export interface SystemOptions extends CloudOptions {
  /** What the worker and the mail events use instead of the ports; a proof lets calls fail here. */
  readonly between?: (ports: AwsPorts) => Ports;
}

/** Starts everything but the API, which stands on `ports`. */
export async function startSystem({
  between = (ports) => ports,
  ...options
}: SystemOptions): Promise<System> {
  const cloud = await startCloud(options);
  const ports = awsPorts(cloud.settings, cloud.elsewhere);
  const ctx: Context = { ...between(ports), actor: { kind: "system" } };
  const timeMachine = new TimeMachine(cloud, {
    worker: async (messages) => {
      const { batchItemFailures } = await carryOutBatch(ctx, { Records: messages });
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
    mailEvents: (messages) => tell(ctx, messages),
  });
  return {
    cloud,
    ports,
    timeMachine,
    async stop() {
      ports.stop();
      await cloud.stop();
    },
  };
}

/** SNS hands events over one by one; those that fail come again. */
async function tell(ctx: Context, messages: readonly Delivered[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { messageId, body } of messages) {
    await recordEvents(ctx, { Records: [{ Sns: { Message: body } }] }).catch(() => failed.push(messageId));
  }
  return failed;
}
