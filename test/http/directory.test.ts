import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  aPerson,
  ifMatch,
  issueAt,
  outcomeOf,
  personInput,
  problem,
  saying,
} from "#test/support/over-http.ts";

let api: Api;
const start = async () => {
  api = await aCustomer();
  return () => api.stop();
};

const create = (name: string, more?: object) =>
  api.call("POST", "/v1/people", { body: personInput(name, more) });
const read = async (id: string) => (await api.call("GET", `/v1/people/${id}`)).body;
const list = (query: Record<string, string> = {}) =>
  api.call("GET", `/v1/people?${new URLSearchParams(query)}`);
const everybody = async () => (await list()).body.items;
const change = (id: string, version: number, body: object) =>
  api.call("PATCH", `/v1/people/${id}`, { body, headers: ifMatch(version) });

describe("the directory", () => {
  beforeEach(start);

  it("keeps an e-mail address to one person, whatever its case, also when both come at once", async () => {
    const both = await Promise.all([create("anna"), create("other", { email: "ANNA@example.com" })]);
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(409, "conflict", { data: { field: "email" } }));
    expect(await everybody()).toEqual([granted.body]);
  });

  it("keeps an external id to one person", async () => {
    const anna = await aPerson(api, "anna");
    expect(await create("anna", { email: "else@example.com" })).toMatchObject(
      problem(409, "conflict", { ...saying("external id"), data: { field: "externalId" } }),
    );
    expect(await everybody()).toEqual([anna]);
  });

  it("does not take a manager whom it does not know", async () => {
    const refused = await create("anna", { managerId: absentId("per") });
    expect(refused).toMatchObject(
      problem(422, "invalid", { ...saying("not in the directory"), ...issueAt("managerId") }),
    );
    expect(await everybody()).toEqual([]);
  });

  it("frees a name that somebody gives up, and only then", async () => {
    const anna = await aPerson(api, "anna");
    await change(anna.id, 1, { email: "anna.rossi@example.com" });
    expect(await create("bea", { email: "anna.rossi@example.com" })).toMatchObject(
      problem(409, "conflict", { data: { field: "email" } }),
    );
    expect(await create("bea", { email: "anna@example.com" })).toMatchObject({
      status: 201,
      body: { email: "anna@example.com" },
    });
  });

  it("lets only one of two changes from the same version through", async () => {
    const { id } = await aPerson(api);
    const both = await Promise.all(["Sales", "Finance"].map((department) => change(id, 1, { department })));
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect(granted.body.version).toBe(2);
    expect(await read(id)).toEqual(granted.body);
  });

  it("keeps a person as she was when her change takes somebody else's name", async () => {
    await aPerson(api, "bea");
    const anna = await aPerson(api, "anna");
    expect(await change(anna.id, 1, { email: "bea@example.com", site: "Turin" })).toMatchObject(
      problem(409, "conflict", saying("e-mail")),
    );
    expect(await read(anna.id)).toEqual(anna);
  });

  it("takes an optional part away with null, and lets nobody be her own manager", async () => {
    const { id } = await aPerson(api, "anna", { site: "Turin" });
    const { status, body } = await change(id, 1, { site: null });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("site");
    expect(await change(id, 2, { managerId: id })).toMatchObject(
      problem(422, "invalid", { ...saying("her own manager"), ...issueAt("managerId") }),
    );
    expect(await read(id)).toEqual(body);
  });
});

describe("reporting lines", () => {
  beforeEach(start);
  const cycles = async () => (await api.call("GET", "/v1/people/manager-cycles")).body;
  const named = (people: { id: string; name: string }[]) => people.map(({ id, name }) => ({ id, name }));

  it("do not run in a circle: whoever would close one is told who is in it", async () => {
    const anna = await aPerson(api, "anna");
    const bea = await aPerson(api, "bea", { managerId: anna.id });
    const carla = await aPerson(api, "carla", { managerId: bea.id });
    expect(await change(anna.id, 1, { managerId: carla.id, site: "Turin" })).toMatchObject(
      problem(409, "conflict", {
        ...saying("anna → carla → bea → anna"),
        data: { field: "managerId", cycle: named([anna, carla, bea]) },
      }),
    );
    expect(await read(anna.id)).toEqual(anna);
    expect(await cycles()).toEqual({ items: [], total: 0 });
    expect((await change(carla.id, 1, { managerId: anna.id })).status).toBe(200);
  });

  it("that are in a circle already are reported, and hold nobody up who is not in it", async () => {
    const anna = await aPerson(api, "anna");
    const bea = await aPerson(api, "bea", { managerId: anna.id });
    const dora = await aPerson(api, "dora");
    const key = { pk: `person#${anna.id}`, sk: "ENTITY" };
    await api.ports.table.write({ write: "update", key, change: { set: { managerId: bea.id } } });
    const people = named([anna, bea].toSorted((one, other) => (one.id < other.id ? -1 : 1)));
    expect(await cycles()).toEqual({ items: [{ length: 2, people }], total: 1 });
    expect((await change(dora.id, 1, { managerId: anna.id })).status).toBe(200);
  });
});

describe("an address of the directory that means something else to another method", () => {
  beforeAll(start);
  it.each([
    ["GET", "/v1/people/imports", "POST"],
    ["PATCH", "/v1/people/imports", "POST"],
    ["POST", "/v1/people/manager-cycles", "GET"],
    ["DELETE", `/v1/people/${absentId("per")}`, "GET, PATCH"],
  ])("%s %s says which method it takes", async (method, path, allow) => {
    const answer = await api.call(method, path);
    expect(answer).toMatchObject(problem(405, "method-not-allowed"));
    expect(answer.headers.get("allow")).toBe(allow);
  });
});

describe("a list of people", () => {
  beforeAll(async () => {
    const stop = await start();
    for (const [number, name] of ["anna", "bea", "carla", "dora", "elsa"].entries()) {
      await aPerson(api, name, { site: number % 2 ? "Turin" : "Milan" });
      await api.pass({ minutes: 1 });
    }
    return stop;
  });

  const namesIn = (items: { name: string }[]) => items.map(({ name }) => name);

  it("is paged without loss or repetition, with and without a filter", async () => {
    const walk = async (filter: Record<string, string>) => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = (await list({ limit: "2", ...filter, ...(cursor && { cursor }) })).body;
        expect(page.items.length).toBeLessThanOrEqual(2);
        names.push(...namesIn(page.items));
        cursor = page.cursor;
      } while (cursor);
      return names;
    };
    expect(await walk({})).toEqual(["anna", "bea", "carla", "dora", "elsa"]);
    expect(await walk({ site: "Milan" })).toEqual(["anna", "carla", "elsa"]);
  });

  it("begins at a change", async () => {
    const { body } = await list({ updatedSince: "2026-11-24T09:03:00Z" });
    expect(namesIn(body.items)).toEqual(["dora", "elsa"]);
  });

  it("refuses a cursor that is not of this list", async () => {
    expect(await list({ cursor: "bm9uc2Vuc2U" })).toMatchObject(
      problem(422, "invalid", saying("not of this list")),
    );
  });
});

describe("a person's input", () => {
  beforeAll(start);

  it.each([
    ["an unknown field", { nickname: "A" }, []],
    ["400 kB of name", { name: "x".repeat(400_000) }, ["name"]],
    ["a line break in a name", { name: "Anna\r\nBcc: all@example.com" }, ["name"]],
    ["an unknown zone", { zone: "Europe/Roma" }, ["zone"]],
    ["an empty name", { name: "   " }, ["name"]],
    ["a list of addresses", { email: "a@example.com, b@example.com" }, ["email"]],
    ["a birth year of the wrong type", { birthYear: "1985" }, ["birthYear"]],
  ])("with %s is refused, and nobody is taken in", async (_, wrong, place) => {
    expect(await create("anna", wrong)).toMatchObject(problem(422, "invalid", issueAt(...place)));
    expect(await everybody()).toEqual([]);
  });
});
