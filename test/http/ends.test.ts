import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { mailboxKey } from "@viceversa/core/person/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";

let api: Api;
let pairing: Pairing;
const MENTEE = "bruno.mentee@example.com";
const MENTOR = "zoe.mentor@example.com";

beforeEach(async () => {
  api = await startApi();
  await anOrganisation(api.ctx);
  pairing = await anAcceptedPairing(api.ctx, await anOpenProgramme(api.ctx));
  await api.pass({ minutes: 10 });
  return () => api.stop();
});

const post = (path: string, body: object) => api.call("POST", path, { body });
const sessions = async (state: string) =>
  (await api.call("GET", `/v1/sessions?programmeId=${pairing.programmeId}&state=${state}`)).body.items;
/** What participants get; a manager's summary comes whatever becomes of a pairing. */
const mails = async () => (await api.mails()).filter(({ kind }) => kind !== "weekly summary");
const methods = async (from: number) =>
  (await mails()).slice(from).map(({ to, calendar }) => [to, calendar?.method]);
const stateOf = (to: string) => post(`/v1/participants/${pairing.members[0]?.participantId}/state`, { to });
const phaseOf = (to: string) => post(`/v1/programmes/${pairing.programmeId}/phase`, { to });
const both = (method: string) => [
  [MENTEE, method],
  [MENTEE, method],
  [MENTOR, method],
  [MENTOR, method],
];

describe("a participant who pauses", () => {
  it("meets nobody meanwhile: her sessions are called off, and new ones are made when she is back", async () => {
    const before = (await mails()).length;
    await stateOf("active");
    await stateOf("paused");
    await api.pass({ minutes: 10 });
    expect((await methods(before)).sort()).toEqual(both("CANCEL"));
    await api.pass({ days: 7 });
    expect((await mails()).length).toBe(before + 4);
    await stateOf("resumed");
    await api.pass({ minutes: 10 });
    expect((await methods(before + 4)).sort()).toEqual(both("REQUEST"));
    const starts = (await sessions("planned")).map(({ localStart }: { localStart: string }) => localStart);
    expect(starts).toEqual(["2026-12-03T14:30", "2026-12-17T14:30"]);
  });
});

describe("a programme that is cancelled", () => {
  it("ends its pairings, calls their sessions off, and plans and asks nothing more", async () => {
    const before = (await mails()).length;
    await phaseOf("cancelled");
    await api.pass({ minutes: 10 });
    expect((await methods(before)).sort()).toEqual(both("CANCEL"));
    expect((await api.call("GET", `/v1/pairings/${pairing.id}`)).body).toMatchObject({ state: "ended" });
    const extra = { pairingId: pairing.id, localStart: "2026-12-09T10:00", zone: "Europe/Rome", minutes: 60 };
    expect((await post("/v1/sessions", extra)).status).toBe(409);
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const wave = {
      programmeId: pairing.programmeId,
      instrumentId: instrument.id,
      privacy: "confidential",
      opensAt: "2026-12-01T08:00:00Z",
      closesAt: "2026-12-05T08:00:00Z",
    };
    expect((await post("/v1/waves", wave)).status).toBe(409);
    expect((await post(`/v1/programmes/${pairing.programmeId}/pause`, { paused: true })).status).toBe(409);
    const path = `/v1/programmes/${pairing.programmeId}`;
    const headers = { "if-match": (await api.call("GET", path)).headers.get("etag") ?? "" };
    const change = await api.call("PATCH", path, { body: { name: "Again" }, headers });
    expect(change).toMatchObject({ status: 409, body: { data: { phase: "cancelled" } } });
    await api.pass({ days: 30 });
    expect((await mails()).length).toBe(before + 4);
  });

  it("reminds nobody, not even before its pairings have ended", async () => {
    const before = (await mails()).length;
    await api.ctx.table.write({
      write: "update",
      key: { pk: `programme#${pairing.programmeId}`, sk: "ENTITY" },
      change: { set: { phase: "cancelled" } },
    });
    await api.pass({ days: 8, hours: 6 });
    expect((await mails()).length).toBe(before);
  });

  it("does not go back to a phase that nothing leads to, and says where it may go", async () => {
    expect(await phaseOf("draft")).toMatchObject({
      status: 409,
      body: { data: { state: "enrolling", allowed: ["preparing", "cancelled"] } },
    });
  });
});

describe("a session that has begun", () => {
  it("is neither moved nor cancelled any more", async () => {
    const [first] = await sessions("planned");
    await api.pass({ days: 10 });
    const path = `/v1/sessions/${first.id}`;
    const before = (await api.call("GET", path)).body;
    const headers = { "if-match": `"${before.version}"` };
    const body = { localStart: "2026-12-10T10:00", zone: "Europe/Rome" };
    expect((await api.call("PUT", `${path}/time`, { body, headers })).status).toBe(409);
    expect((await post(`${path}/cancellation`, {})).status).toBe(409);
    expect((await api.call("GET", path)).body).toEqual(before);
  });
});

describe("who wants no more reminders", () => {
  it("gets none at a new address either, and whoever has the old one next does", async () => {
    await api.pass({ days: 9 });
    const reminder = (await api.mails(MENTEE)).find(({ kind }) => kind === "reminder");
    const link = reminder?.links.find((one) => one.includes("/p/unsubscribe/")) ?? "";
    const form = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    await api.raw(new URL(link).pathname, { method: "POST", body: form });
    const { items } = (await api.call("GET", "/v1/people")).body;
    const bruno = items.find(({ email }: { email: string }) => email === MENTEE);
    const change = {
      body: { email: "bruno@elsewhere.example" },
      headers: { "if-match": `"${bruno.version}"` },
    };
    expect((await api.call("PATCH", `/v1/people/${bruno.id}`, change)).status).toBe(200);
    await api.pass({ days: 60 });
    const kinds = (await api.mails("bruno@elsewhere.example")).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["invitation", "follow-up"]));
    const mailbox = await api.ctx.table.get(mailboxKey(MENTEE));
    expect(mailbox).not.toHaveProperty("reminders");
  });
});

describe("a new lead of reminders", () => {
  it("repeats no reminder that has gone", async () => {
    await api.pass({ days: 8, hours: 6 });
    const path = `/v1/programmes/${pairing.programmeId}`;
    const headers = { "if-match": (await api.call("GET", path)).headers.get("etag") ?? "" };
    await api.call("PATCH", path, { body: { reminderLeadMinutes: 120 }, headers });
    await api.pass({ days: 1 });
    const reminders = (await api.mails(MENTEE)).filter(({ kind }) => kind === "reminder");
    expect(reminders.map(({ sentAt }) => sentAt)).toEqual(["2026-12-02T13:30:00.000Z"]);
  });
});
