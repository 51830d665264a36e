import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anOpenProgramme,
  aPerson,
  ifMatch,
  issueAt,
  outcomeOf,
  personInput,
  problem,
  programmeInput,
  saying,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
let pairing: Pairing;
let anna: Person;
let bruno: Person;

const get = async (path: string) => (await api.call("GET", path)).body;
const deactivate = (id: string, headers = {}) =>
  api.call("POST", `/v1/people/${id}/deactivation`, { headers });
const reactivate = (id: string) => api.call("POST", `/v1/people/${id}/reactivation`);
const participantOf = async ({ id }: Person): Promise<Participant> => {
  const query = `programmeId=${programme.id}&personId=${id}`;
  return (await get(`/v1/participants?${query}`)).items[0];
};
const sessions = async (state: string) =>
  (await get(`/v1/sessions?programmeId=${programme.id}&state=${state}`)).items;
const methodsTo = async ({ email }: Person) =>
  (await api.mails(email)).map(({ calendar }) => calendar?.method);

/** Schedules a questionnaire for everybody in the programme. */
const ask = async () => {
  const body = {
    programmeId: programme.id,
    instrumentId: shippedInstruments[0]?.id,
    privacy: "confidential",
    opensAt: "2026-11-25T08:00:00Z",
    closesAt: "2026-12-05T18:00:00Z",
  };
  expect((await api.call("POST", "/v1/waves", { body })).status).toBe(201);
};
const asked = async ({ email }: Person) =>
  (await api.mails(email)).filter(({ links }) => links.some((link) => link.includes("/p/questionnaire/")))
    .length;

beforeEach(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  pairing = await anAcceptedPairing(api, programme);
  const people = pairing.members.map(async ({ participantId }) => {
    const { personId } = await get(`/v1/participants/${participantId}`);
    return get(`/v1/people/${personId}`);
  });
  [anna, bruno] = (await Promise.all(people)) as [Person, Person];
  await api.pass({ minutes: 10 });
  return () => api.stop();
});

describe("somebody who leaves", () => {
  it("is withdrawn: her pairings end, and her sessions leave her calendar and the other's", async () => {
    const { status, body } = await deactivate(anna.id);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: "deactivated", deactivatedAt: api.ports.clock.now(), version: 2 },
    });
    await api.pass({ minutes: 10 });
    expect(await participantOf(anna)).toMatchObject({ state: "withdrawn" });
    expect(await participantOf(bruno)).toMatchObject({ state: "prepared", menteeLoad: 0 });
    expect(await get(`/v1/pairings/${pairing.id}`)).toMatchObject({ state: "ended", ending: "withdrawn" });
    expect(await sessions("planned")).toEqual([]);
    for (const person of [anna, bruno]) {
      expect(await methodsTo(person)).toEqual(["REQUEST", "REQUEST", "CANCEL", "CANCEL"]);
    }
    await api.pass({ days: 60 });
    expect(await methodsTo(anna)).toHaveLength(4);
  });

  it("is neither reminded nor invited nor asked in the very moment, before she is withdrawn", async () => {
    await api.ports.table.write({
      write: "update",
      key: { pk: `person#${anna.id}`, sk: "ENTITY" },
      change: { set: { state: "deactivated" }, add: { version: 1 } },
    });
    const moved = (await sessions("planned"))[0];
    await api.call("PUT", `/v1/sessions/${moved.id}/time`, {
      body: { localStart: "2026-12-04T14:30", zone: "Europe/Rome" },
      headers: ifMatch(moved.version),
    });
    await ask();
    await api.pass({ days: 12 });
    for (const person of [anna, bruno]) {
      const mails = await api.mails(person.email);
      expect(mails.filter(({ calendar }) => calendar)).toHaveLength(2);
      expect(mails.filter(({ subject }) => subject.startsWith("Promemoria"))).toEqual([]);
    }
    expect([await asked(anna), await asked(bruno)]).toEqual([0, 3]);
  });

  it("is asked nothing more", async () => {
    await ask();
    await api.pass({ days: 1 });
    await deactivate(anna.id);
    await api.pass({ days: 10 });
    expect([await asked(anna), await asked(bruno)]).toEqual([1, 3]);
  });

  it("is withdrawn also from what the index did not know yet when she left", async () => {
    const key = { pk: `participant#${(await participantOf(anna)).id}`, sk: "ENTITY" };
    const write = (change: object) => api.ports.table.write({ write: "update", key, change });
    await write({ remove: ["personPk"] });
    await deactivate(anna.id);
    await api.pass({ minutes: 5 });
    expect(await participantOf(anna)).toMatchObject({ state: "prepared" });
    await write({ set: { personPk: anna.id } });
    await api.pass({ minutes: 15 });
    expect(await participantOf(anna)).toMatchObject({ state: "withdrawn" });
  });

  it("joins no programme and manages no new one, and her address stays hers", async () => {
    await deactivate(anna.id);
    const other = await anOpenProgramme(api);
    const add = { programmeId: other.id, personId: anna.id, mentorCapacity: 1 };
    expect(await api.call("POST", "/v1/participants", { body: add })).toMatchObject(
      problem(409, "conflict", { ...saying("left"), data: { person: "deactivated" } }),
    );
    expect((await get(`/v1/participants?programmeId=${other.id}`)).items).toEqual([]);
    expect(await api.call("POST", "/v1/programmes", { body: programmeInput([anna.id]) })).toMatchObject(
      problem(422, "invalid", issueAt("managers")),
    );
    const body = personInput("somebody", { email: anna.email.toUpperCase() });
    expect(await api.call("POST", "/v1/people", { body })).toMatchObject(problem(409, "conflict"));
  });

  it("leaves the programmes that she managed with the others changeable", async () => {
    const [manager = ""] = programme.managers;
    await deactivate(manager);
    const change = (version: number, managers: string[]) =>
      api.call("PATCH", `/v1/programmes/${programme.id}`, {
        body: { managers },
        headers: ifMatch(version),
      });
    expect((await change(2, [manager, bruno.id])).status).toBe(200);
    await deactivate(anna.id);
    expect(await change(3, [bruno.id, anna.id])).toMatchObject(problem(422, "invalid", issueAt("managers")));
    expect((await change(3, [bruno.id])).status).toBe(200);
  });

  it("leaves once, also when two say so at once, and a repeat is answered as the first time", async () => {
    const both = await Promise.all([deactivate(anna.id), deactivate(anna.id)]);
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(
      problem(409, "conflict", { data: { state: "deactivated", allowed: ["active", "erased"] } }),
    );
    expect(granted.body.version).toBe(2);
    const key = { "idempotency-key": "leave-1" };
    expect((await deactivate(bruno.id, key)).status).toBe(200);
    expect((await deactivate(bruno.id, key)).body).toMatchObject({ state: "deactivated", version: 2 });
  });
});

describe("somebody who is back", () => {
  it("stays out of what she was withdrawn from and can join what is new", async () => {
    expect(await reactivate(anna.id)).toMatchObject(
      problem(409, "conflict", { data: { state: "active", allowed: ["deactivated"] } }),
    );
    await deactivate(anna.id);
    await api.pass({ minutes: 10 });
    const { status, body } = await reactivate(anna.id);
    expect({ status, body }).toMatchObject({ status: 200, body: { state: "active", version: 3 } });
    expect(body).not.toHaveProperty("deactivatedAt");
    await api.pass({ days: 1 });
    expect(await participantOf(anna)).toMatchObject({ state: "withdrawn" });
    const other = await anOpenProgramme(api);
    const add = { programmeId: other.id, personId: anna.id, mentorCapacity: 1 };
    expect((await api.call("POST", "/v1/participants", { body: add })).status).toBe(201);
  });

  it("before anybody looked is withdrawn from nothing", async () => {
    await deactivate(anna.id);
    await reactivate(anna.id);
    await api.pass({ days: 1 });
    expect(await participantOf(anna)).toMatchObject({ state: "prepared" });
    expect(await sessions("planned")).toHaveLength(2);
  });
});

describe("the directory", () => {
  const names = async (state: string) =>
    (await get(`/v1/people?state=${state}`)).items.map(({ name }: Person) => name);

  it("lists people by whether they are still there", async () => {
    await deactivate(anna.id);
    expect(await names("deactivated")).toEqual([anna.name]);
    expect(await names("active")).not.toContain(anna.name);
    expect(await api.call("GET", "/v1/people?state=gone")).toMatchObject(
      problem(422, "invalid", issueAt("state")),
    );
  });

  const imported = async (rows: string) => {
    const response = await api.raw("/v1/people/imports", {
      method: "POST",
      headers: { authorization: `Bearer ${api.admin}`, "content-type": "text/csv" },
      body: `Matricola;Email;Nome;Cognome;Attivo\n${rows}`,
    });
    const { id } = (await response.json()) as { id: string };
    await api.pass({ minutes: 10 });
    return (await get(`/v1/jobs/${id}/errors`)).items;
  };
  const row = (number: string, active: string) =>
    `${number};${number}@example.com;Rosa;${number};${active}\n`;

  it("learns from an import who has left and who is back, and who is there from a file that does not say", async () => {
    expect(await imported(row("one", "sì") + row("two", "FALSO") + row("three", ""))).toEqual([]);
    expect(await names("deactivated")).toEqual(["Rosa two"]);
    expect(await imported(row("one", "No") + row("two", "yes") + row("three", ""))).toEqual([]);
    expect(await names("deactivated")).toEqual(["Rosa one"]);
    expect(await imported(row("one", ""))).toEqual([]);
    expect(await names("deactivated")).toEqual(["Rosa one"]);
  });

  it("withdraws whom an import deactivates", async () => {
    const line = `${anna.externalId};${anna.email};${anna.name};;no\n`;
    expect(await imported(line)).toEqual([]);
    expect(await participantOf(anna)).toMatchObject({ state: "withdrawn" });
  });

  it("takes nothing from a row that says neither yes nor no", async () => {
    expect(await imported(row("one", "maybe"))).toEqual([
      { line: 2, column: "Attivo", message: "Give yes or no." },
    ]);
    expect(await names("active")).not.toContain("Rosa one");
  });

  it("gives the address of somebody who has left to nobody else, in an import either", async () => {
    const rosa = await aPerson(api, "rosa");
    await deactivate(rosa.id);
    const errors = await imported("new;rosa@example.com;Rosa;Due;yes\n");
    expect(errors).toEqual([{ line: 2, column: "Email", message: expect.stringContaining("e-mail") }]);
  });
});
