import type { Participant } from "@viceversa/core/participant/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  anOpenProgramme,
  aPerson,
  aProgramme,
  ifMatch,
  problem,
  saying,
  takeMessages,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let programmeId: string;
const invitable = { "Rossi Ada": ["Milano", "Sales", 1999], "Bianchi Ugo": ["Milano", "IT", 1998] } as const;
const others = { "Neri Ida": ["Roma", "Sales", 2000], "Verdi Pia": ["Milano", "Sales", 1960] } as const;

beforeAll(async () => {
  api = await aCustomer();
  for (const [name, [site, department, birthYear]] of Object.entries({ ...invitable, ...others })) {
    await aPerson(api, undefined, { name, site, department, birthYear });
  }
  const gone = await aPerson(api, undefined, { site: "Milano", department: "Sales", birthYear: 1999 });
  await api.call("POST", `/v1/people/${gone.id}/deactivation`);
});
afterAll(() => api.stop());
beforeEach(async () => {
  const programme = await anOpenProgramme(api);
  programmeId = programme.id;
});

const youngInMilan = { generations: ["z"], sites: ["Milano"] };
const round = (more: object = {}) => ({ programmeId, role: "mentor", criteria: youngInMilan, ...more });
const preview = (more?: object) =>
  api.call("POST", "/v1/participants/invitations/preview", { body: round(more) });
const invite = (more?: object, options: object = {}) =>
  api.call("POST", "/v1/participants/invitations", { body: round(more), ...options });
const participants = async () =>
  (await api.call("GET", `/v1/participants?programmeId=${programmeId}`)).body.items;
const finished = async (id: string) => {
  await api.pass({ minutes: 1 });
  return (await api.call("GET", `/v1/jobs/${id}`)).body;
};

describe("a round of invitations", () => {
  it("shows whom it would reach before it reaches anybody, without those who have left", async () => {
    expect(await preview()).toMatchObject({
      status: 200,
      body: {
        fitting: 2,
        alreadyIn: 0,
        people: [{ name: "Bianchi Ugo" }, { name: "Rossi Ada", site: "Milano" }],
      },
    });
    expect(await participants()).toEqual([]);
  });

  it("makes participants of all who fit, and mails each of them one invitation", async () => {
    const { status, body } = await invite({ capacity: 2 });
    expect([status, body]).toMatchObject([
      202,
      { kind: "participant-invitation", state: "queued", total: 2 },
    ]);
    expect(await finished(body.id)).toMatchObject({ state: "done", done: 2, failed: 0 });
    const invited = await participants();
    expect(invited).toHaveLength(2);
    for (const one of invited) {
      expect(one).toMatchObject({ state: "invited", mentorCapacity: 2, menteeCapacity: 0 });
      const { email } = (await api.call("GET", `/v1/people/${one.personId}`)).body;
      expect((await api.mails(email)).map(({ kind }) => kind)).toEqual(["invitation to apply"]);
    }
  });

  it("leaves those as they are who are in the programme, and says so when nobody is left", async () => {
    await finished((await invite({ criteria: { ...youngInMilan, departments: ["IT"] } })).body.id);
    const [first] = await participants();
    const applied = await takeTo(api, first, "applied");
    expect((await preview()).body).toMatchObject({ fitting: 1, alreadyIn: 1 });
    await finished((await invite()).body.id);
    expect(await participants()).toHaveLength(2);
    expect(await participants()).toContainEqual(applied);
    expect(await invite()).toMatchObject(problem(409, "conflict", { data: { alreadyIn: 2 } }));
  });

  it("reaches a list of people, but nobody on it whom the programme's eligibility keeps out", async () => {
    const everybody = (await preview({ criteria: {} })).body.people;
    const listed = everybody.filter(({ name }: { name: string }) => name in others || name in invitable);
    const { version } = (await api.call("GET", `/v1/programmes/${programmeId}`)).body;
    const eligibility = { mentor: { departments: ["Sales"] } };
    const headers = ifMatch(version);
    await api.call("PATCH", `/v1/programmes/${programmeId}`, { body: { eligibility }, headers });
    const people = listed.map(({ id }: { id: string }) => id);
    const { body } = await preview({ criteria: { people } });
    expect(body.people.map(({ name }: { name: string }) => name)).toEqual([
      "Neri Ida",
      "Rossi Ada",
      "Verdi Pia",
    ]);
  });

  it("asked for twice with one key is one job; a message that comes twice invites nobody twice", async () => {
    const headers = { "idempotency-key": "round-1" };
    const [one, again] = [await invite({}, { headers }), await invite({}, { headers })];
    expect(again?.body).toEqual(one?.body);
    const messages = takeMessages(api, "bulk");
    for (const message of [...messages, ...messages]) await api.ports.queue.send("bulk", message);
    expect(await finished(one?.body.id)).toMatchObject({ state: "done", failed: 0 });
    expect(await participants()).toHaveLength(2);
  });

  it("counts it as no error when somebody has come into the programme by another way meanwhile", async () => {
    const { people } = (await preview()).body;
    const { body } = await invite();
    await api.call("POST", "/v1/participants", {
      body: { programmeId, personId: people[0].id, mentorCapacity: 3 },
    });
    expect(await finished(body.id)).toMatchObject({ state: "done", failed: 0 });
    expect((await participants()).map((one: Participant) => one.mentorCapacity).sort()).toEqual([1, 3]);
  });

  it("names those whom the enrolment shut out while it went on, and loses nobody else", async () => {
    const { body } = await invite();
    const { version } = (await api.call("GET", `/v1/programmes/${programmeId}`)).body;
    const change = { enrolment: { state: "closed" } };
    await api.call("PATCH", `/v1/programmes/${programmeId}`, { body: change, headers: ifMatch(version) });
    expect(await finished(body.id)).toMatchObject({ state: "done", failed: 2 });
    const { items } = (await api.call("GET", `/v1/jobs/${body.id}/errors`)).body;
    expect(items).toMatchObject([
      { line: 1, message: expect.stringContaining("enrolment of this programme is closed") },
      { line: 2 },
    ]);
    expect(await participants()).toEqual([]);
  });

  it.each([
    ["no criteria at all, so that nobody is invited by mistake", { criteria: undefined }],
    ["an empty list", { criteria: { people: [] } }],
    ["a criterion that nobody knows", { criteria: { shoeSize: [42] } }],
    ["a role that there is not", { role: "coach" }],
    ["no room for anybody", { capacity: 0 }],
  ])("is refused with %s", async (_, wrong) => {
    expect(await invite(wrong)).toMatchObject(problem(422, "invalid"));
    expect(await participants()).toEqual([]);
  });

  it("is refused where the programme takes nobody, and to whoever does not run it", async () => {
    const draft = await aProgramme(api);
    expect(await invite({ programmeId: draft.id })).toMatchObject(
      problem(409, "conflict", saying("takes nobody now")),
    );
    expect(await invite({ programmeId: absentId("prg") })).toMatchObject(problem(404, "not-found"));
    const stranger = await aPerson(api);
    const as = await tokenOf(api, stranger.id, ["manager"]);
    expect(await invite({}, { as })).toMatchObject(problem(404, "not-found"));
    expect(await participants()).toEqual([]);
  });
});
