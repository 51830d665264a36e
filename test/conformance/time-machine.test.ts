import { put } from "@viceversa/core/table.ts";
import { epochOf } from "@viceversa/core/time.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Stage, startStage } from "#test/support/stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  return () => stage.stop();
});

describe("the time machine", () => {
  it("deletes what has outlived its time to live, some days late, and nothing else", async () => {
    const seconds = Math.floor(epochOf(stage.ctx.clock.now()) / 1_000);
    const item = (sk: string, more: object) => stage.ctx.table.write(put({ pk: "kept", sk, ...more }));
    await item("short", { expiresAtEpoch: seconds + 3_600 });
    await item("long", { expiresAtEpoch: seconds + 30 * 86_400 });
    await item("for good", {});
    await stage.pass({ hours: 2 });
    const left = async () =>
      (await stage.ctx.table.query({ partition: "kept", limit: 10 })).items.map(({ sk }) => sk);
    expect(await left()).toHaveLength(3);
    await stage.pass({ days: 3 });
    expect(await left()).toEqual(["for good", "long"]);
  });

  it("delivers a message that fails again and again to its dead letters, and again after it was redriven", async () => {
    await stage.ctx.queue.send("due", { message: "nobody knows this" });
    await stage.pass({ hours: 3 });
    expect(stage.cloud.queues.count("due")).toBe(0);
    expect(stage.cloud.queues.count("due-dead-letters")).toBe(1);
    stage.cloud.queues.redrive("due-dead-letters");
    expect(stage.cloud.queues.count("due")).toBe(1);
  });

  it("stops at each due instant on the way: a delayed message is carried out at its own time", async () => {
    await stage.ctx.queue.send("due", { message: "sweep" }, { delaySeconds: 60 });
    const stops: number[] = [];
    await stage.timeMachine.moveTo(epochOf(stage.ctx.clock.now()) + 100_000, (now) => stops.push(now));
    expect(stops[0]).toBe(Date.UTC(2026, 10, 24, 9, 1));
    expect(stage.cloud.queues.count("due")).toBe(0);
  });
});
