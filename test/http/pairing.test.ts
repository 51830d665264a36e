import type { Id } from "@viceversa/core/ids.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  anAcceptedPairing,
  anOpenProgramme,
  aPreparedParticipant,
  aProposedPairing,
  ifMatch,
  issueAt,
  outcomeOf,
  pairingInput,
  problem,
  saying,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
let mentor: Participant;
let mentee: Participant;
beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  return () => api.stop();
});

const someMembers = async () => {
  [mentor, mentee] = await Promise.all([
    aPreparedParticipant(api, programme, { mentorCapacity: 2 }),
    aPreparedParticipant(api, programme, { menteeCapacity: 1 }),
  ]);
};
const pair = (other = mentee, more: object = {}) =>
  api.call("POST", "/v1/pairings", { body: pairingInput(mentor, other, more) });
const read = async (path: string) => (await api.call("GET", `/v1/${path}`)).body;
/** How many pairings the two have. */
const loads = async (other = mentee) => [
  (await read(`participants/${mentor.id}`)).mentorLoad,
  (await read(`participants/${other.id}`)).menteeLoad,
];

describe("a pairing", () => {
  beforeEach(someMembers);
  const end = (id: Id<"pairing">, ending: string) =>
    api.call("POST", `/v1/pairings/${id}/ending`, { body: { ending } });
  const accept = (id: Id<"pairing">, participantId: Id<"participant">, as = api.admin) =>
    api.call("POST", `/v1/pairings/${id}/acceptances`, { as, body: { participantId } });

  it("takes a place of each member and gives it back when it ends", async () => {
    const { id } = await aProposedPairing(api, mentor, mentee);
    expect(await loads()).toEqual([1, 1]);
    expect(await end(id, "unwound")).toMatchObject({
      status: 200,
      body: { state: "ended", ending: "unwound" },
    });
    expect(await loads()).toEqual([0, 0]);
    await aProposedPairing(api, mentor, mentee);
    expect(await loads()).toEqual([1, 1]);
  });

  it("ends once, and frees the places once, when two end it at the same moment", async () => {
    const { id } = await aProposedPairing(api, mentor, mentee);
    const { refused } = outcomeOf(await Promise.all([1, 2].map(() => end(id, "completed"))));
    expect(refused).toMatchObject(problem(409, "conflict"));
    expect(await loads()).toEqual([0, 0]);
    expect(await end(id, "completed")).toMatchObject(
      problem(409, "conflict", { ...saying("has ended"), data: { state: "ended", allowed: [] } }),
    );
    expect(await loads()).toEqual([0, 0]);
  });

  it("never goes beyond a member's capacity, however many ask at once", async () => {
    const others = await Promise.all([1, 2, 3, 4].map(() => aPreparedParticipant(api, programme)));
    const all = await Promise.all(others.map((other) => pair(other)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(2);
    const full = problem(409, "conflict", {
      ...saying("no room for another pairing as a mentor"),
      data: { participantId: mentor.id },
    });
    for (const [number, other] of others.entries()) {
      const answer = all[number];
      if (answer?.status !== 201) expect(answer).toMatchObject(full);
      expect(await loads(other)).toEqual([2, answer?.status === 201 ? 1 : 0]);
    }
    expect(await pair()).toMatchObject(full);
    expect(await loads()).toEqual([2, 0]);
  });

  it("is one at a time for the same two, whoever is named first", async () => {
    const roomy = await aPreparedParticipant(api, programme, { menteeCapacity: 2 });
    expect((await pair(roomy)).status).toBe(201);
    const members = pairingInput(mentor, roomy).members.toReversed();
    expect(await pair(roomy, { members })).toMatchObject(problem(409, "conflict", saying("already")));
    expect(await loads(roomy)).toEqual([1, 1]);
  });

  it("waits until its members are prepared", async () => {
    await takeTo(api, mentee, "withdrawn");
    const data = { participantId: mentee.id, pairable: ["prepared", "active"] };
    expect(await pair()).toMatchObject(
      problem(409, "conflict", { ...saying("is withdrawn; she must be prepared first"), data }),
    );
    expect(await loads()).toEqual([0, 0]);
  });

  it("is accepted when each member has said yes, and yes twice counts once", async () => {
    const { id } = await aProposedPairing(api, mentor, mentee);
    const [zoe, bruno] = [await tokenOf(api, mentor.personId), await tokenOf(api, mentee.personId)];
    const half = { status: 200, body: { state: "proposed", accepted: [mentor.id], version: 2 } };
    expect(await accept(id, mentor.id, zoe)).toMatchObject(half);
    expect(await accept(id, mentor.id, zoe)).toMatchObject(half);
    expect(await accept(id, mentee.id, bruno)).toMatchObject({ status: 200, body: { state: "accepted" } });
    expect(await read(`pairings/${id}`)).toMatchObject({ accepted: [mentor.id, mentee.id], version: 3 });
  });

  it("cannot be accepted by one member for the other", async () => {
    const { id } = await aProposedPairing(api, mentor, mentee);
    const bruno = await tokenOf(api, mentee.personId);
    expect(await accept(id, mentor.id, bruno)).toMatchObject(problem(404, "not-found"));
    expect(await read(`pairings/${id}`)).toMatchObject({ state: "proposed", accepted: [], version: 1 });
  });

  it("cannot be accepted by somebody else, who does not learn that it exists", async () => {
    const { id } = await aProposedPairing(api, mentor, mentee);
    const stranger = await aPreparedParticipant(api, programme);
    const as = await tokenOf(api, stranger.personId);
    const absent = await api.call("GET", `/v1/pairings/${absentId("pai")}`, { as });
    expect(absent).toMatchObject(problem(404, "not-found"));
    const refused = [
      await accept(id, stranger.id, as),
      await accept(id, mentor.id, as),
      await api.call("GET", `/v1/pairings/${id}`, { as }),
      await accept(id, stranger.id),
    ];
    for (const { status, body } of refused) expect([status, body]).toEqual([404, absent.body]);
    expect(await read(`pairings/${id}`)).toMatchObject({ state: "proposed", accepted: [], version: 1 });
  });
});

describe("a plan that cannot be met", () => {
  beforeAll(someMembers);
  const sundays = { everyWeeks: 2, weekday: 7, wallTime: "02:30", minutes: 60, count: 6 };

  it.each([
    [
      "begins in the past",
      { plannedFrom: "2026-11-01T09:00" },
      { ...saying("in the past"), ...issueAt("plannedFrom") },
    ],
    [
      "meets in an hour that the clocks skip",
      { plannedFrom: "2027-03-14T00:00", plan: sundays },
      { ...saying("skip"), data: { local: "2027-03-28T02:30", zone: "Europe/Rome" } },
    ],
  ])("because it %s is refused and takes no place", async (_, more, reason) => {
    expect(await pair(mentee, more)).toMatchObject(problem(422, "invalid", reason));
    expect(await loads()).toEqual([0, 0]);
  });

  it.each([
    [
      "two mentors",
      [
        { teaches: true, learns: false },
        { teaches: true, learns: false },
      ],
    ],
    [
      "two who both teach and learn",
      [
        { teaches: true, learns: true },
        { teaches: true, learns: true },
      ],
    ],
  ])("by %s is refused", async (_, roles) => {
    const members = pairingInput(mentor, mentee).members.map((member, number) => ({
      ...member,
      ...roles[number],
    }));
    expect(await pair(mentee, { members })).toMatchObject(problem(422, "invalid", issueAt("members")));
    expect(await loads()).toEqual([0, 0]);
  });
});

describe("the sessions of a plan", () => {
  const setHolidays = async (holidays: object[]) => {
    const { version } = await read("organisation");
    await api.call("PATCH", "/v1/organisation", { body: { holidays }, headers: ifMatch(version) });
  };

  it("are on the next working day where one falls on a holiday", async () => {
    await setHolidays([{ date: "2026-12-03", name: { en: "Founding day" } }]);
    const { id } = await anAcceptedPairing(api, programme);
    await api.pass({ minutes: 5 });
    const { items } = await read(`sessions?programmeId=${programme.id}&pairingId=${id}`);
    expect(items.map(({ localStart }: { localStart: string }) => localStart)).toEqual([
      "2026-12-04T14:30",
      "2026-12-17T14:30",
    ]);
    await setHolidays([]);
  });
});
