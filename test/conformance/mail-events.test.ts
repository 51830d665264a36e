import { FENCE_MINUTES } from "@viceversa/core/due/index.ts";
import { mailboxKey } from "@viceversa/core/person/index.ts";
import type { Ports } from "@viceversa/core/ports.ts";
import { queueShape } from "@viceversa/core/resources.ts";
import { MAIL_EVENTS } from "@viceversa/local/cloud.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Stage, startStage } from "#test/support/stage.ts";

let stage: Stage;
let isTableAway: boolean;

/** What the functions stand on: a table that takes no write for a while. */
const between = (ports: Ports): Ports => ({
  ...ports,
  table: {
    get: (key) => ports.table.get(key),
    getMany: (keys) => ports.table.getMany(keys),
    query: (spec) => ports.table.query(spec),
    transact: (writes) => ports.table.transact(writes),
    async write(one) {
      if (isTableAway) throw new Error("The table is away.");
      return ports.table.write(one);
    },
  },
});

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  isTableAway = false;
  stage = await startStage({ between });
  return () => {
    vi.restoreAllMocks();
    return stage.stop();
  };
});

const address = "complaint@example.com";
const complain = () =>
  stage.cloud.mailbox.send({
    from: "programme@example.com",
    to: address,
    raw: "",
    tags: { entityType: "session", entityId: "ses_1", due: `due_${"0".repeat(26)}` },
  });
const isClosed = async () => (await stage.ctx.table.get(mailboxKey(address)))?.["suppressed"] === "complaint";

describe("a complaint", () => {
  it("closes the mailbox", async () => {
    complain();
    await stage.pass({ minutes: 1 });
    expect(await isClosed()).toBe(true);
  });

  it("is not lost to half an hour without a table", async () => {
    isTableAway = true;
    complain();
    await stage.pass({ minutes: 30 });
    isTableAway = false;
    await stage.pass({ minutes: 2 });
    expect(await isClosed()).toBe(true);
  });

  it("waits among the dead letters when the table is away for longer, and closes the mailbox once redriven", async () => {
    const deadLetters = `${MAIL_EVENTS}-dead-letters`;
    isTableAway = true;
    complain();
    await stage.pass({ hours: 2 });
    expect(stage.cloud.queues.count(deadLetters)).toBeGreaterThan(0);
    isTableAway = false;
    stage.cloud.queues.redrive(deadLetters);
    await stage.pass({ minutes: 1 });
    expect(await isClosed()).toBe(true);
  });
});

it.each(Object.entries(queueShape))("the queue %s tries for longer than a fence stands", (_, shape) => {
  expect(shape.visibilitySeconds * shape.deliveries).toBeGreaterThan(FENCE_MINUTES * 60);
});
