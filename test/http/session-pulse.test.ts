import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, anAcceptedPairing, anOpenProgramme, ifMatch } from "#test/support/over-http.ts";

let api: Api;
let pairing: Pairing;
/** A programme that starts on 30 November, with pairs who meet first on 3 and 17 December at half past two. */
async function start(pairs: number, afterSessions = true) {
  api = await aCustomer();
  const programme = await anOpenProgramme(api);
  const body = {
    startsOn: "2026-11-30",
    rules: { durationWeeks: 8, measurement: { afterSessions } },
  };
  const headers = ifMatch(programme.version);
  expect((await api.call("PATCH", `/v1/programmes/${programme.id}`, { body, headers })).status).toBe(200);
  for (let at = 0; at < pairs; at += 1) pairing = await anAcceptedPairing(api, programme);
  await api.pass({ days: 9, hours: 7 });
}
beforeEach(() => () => api.stop());

const links = async () =>
  (await api.mails())
    .filter(({ kind }) => kind === "follow-up")
    .flatMap((mail) => mail.links.filter((link) => link.includes("/p/follow-up/")))
    .map((link) => new URL(link).pathname);
const page = async (path: string) => (await api.raw(path)).text();
const send = async (path: string, form: Record<string, string>) => {
  const response = await api.raw(path, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, html: await response.text() };
};
const waves = async () =>
  (await api.call("GET", `/v1/waves?programmeId=${pairing.programmeId}`)).body.items as {
    id: string;
    state: string;
    planned: { ordinal: number };
  }[];
const wave = async (month: number) => {
  const found = (await waves()).find(({ planned }) => planned.ordinal === month);
  return (await api.call("GET", `/v1/waves/${found?.id}`)).body;
};
const WORTH = 'name="worth"';

describe("the question after a session whether it was worth it", () => {
  it("stands beside the other one, preselects nothing, mails nothing of its own, and may be left out", async () => {
    await start(1);
    const [path = ""] = await links();
    expect(await page(path)).toContain("L’incontro è valso il tempo");
    expect(await page(path)).not.toContain("checked");
    expect((await send(path, { happened: "yes" })).status).toBe(200);
    expect(await wave(202612)).toMatchObject({
      state: "open",
      invited: 2,
      answered: 0,
      privacy: "confidential",
    });
    const kinds = new Set((await api.mails()).map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind.startsWith("questionnaire"))).toEqual([]);
  });

  it("is asked once a month and person: who has answered sees it again in the next month only", async () => {
    await start(1);
    const [path = "", other = ""] = await links();
    expect((await send(path, { happened: "yes", worth: "4" })).status).toBe(200);
    expect(await page(path)).not.toContain(WORTH);
    expect(await page(other)).toContain(WORTH);
    await send(path, { happened: "yes", worth: "1" });
    expect((await wave(202612)).answered).toBe(1);
    await api.pass({ days: 14 });
    const second = (await links()).slice(2);
    const shown = await Promise.all(second.map(page));
    expect(shown.filter((html) => html.includes(WORTH))).toHaveLength(1);
    await api.pass({ days: 15 });
    const third = (await links()).slice(4);
    const again = await Promise.all(third.map(page));
    expect(again.filter((html) => html.includes(WORTH))).toHaveLength(2);
  });

  it("keeps what was chosen when something is missing or impossible, and takes nothing of it", async () => {
    await start(1);
    const [path = ""] = await links();
    const missing = await send(path, { worth: "4" });
    expect(missing).toMatchObject({
      status: 422,
      html: expect.stringContaining('name="worth" value="4" checked'),
    });
    const impossible = await send(path, { happened: "yes", worth: "6" });
    expect(impossible).toMatchObject({ status: 422, html: expect.stringContaining('value="yes" checked') });
    expect((await wave(202612)).answered).toBe(0);
    const session = (await api.call("GET", `/v1/sessions?programmeId=${pairing.programmeId}&state=held`))
      .body;
    expect(session.items).toEqual([]);
  });

  it("is not answered for a session that did not take place", async () => {
    await start(1);
    const [path = ""] = await links();
    expect((await send(path, { happened: "no", worth: "1" })).status).toBe(200);
    expect((await wave(202612)).answered).toBe(0);
  });

  it("is stored as the month's response and nowhere else, and is released by the month as group results", async () => {
    await start(4);
    const before = await health();
    for (const [at, path] of (await links()).entries()) {
      await send(path, { happened: "yes", worth: String(1 + (at % 5)) });
    }
    const told = await health();
    expect(told.map(({ held }) => held)).toEqual([1, 1, 1, 1]);
    expect(Object.keys(told[0] ?? {}).sort()).toEqual(expect.arrayContaining(Object.keys(before[0] ?? {})));
    expect(JSON.stringify(told)).not.toContain("worth");
    await api.pass({ days: 29 });
    const december = await wave(202612);
    expect(december).toMatchObject({ state: "released", tables: { invited: 8, responses: 8 } });
    expect(december.tables.total.items.worth).toMatchObject({ kind: "exact" });
    expect(JSON.stringify(december)).not.toContain("ptc_");
  });

  it("is not there where the rules do not ask it", async () => {
    await start(1, false);
    const [path = ""] = await links();
    expect(await page(path)).not.toContain(WORTH);
    expect((await send(path, { happened: "yes", worth: "4" })).status).toBe(200);
    expect(await waves()).toEqual([]);
  });
});

const health = async () =>
  (await api.call("GET", `/v1/programmes/${pairing.programmeId}/health-of-pairings`)).body.items as {
    held: number;
  }[];
