import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCloud } from "@viceversa/local/cloud.ts";
import { type Answer, ApiClient } from "@viceversa/local/demo/client.ts";
import { InboxReader } from "@viceversa/local/demo/readers.ts";
import { afterCancel, duplicates, lost } from "@viceversa/local/demo/verdict.ts";
import { describe, expect, it } from "vitest";

const start = fileURLToPath(new URL("../../packages/local/src/start.ts", import.meta.url));
const KILLS = 5;
/** The programme's six sessions take twelve weeks. */
const WEEKS = 14;

interface Running {
  readonly process: ChildProcess;
  readonly api: ApiClient;
  readonly url: string;
}

/** Starts the system on kept data and waits until it has said everything. */
function launch(path: string): Promise<Running> {
  const child = spawn(process.execPath, [start], { env: { ...process.env, DATA: path, PORT: "0" } });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
      const url = /answers at (\S+)\.\n/.exec(said)?.[1];
      const token = /admin token\s+(\S+)\n/.exec(said)?.[1];
      if (url && token && /participant token\s+\S+\n/.test(said)) {
        resolve({ process: child, url, api: new ApiClient(url, token) });
      }
    });
    child.on("exit", () => reject(new Error(`it ended and said: ${said}`)));
  });
}

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });

const pass = (url: string, hours: number) =>
  fetch(`${url}/time`, {
    method: "POST",
    body: new URLSearchParams({ hours: String(hours) }),
    redirect: "manual",
  });

describe("kill -9 at random moments", () => {
  it("loses no acknowledged write and mails nothing twice", { timeout: 600_000 }, async () => {
    const path = mkdtempSync(join(tmpdir(), "kill-"));
    const acknowledged: string[] = [];
    let running = await launch(path);
    let writing = true;
    const write = async () => {
      for (let at = 0; writing; at += 1) {
        const person = { externalId: `K${at}`, email: `k${at}@example.com`, name: "Kept" };
        const { id } = await running.api.post("/v1/people", person).catch(() => ({ id: undefined }));
        if (id) acknowledged.push(id);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const writer = write();
    for (let round = 0; round < KILLS; round += 1) {
      const passing = pass(running.url, (WEEKS / KILLS) * 168).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 1_500));
      await kill(running.process);
      await passing;
      running = await launch(path);
    }
    writing = false;
    await writer;
    await pass(running.url, WEEKS * 168);
    const people = new Set((await running.api.all("/v1/people")).map(({ id }) => id));
    const [programme] = (await running.api.get("/v1/programmes")).items;
    const sessions: Answer[] = await running.api.all(`/v1/sessions?programmeId=${programme.id}`);
    const addresses = new Map<string, string[]>();
    for (const { id, personId } of await running.api.all(`/v1/participants?programmeId=${programme.id}`)) {
      addresses.set(id, [(await running.api.get(`/v1/people/${personId}`)).email]);
    }
    await kill(running.process);

    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((id) => !people.has(id))).toEqual([]);
    const cloud = await startCloud({ path, startAt: 0, pagesUrl: running.url });
    try {
      const inbox = new InboxReader(cloud.mailbox);
      await inbox.read();
      const happened = {
        now: cloud.clock.milliseconds(),
        sessions,
        addresses,
        silent: new Map(),
        optedOut: new Map(),
        pause: { from: 0, to: 0 },
      };
      expect(sessions.length).toBe(6 * 6);
      expect(duplicates(inbox.mails)).toBe(0);
      expect(lost(inbox.mails, happened)).toEqual([]);
      expect(afterCancel(inbox.mails, happened)).toBe(0);
      expect(cloud.schedules.names()).toEqual(["sweep"]);
    } finally {
      await cloud.stop();
    }
  });
});
