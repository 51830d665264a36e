import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { indicatorInput } from "#test/support/observation.ts";
import {
  absentId,
  aCustomer,
  ifMatch,
  issueAt,
  outcomeOf,
  problem,
  saying,
} from "#test/support/over-http.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());

const create = (body: object, headers: Record<string, string> = {}) =>
  api.call("POST", "/v1/indicators", { body, headers });
const anIndicator = async (more?: object) => (await create(indicatorInput(more))).body;
const read = async (id: string) => (await api.call("GET", `/v1/indicators/${id}`)).body;
const change = (id: string, body: object, version = 1) =>
  api.call("PATCH", `/v1/indicators/${id}`, { body, headers: ifMatch(version) });
const retire = (id: string) => api.call("POST", `/v1/indicators/${id}/retirement`);
const list = async (query = "") => (await api.call("GET", `/v1/indicators?${query}`)).body.items;
const keysOf = (items: { key: string }[]) => items.map(({ key }) => key);
const shipped = [
  "digital-tool-usage",
  "technology-adoption-time",
  "innovation-project-performance",
  "digital-initiative-participation",
];

describe("the shipped indicators", () => {
  it("are there from the first day, in both languages, each with its unit and the way that is better", async () => {
    const items = await list("origin=shipped");
    expect(keysOf(items)).toEqual(shipped);
    expect(items.map(({ unit, direction }: Record<string, string>) => [unit, direction])).toEqual([
      ["percent", "up"],
      ["days", "down"],
      ["score", "up"],
      ["count", "up"],
    ]);
    for (const { title, description } of items) {
      for (const text of [title, description]) {
        expect(Object.keys(text).sort()).toEqual(["en", "it"]);
        expect(text.it).not.toBe(text.en);
      }
    }
  });

  it("are read by the same id in every stack", async () => {
    const [{ id }] = await list("origin=shipped");
    const answer = await api.call("GET", `/v1/indicators/${id}`);
    expect(answer.body).toMatchObject({ key: "digital-tool-usage", minimum: 0, maximum: 100 });
    expect(answer.headers.get("etag")).toBe('"1"');
  });

  it("are nobody's to change, to retire or to define again", async () => {
    const [{ id, key }] = await list("origin=shipped");
    expect(await change(id, { maximum: 200 })).toMatchObject(
      problem(409, "conflict", { data: { origin: "shipped" } }),
    );
    expect(await retire(id)).toMatchObject(problem(409, "conflict", { data: { origin: "shipped" } }));
    expect(await create(indicatorInput({ key }))).toMatchObject(
      problem(409, "conflict", { data: { id, key, origin: "shipped", state: "active" } }),
    );
    expect(await read(id)).toMatchObject({ maximum: 100, state: "active" });
  });
});

describe("an indicator of the customer's own", () => {
  it("is defined with a unit of its own and without decimals unless they are asked for", async () => {
    const input = indicatorInput();
    const made = await create(input);
    expect(made).toMatchObject({
      status: 201,
      body: { ...input, decimals: 0, origin: "customer", state: "active", version: 1 },
    });
    expect(await read(made.body.id)).toEqual(made.body);
  });

  it.each([
    ["a key with capitals", { key: "Tickets" }, ["key"]],
    ["no title", { title: {} }, ["title"]],
    ["a title in a third language", { title: { it: "Richieste", fr: "Demandes" } }, ["title"]],
    ["an empty unit", { unit: " " }, ["unit"]],
    ["a unit as long as a sentence", { unit: "x".repeat(31) }, ["unit"]],
    ["a unit on two lines", { unit: "a\nb" }, ["unit"]],
    ["a direction to the side", { direction: "left" }, ["direction"]],
    ["a minimum that is its maximum", { minimum: 5, maximum: 5 }, ["maximum"]],
    ["a maximum that no double holds", { maximum: 1e300 }, ["maximum"]],
    ["a maximum that is no number", { maximum: Number.NaN }, ["maximum"]],
    ["half a decimal", { decimals: 0.5 }, ["decimals"]],
    ["more decimals than are exact", { decimals: 4 }, ["decimals"]],
    ["an id of somebody's choosing", { id: absentId("ind") }, []],
  ])("with %s is refused, and nothing is defined", async (_, more, path) => {
    const before = await list();
    const issues = [{ path, message: expect.any(String) }];
    expect(await create(indicatorInput(more))).toMatchObject(problem(422, "invalid", { issues }));
    expect(await list()).toEqual(before);
  });

  it("has a key that is taken for good, also when two define it at once", async () => {
    const input = indicatorInput();
    const { granted, refused } = outcomeOf(await Promise.all([create(input), create(input)]));
    const data = { id: granted.body.id, key: input.key, origin: "customer", state: "active" };
    expect(refused).toMatchObject(problem(409, "conflict", { data }));
    await retire(granted.body.id);
    expect(await create(input)).toMatchObject(
      problem(409, "conflict", { data: { ...data, state: "retired" } }),
    );
  });

  it("is defined once for one idempotency key", async () => {
    const input = indicatorInput();
    const headers = { "idempotency-key": "indicator-1" };
    const first = await create(input, headers);
    expect(await create(input, headers)).toMatchObject({ status: 201, body: first.body });
  });

  it("changes in what is asked for and keeps the rest, its key and its unit always", async () => {
    const { id, key } = await anIndicator();
    const changed = await change(id, { maximum: 900, title: { it: "Chiuse" } });
    expect(changed).toMatchObject({
      status: 200,
      body: { key, unit: "tickets", maximum: 900, minimum: 0, title: { it: "Chiuse" }, version: 2 },
    });
    expect(await read(id)).toEqual(changed.body);
    expect(await change(id, { unit: "days" }, 2)).toMatchObject(problem(422, "invalid", issueAt()));
    expect(await change(id, { key: "else" }, 2)).toMatchObject(problem(422, "invalid", issueAt()));
  });

  it("keeps a range of plausible values, whichever end of it changes", async () => {
    const { id } = await anIndicator({ minimum: 10, maximum: 20 });
    expect(await change(id, { minimum: 20 })).toMatchObject(problem(422, "invalid", issueAt("maximum")));
    expect(await change(id, { maximum: 10 })).toMatchObject(problem(422, "invalid", issueAt("maximum")));
    expect(await change(id, { minimum: 30, maximum: 40 })).toMatchObject({ status: 200 });
  });

  it("changes for one of two who have read the same version", async () => {
    const { id } = await anIndicator();
    const both = await Promise.all([change(id, { maximum: 600 }), change(id, { maximum: 700 })]);
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect((await read(id)).maximum).toBe(granted.body.maximum);
    const unread = await api.call("PATCH", `/v1/indicators/${id}`, { body: { maximum: 1 } });
    expect(unread).toMatchObject(problem(428, "precondition-required"));
  });

  it("retires once and changes no more", async () => {
    const { id } = await anIndicator();
    const headers = { "idempotency-key": "retire-1" };
    for (const _ of ["first", "again"]) {
      const answer = await api.call("POST", `/v1/indicators/${id}/retirement`, { headers });
      expect(answer).toMatchObject({ status: 200, body: { id, state: "retired", version: 2 } });
    }
    expect(await retire(id)).toMatchObject(
      problem(409, "conflict", { data: { state: "retired", allowed: [] } }),
    );
    expect(await change(id, { maximum: 900 }, 2)).toMatchObject(
      problem(409, "conflict", { ...saying("retired"), data: { state: "retired" } }),
    );
  });

  it("that nobody has defined is not found", async () => {
    const id = absentId("ind");
    expect(await api.call("GET", `/v1/indicators/${id}`)).toMatchObject(problem(404, "not-found"));
    expect(await change(id, { maximum: 1 })).toMatchObject(problem(404, "not-found"));
    expect(await retire(id)).toMatchObject(problem(404, "not-found"));
  });
});

describe("the list of indicators", () => {
  it("has the shipped ones first, whatever the size of its pages, and each one once", async () => {
    await Promise.all([anIndicator(), anIndicator(), anIndicator()]);
    const whole = await list("limit=100");
    expect(keysOf(whole).slice(0, 4)).toEqual(shipped);
    for (const limit of [1, 2, 3, 4, 5]) {
      const items: { key: string }[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.call(
          "GET",
          `/v1/indicators?limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`,
        );
        expect(page.body.items.length).toBeLessThanOrEqual(limit);
        items.push(...page.body.items);
        cursor = page.body.cursor;
      } while (cursor);
      expect(items).toEqual(whole);
    }
  });

  it("is narrowed by origin, state and change", async () => {
    await api.pass({ hours: 1 });
    const [one, other] = [await anIndicator(), await anIndicator()];
    await api.pass({ hours: 1 });
    await retire(other.id);
    const of = async (query: string) => keysOf(await list(`limit=100&${query}`));
    expect(await of("state=retired&origin=customer")).toContain(other.key);
    expect(await of("state=active")).not.toContain(other.key);
    expect(await of("updatedSince=2026-11-24T10:00:00Z")).toEqual([one.key, other.key]);
    expect(await of("updatedSince=2026-11-24T10:30:00Z")).toEqual([other.key]);
  });

  it.each(["cursor=after:x", "cursor=abc", "state=gone", "limit=0"])("refuses %s", async (query) => {
    expect(await api.call("GET", `/v1/indicators?${query}`)).toMatchObject(problem(422, "invalid"));
  });
});
