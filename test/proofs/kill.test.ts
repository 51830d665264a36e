import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiClient } from "@viceversa/local/demo/client.ts";
import { runDemo } from "@viceversa/local/demo/run.ts";
import { describe, expect, it } from "vitest";
import { MortalSystem } from "#test/support/mortal-system.ts";

const KILLS = 5;
const PAIRS = 10;
/** The demo says something about forty times; a kill comes a random while after one of these. */
const LATEST_MILLISECONDS = 400;

describe("the demo, whose system is killed at random moments and started again on its data", () => {
  it("loses no acknowledged write and mails nothing twice", { timeout: 600_000 }, async () => {
    const { system, reach } = await MortalSystem.start(mkdtempSync(join(tmpdir(), "kill-")));
    const acknowledged: string[] = [];
    const killed: string[] = [];
    let running = true;
    const writer = (async () => {
      const api = new ApiClient(reach);
      for (let at = 0; running; at += 1) {
        const person = { externalId: `K${at}`, email: `k${at}@example.com`, name: "Kept" };
        acknowledged.push((await api.post("/v1/people", person)).id);
        await sleep(20);
      }
    })();
    let said = 0;
    let death: Promise<void> = Promise.resolve();
    const moments = new Set([2, 4, 7, 10, 14].slice(0, KILLS));
    const result = await runDemo(reach, {
      pairs: PAIRS,
      say: (text) => {
        said += 1;
        if (!moments.has(said)) return;
        killed.push(text);
        death = death.then(() => sleep(Math.random() * LATEST_MILLISECONDS)).then(() => system.kill());
      },
    });
    await death;
    running = false;
    await writer;
    const people = new Set((await new ApiClient(reach).all("/v1/people")).map(({ id }) => id));
    await system.stop();

    expect(killed).toHaveLength(KILLS);
    expect(system.broken).toBeGreaterThan(0);
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((id) => !people.has(id))).toEqual([]);
    expect(result).toMatchObject({ duplicates: 0, lost: [], afterCancel: 0, schedulesLeft: 0 });
    expect(result.pairings.length).toBeGreaterThan(PAIRS / 2);
  });
});
