import { type AwsPorts, awsPorts } from "@viceversa/aws/ports.ts";
import type { Context } from "@viceversa/core/context.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import { recordEvents } from "../../../functions/mail-events/index.ts";
import type { BatchAnswer } from "../../../functions/queue-batch.ts";
import { carryOutBatch } from "../../../functions/worker/index.ts";
import { type Cloud, type CloudOptions, startCloud } from "./cloud.ts";
import { TimeMachine } from "./time-machine.ts";

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
  const failed = ({ batchItemFailures }: BatchAnswer) =>
    batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  const timeMachine = new TimeMachine(cloud, {
    worker: async (Records) => failed(await carryOutBatch(ctx, { Records })),
    mailEvents: async (Records) => failed(await recordEvents(ctx, { Records })),
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
