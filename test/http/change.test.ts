import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";

let api: Api;
let pairing: Pairing;
const MENTEE = "bruno.mentee@example.com";

beforeEach(async () => {
  api = await startApi();
  await anOrganisation(api.ctx);
  pairing = await anAcceptedPairing(api.ctx, await anOpenProgramme(api.ctx));
  await api.pass({ minutes: 10 });
  return () => api.stop();
});

const versionOf = async (path: string) => ({
  "if-match": (await api.call("GET", path)).headers.get("etag") ?? "",
});
const reminders = async () =>
  (await api.mails(MENTEE)).filter(({ kind }) => kind === "reminder").map(({ sentAt }) => sentAt);

describe("a change of a programme's rules", () => {
  const path = () => `/v1/programmes/${pairing.programmeId}`;

  it("moves the reminders of what is planned already", async () => {
    const headers = await versionOf(path());
    const answer = await api.call("PATCH", path(), { body: { reminderLeadMinutes: 60 }, headers });
    expect(answer.body).toMatchObject({ reminderLeadMinutes: 60 });
    await api.pass({ days: 10 });
    expect(await reminders()).toEqual(["2026-12-03T12:30:00.000Z"]);
  });

  it("to a manager who is not in the directory is refused and changes nothing", async () => {
    const headers = await versionOf(path());
    const body = { name: "Else", managers: [`per_${"0".repeat(26)}`] };
    expect((await api.call("PATCH", path(), { body, headers })).status).toBe(422);
    expect((await api.call("GET", path())).body.name).toBe("AI for leaders");
    expect((await api.call("PATCH", path(), { body: { format: "group" }, headers })).status).toBe(422);
  });
});

describe("a change of a pairing's plan", () => {
  const path = () => `/v1/pairings/${pairing.id}`;
  const plan = (more: object = {}) => ({
    zone: "Europe/Rome",
    venue: { kind: "link", link: "https://meet.example.com/2" },
    plan: { everyWeeks: 1, weekday: 2, wallTime: "09:00", minutes: 45, count: 3 },
    plannedFrom: "2026-12-07T08:00",
    ...more,
  });
  const starts = async (state: string) => {
    const query = `programmeId=${pairing.programmeId}&state=${state}`;
    const { items } = (await api.call("GET", `/v1/sessions?${query}`)).body;
    return items.map(({ localStart }: { localStart: string }) => localStart);
  };

  it("calls off what the old plan held in being and invites to the new one", async () => {
    const headers = await versionOf(path());
    expect((await api.call("PUT", `${path()}/plan`, { body: plan(), headers })).status).toBe(200);
    await api.pass({ minutes: 10 });
    expect(await starts("cancelled")).toEqual(["2026-12-03T14:30", "2026-12-17T14:30"]);
    expect(await starts("planned")).toEqual(["2026-12-08T09:00", "2026-12-15T09:00"]);
    await api.pass({ days: 30 });
    const met = [...(await starts("held")), ...(await starts("planned"))];
    expect(met).toEqual(["2026-12-08T09:00", "2026-12-15T09:00", "2026-12-22T09:00"]);
    expect(await reminders()).toHaveLength(3);
  });

  it.each([
    ["in the past", { plannedFrom: "2026-11-02T08:00" }, 422],
    ["at a place in a remote programme", { venue: { kind: "place", place: "Room 3" } }, 422],
  ])("%s is refused and calls nothing off", async (_, more, status) => {
    const headers = await versionOf(path());
    expect((await api.call("PUT", `${path()}/plan`, { body: plan(more), headers })).status).toBe(status);
    await api.pass({ minutes: 10 });
    expect(await starts("cancelled")).toEqual([]);
  });
});

describe("a change of a participant's capacity", () => {
  it("is refused below the pairings that she has", async () => {
    const [mentor] = pairing.members;
    const path = `/v1/participants/${mentor?.participantId}`;
    const change = async (mentorCapacity: number, menteeCapacity = 0) =>
      (
        await api.call("PUT", `${path}/capacity`, {
          body: { mentorCapacity, menteeCapacity },
          headers: await versionOf(path),
        })
      ).status;
    expect(await change(3)).toBe(200);
    expect(await change(0, 1)).toBe(409);
    expect(await change(0)).toBe(422);
    expect((await api.call("GET", path)).body).toMatchObject({ mentorCapacity: 3, mentorLoad: 1 });
  });
});

describe("a session that moves to another place", () => {
  it("is told with the new link, at the same hour", async () => {
    const query = `programmeId=${pairing.programmeId}`;
    const [session] = (await api.call("GET", `/v1/sessions?${query}`)).body.items;
    const path = `/v1/sessions/${session.id}`;
    const to = { localStart: session.localStart, zone: session.zone };
    const venue = { kind: "link", link: "https://meet.example.com/elsewhere" };
    const headers = await versionOf(path);
    const place = { kind: "place", place: "Room 3" };
    expect((await api.call("PUT", `${path}/time`, { body: { ...to, venue: place }, headers })).status).toBe(
      422,
    );
    expect((await api.call("PUT", `${path}/time`, { body: { ...to, venue }, headers })).status).toBe(200);
    await api.pass({ minutes: 10 });
    const last = (await api.mails(MENTEE)).at(-1);
    expect(last?.links).toContain(venue.link);
    expect(last?.calendar).toMatchObject({ method: "REQUEST", sequence: 1 });
  });
});

describe("a change of a wave's hours", () => {
  it("holds until it opens, and then no more", async () => {
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const hours = (day: number) => ({
      opensAt: `2026-12-0${day}T08:00:00Z`,
      closesAt: `2026-12-0${day + 3}T08:00:00Z`,
      reminders: 0,
    });
    const input = { programmeId: pairing.programmeId, instrumentId: instrument.id, privacy: "confidential" };
    const { id } = (await api.call("POST", "/v1/waves", { body: { ...input, ...hours(1) } })).body;
    const path = `/v1/waves/${id}`;
    const change = async (body: object) =>
      (await api.call("PUT", `${path}/hours`, { body, headers: await versionOf(path) })).status;
    expect(await change(hours(2))).toBe(200);
    expect(await change({ ...hours(2), closesAt: "2026-12-01T08:00:00Z" })).toBe(422);
    await api.pass({ days: 7 });
    expect((await api.call("GET", path)).body).toMatchObject({ state: "scheduled" });
    await api.pass({ days: 1 });
    expect((await api.call("GET", path)).body).toMatchObject({ state: "open", invited: 2 });
    expect(await change(hours(5))).toBe(409);
  });
});
