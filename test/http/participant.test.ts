import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  aPerson,
  aPreparedParticipant,
  aProgramme,
  issueAt,
  outcomeOf,
  problem,
  saying,
  takeTo,
} from "#test/support/over-http.ts";

let api: Api;
let anna: Person;
let programme: Programme;
beforeAll(async () => {
  api = await aCustomer();
  return () => api.stop();
});
beforeEach(async () => {
  anna = await aPerson(api);
  programme = await anOpenProgramme(api);
});

const add = (more: object = {}) =>
  api.call("POST", "/v1/participants", {
    body: { programmeId: programme.id, personId: anna.id, mentorCapacity: 1, ...more },
  });
const everybody = async (query = "") =>
  (await api.call("GET", `/v1/participants?programmeId=${programme.id}${query}`)).body.items;

describe("a person", () => {
  it("is in a programme once, also when she is added twice at once", async () => {
    const already = problem(409, "conflict", {
      ...saying("already, as invited"),
      data: { state: "invited" },
    });
    const { granted, refused } = outcomeOf(await Promise.all([add(), add()]));
    expect(granted.status).toBe(201);
    expect(refused).toMatchObject(already);
    expect(await add()).toMatchObject(already);
    expect(await everybody()).toEqual([granted.body]);
  });

  it("is not added to a programme whose enrolment is not open", async () => {
    programme = await aProgramme(api);
    const data = { phase: "draft", openPhases: ["enrolling", "preparing", "matching", "running"] };
    expect(await add()).toMatchObject(
      problem(409, "conflict", { ...saying("is draft and takes nobody now"), data }),
    );
    expect(await everybody()).toEqual([]);
  });

  it("must be in the directory, and the programme must exist", async () => {
    expect(await add({ personId: absentId("per") })).toMatchObject(
      problem(422, "invalid", issueAt("personId")),
    );
    expect(await add({ programmeId: absentId("prg") })).toMatchObject(problem(404, "not-found"));
    expect(await everybody()).toEqual([]);
  });

  it.each([
    ["both mentor and mentee", { menteeCapacity: 1 }],
    ["neither", { mentorCapacity: 0 }],
    ["a mentor without end", { mentorCapacity: 21 }],
  ])("cannot be %s", async (_, wrong) => {
    expect(await add(wrong)).toMatchObject(problem(422, "invalid", issueAt("mentorCapacity")));
    expect(await everybody()).toEqual([]);
  });
});

describe("a participant", () => {
  const read = async ({ id }: Participant) => (await api.call("GET", `/v1/participants/${id}`)).body;
  const go = ({ id }: Participant, to: string) =>
    api.call("POST", `/v1/participants/${id}/state`, { body: { to } });

  it("goes on after a pause where she was, and nowhere else", async () => {
    const paused = await takeTo(api, await aPreparedParticipant(api, programme), "paused");
    const data = { state: "paused", allowed: ["resumed", "withdrawn"] };
    expect(await go(paused, "active")).toMatchObject(problem(409, "conflict", { data }));
    expect(await read(paused)).toEqual(paused);
    const resumed = await go(paused, "resumed");
    expect(resumed).toMatchObject({ status: 200, body: { state: "prepared" } });
    expect(resumed.body).not.toHaveProperty("resumesTo");
  });

  it("who withdrew does not come back, and is told so", async () => {
    const withdrawn = await takeTo(api, await aPreparedParticipant(api, programme), "withdrawn");
    const data = { state: "withdrawn", allowed: [] };
    expect(await go(withdrawn, "applied")).toMatchObject(
      problem(409, "conflict", { ...saying("has ended"), data }),
    );
    expect(await read(withdrawn)).toEqual(withdrawn);
  });

  it("is found in the programme's list by her state", async () => {
    const { body } = await add();
    expect(await everybody("&state=invited")).toEqual([body]);
    expect(await everybody("&state=active")).toEqual([]);
  });

  it("who is refused is told once, with what the manager writes to her, and nothing more", async () => {
    const { participant, person } = await anInvitedParticipant(api, programme);
    await takeTo(api, participant, "applied");
    const refuse = (body: object) =>
      api.call("POST", `/v1/participants/${participant.id}/state`, { body: { to: "refused", ...body } });
    expect(await refuse({ reason: "" })).toMatchObject(problem(422, "invalid", issueAt("reason")));
    const reason = "I posti sono finiti.\nCi riproviamo a gennaio?";
    expect(await refuse({ reason })).toMatchObject({
      status: 200,
      body: { state: "refused", refusal: reason },
    });
    await api.pass({ days: 10 });
    const mails = await api.mails(person.email);
    expect(mails.map(({ kind }) => kind)).toEqual(["refusal"]);
    expect(mails[0]?.text).toContain("I posti sono finiti.");
  });

  it("is given a reason for nothing but a refusal", async () => {
    const { participant } = await anInvitedParticipant(api, programme);
    const body = { to: "applied", reason: "Well done" };
    expect(await api.call("POST", `/v1/participants/${participant.id}/state`, { body })).toMatchObject(
      problem(422, "invalid", issueAt("reason")),
    );
    expect((await read(participant)).state).toBe("invited");
  });
});
