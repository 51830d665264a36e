import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anOpenProgramme,
  aSession,
  ifMatch,
  issueAt,
  outcomeOf,
  problem,
  saying,
  sessionInput,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
let pairing: Pairing;
beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  return () => api.stop();
});

const newPairing = async () => {
  pairing = await anAcceptedPairing(api, programme);
};
const plan = (more?: object) => api.call("POST", "/v1/sessions", { body: sessionInput(pairing, more) });
const read = async (id: string) => (await api.call("GET", `/v1/sessions/${id}`)).body;
const move = (id: string, version: number, localStart: string) =>
  api.call("PUT", `/v1/sessions/${id}/time`, {
    body: { localStart, zone: "Europe/Rome" },
    headers: ifMatch(version),
  });
const cancel = (id: string, reason?: string) =>
  api.call("POST", `/v1/sessions/${id}/cancellation`, { body: { reason } });
const planned = async () => {
  const query = new URLSearchParams({ programmeId: programme.id, pairingId: pairing.id });
  return (await api.call("GET", `/v1/sessions?${query}`)).body.items;
};

describe("a session", () => {
  beforeEach(newPairing);

  it("expects every member of its pairing at the instant of its wall time", async () => {
    const { status, body } = await plan();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      start: "2026-12-03T13:30:00.000Z",
      state: "planned",
      sequence: 0,
      attendees: pairing.members.map(({ participantId }) => ({ participantId, state: "expected" })),
    });
    expect(await planned()).toEqual([body]);
  });

  it("is moved by one of two who move it at once; the other is told", async () => {
    const { id } = await aSession(api, pairing);
    const both = await Promise.all(["2026-12-04T10:00", "2026-12-05T10:00"].map((time) => move(id, 1, time)));
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect(granted.body).toMatchObject({ sequence: 1, version: 2 });
    expect(await read(id)).toEqual(granted.body);
  });

  it("is cancelled once; its sequence rises and it moves no more", async () => {
    const { id } = await aSession(api, pairing);
    const cancelled = await cancel(id, "Ill");
    expect(cancelled).toMatchObject({ status: 200, body: { state: "cancelled", sequence: 1, version: 2 } });
    const data = { state: "cancelled", allowed: [] };
    expect(await cancel(id)).toMatchObject(problem(409, "conflict", { ...saying("has ended"), data }));
    expect(await move(id, 2, "2026-12-04T10:00")).toMatchObject(
      problem(409, "conflict", { ...saying("cannot be moved"), data }),
    );
    expect(await read(id)).toEqual(cancelled.body);
  });

  it("keeps the reason of its cancellation out of what is shown and out of the audit", async () => {
    const { id } = await aSession(api, pairing);
    const shown = [(await cancel(id, "A private matter")).body, await read(id), ...(await planned())];
    expect(JSON.stringify(shown)).not.toContain("private");
    const { items } = await api.ports.table.query({ partition: `audit#session#${id}`, limit: 10 });
    expect(items.map(({ action }) => action).sort()).toEqual(["session.cancelled", "session.planned"]);
    expect(JSON.stringify(items)).not.toContain("private");
  });

  it("is not planned for a pairing that has ended", async () => {
    await api.call("POST", `/v1/pairings/${pairing.id}/ending`, { body: { ending: "unwound" } });
    const data = { state: "ended", meetingStates: ["accepted", "active"] };
    expect(await plan()).toMatchObject(
      problem(409, "conflict", { ...saying("This pairing is ended"), data }),
    );
    expect(await planned()).toEqual([]);
  });
});

describe("a session that cannot be", () => {
  beforeAll(newPairing);

  it.each([
    ["in the past", { localStart: "2026-11-23T10:00" }, { ...saying("is past"), ...issueAt("localStart") }],
    [
      "in an hour that the clocks skip",
      { localStart: "2027-03-28T02:30" },
      { ...saying("skip"), data: { local: "2027-03-28T02:30", zone: "Europe/Rome" } },
    ],
    [
      "at a place in a remote programme",
      { venue: { kind: "place", place: "Room 3" } },
      { ...saying("needs a link"), ...issueAt("venue") },
    ],
    [
      "with a script as its link",
      { venue: { kind: "link", link: "javascript:alert(1)" } },
      issueAt("venue", "link"),
    ],
    [
      "with a link and a place",
      { venue: { kind: "link", link: "https://a.example", place: "Room 3" } },
      issueAt("venue"),
    ],
    ["on an impossible date", { localStart: "2026-02-30T10:00" }, issueAt("localStart")],
    ["without length", { minutes: 0 }, issueAt("minutes")],
  ])("%s is refused and not planned", async (_, more, reason) => {
    expect(await plan(more)).toMatchObject(problem(422, "invalid", reason));
    expect(await planned()).toEqual([]);
  });
});
