import { deriveId } from "@viceversa/core/ids.ts";
import {
  changePerson,
  createPerson,
  getPerson,
  listPeople,
  PeopleRequest,
  PersonChange,
  PersonInput,
} from "@viceversa/core/person/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { type EmbeddedTable, startEmbeddedTable } from "#test/support/embedded-table.ts";

let embedded: EmbeddedTable;
let ctx: TestContext;
beforeEach(async () => {
  embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  return () => embedded.stop();
});

const input = (name: string, more: object = {}) =>
  PersonInput.parse({ externalId: name, email: `${name}@example.com`, name, ...more });
const create = (name: string, more: object = {}) => createPerson(ctx, input(name, more));
const list = (request: object = {}) => listPeople(ctx, PeopleRequest.parse(request));
const change = (id: string, version: number, what: object) =>
  changePerson(ctx, { id: id as never, version, change: PersonChange.parse(what) });

describe("the directory", () => {
  it("keeps an e-mail address to one person, whatever its case, also when both come at once", async () => {
    const both = await Promise.allSettled([create("anna"), create("other", { email: "ANNA@example.com" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await list()).items).toHaveLength(1);
  });

  it("keeps an external id to one person", async () => {
    await create("anna");
    await expect(create("anna", { email: "else@example.com" })).rejects.toThrow("external id");
  });

  it("does not take a manager whom it does not know", async () => {
    await expect(create("anna", { managerId: deriveId("person", "nobody") })).rejects.toThrow(
      "not in the directory",
    );
    expect((await list()).items).toEqual([]);
  });

  it("frees a name that somebody gives up, and only then", async () => {
    const anna = await create("anna");
    await change(anna.id, 1, { email: "anna.rossi@example.com" });
    await expect(create("bea", { email: "anna.rossi@example.com" })).rejects.toThrow("e-mail");
    expect((await create("bea", { email: "anna@example.com" })).email).toBe("anna@example.com");
  });

  it("lets only one of two changes from the same version through", async () => {
    const anna = await create("anna");
    const both = await Promise.allSettled([
      change(anna.id, 1, { department: "Sales" }),
      change(anna.id, 1, { department: "Finance" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getPerson(ctx, anna.id)).version).toBe(2);
  });

  it("keeps a person as she was when her change takes somebody else's name", async () => {
    await create("bea");
    const anna = await create("anna");
    await expect(change(anna.id, 1, { email: "bea@example.com", site: "Turin" })).rejects.toThrow("e-mail");
    expect(await getPerson(ctx, anna.id)).toEqual(anna);
  });

  it("takes an optional part away with null and refuses that nobody reports to herself", async () => {
    const anna = await create("anna", { site: "Turin" });
    expect(await change(anna.id, 1, { site: null })).not.toHaveProperty("site");
    await expect(change(anna.id, 2, { managerId: anna.id })).rejects.toThrow("her own manager");
  });
});

describe("a list of people", () => {
  beforeEach(async () => {
    for (const [at, name] of ["anna", "bea", "carla", "dora", "elsa"].entries()) {
      await create(name, { site: at % 2 ? "Turin" : "Milan" });
      ctx.passMinutes(1);
    }
  });

  it("is paged without loss or repetition, with and without a filter", async () => {
    const walk = async (filter: object) => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit: 2, ...filter, ...(cursor && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(2);
        names.push(...page.items.map(({ name }) => name));
        cursor = page.cursor;
      } while (cursor);
      return names;
    };
    expect(await walk({})).toEqual(["anna", "bea", "carla", "dora", "elsa"]);
    expect(await walk({ site: "Milan" })).toEqual(["anna", "carla", "elsa"]);
  });

  it("begins at a change", async () => {
    const { items } = await list({ updatedSince: "2026-11-24T09:03:00Z" });
    expect(items.map(({ name }) => name)).toEqual(["dora", "elsa"]);
  });

  it("refuses a cursor that is not of this list", async () => {
    await expect(list({ cursor: "bm9uc2Vuc2U" })).rejects.toThrow("not of this list");
  });
});

describe("a person's input", () => {
  it.each([
    ["an unknown field", { nickname: "A" }],
    ["400 kB of name", { name: "x".repeat(400_000) }],
    ["a line break in a name", { name: "Anna\r\nBcc: all@example.com" }],
    ["an unknown zone", { zone: "Europe/Roma" }],
    ["an empty name", { name: "   " }],
    ["a list of addresses", { email: "a@example.com, b@example.com" }],
    ["a birth year of the wrong type", { birthYear: "1985" }],
  ])("with %s is refused", (_, wrong) => {
    expect(
      PersonInput.safeParse({ externalId: "1", email: "a@example.com", name: "Anna", ...wrong }).success,
    ).toBe(false);
  });
});
