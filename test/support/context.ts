import { systemIds } from "@viceversa/aws/system.ts";
import type { Context } from "@viceversa/core/context.ts";
import type { Mail } from "@viceversa/core/mail.ts";
import type { QueueName } from "@viceversa/core/ports.ts";
import type { Table } from "@viceversa/core/table.ts";
import { epochOf, fromEpoch, Instant } from "@viceversa/core/time.ts";

export interface TestContext extends Context {
  /** What was put on the queues, in order. */
  readonly queued: { queue: QueueName; body: unknown; delaySeconds: number }[];
  /** What was mailed, in order. */
  readonly mailed: Mail[];
  passMinutes(minutes: number): void;
}

/** A context on a given table, with a clock that the test moves and queues and a mailer that only remember. */
export function contextOn(table: Table, overrides: Partial<Context> = {}): TestContext {
  let now = Instant.parse("2026-11-24T09:00:00Z");
  const clock = { now: () => now };
  const queued: TestContext["queued"] = [];
  const mailed: Mail[] = [];
  return {
    actor: { kind: "system" },
    table,
    clock,
    ids: systemIds(clock),
    secrets: { capabilityKeys: async () => [{ id: "a", secret: new Uint8Array(32).fill(7) }] },
    queue: {
      send: async (queue, body, { delaySeconds = 0 } = {}) => void queued.push({ queue, body, delaySeconds }),
    },
    scheduler: { put: async () => {}, remove: async () => {} },
    mailer: {
      async deliver(mail) {
        mailed.push(mail);
        return { outcome: "sent", messageId: `ses-${mailed.length}` };
      },
    },
    mailRate: { take: async () => true },
    queued,
    mailed,
    passMinutes(minutes) {
      now = fromEpoch(epochOf(now) + minutes * 60_000);
    },
    ...overrides,
  };
}
