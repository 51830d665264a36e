import type { Id } from "@viceversa/core/ids.ts";
import { indicatorIdOf } from "@viceversa/core/indicator/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  aPerson,
  aProgramme,
  ifMatch,
  issueAt,
  outcomeOf,
  problem,
  saying,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
beforeAll(async () => {
  api = await aCustomer();
  return () => api.stop();
});
beforeEach(async () => {
  programme = await aProgramme(api);
});

const USAGE = indicatorIdOf("digital-tool-usage");
const ADOPTION = indicatorIdOf("technology-adoption-time");
const observationInput = (more: object = {}) => ({
  programmeId: programme.id,
  indicatorId: USAGE,
  scope: "participants",
  date: "2026-10-31",
  value: 41.5,
  unit: "percent",
  source: "Licence server, monthly export",
  ...more,
});
const create = (more: object = {}, options: { as?: string; headers?: Record<string, string> } = {}) =>
  api.call("POST", "/v1/observations", { body: observationInput(more), ...options });
const anObservation = async (more: object = {}) => (await create(more)).body;
const list = (query = "", as?: string) =>
  api.call("GET", `/v1/observations?programmeId=${programme.id}&${query}`, { as });
const items = async (query = "") => (await list(query)).body.items;
const correction = (more: object = {}) => ({ value: 43, unit: "percent", source: "Recount", ...more });
const correct = (id: string, version: number, more: object = {}, as?: string) =>
  api.call("PUT", `/v1/observations/${id}`, { as, body: correction(more), headers: ifMatch(version) });
const remove = (id: string, version: number, as?: string) =>
  api.call("DELETE", `/v1/observations/${id}`, { as, headers: ifMatch(version) });
const managerOf = ({ managers: [manager] }: Programme) => tokenOf(api, manager as Id<"person">, ["manager"]);
const anIndicator = async (more: object = {}) => {
  const input = {
    key: `own-${(await aPerson(api)).externalId}`,
    title: { en: "Tickets" },
    description: { en: "Tickets closed in the month." },
    unit: "tickets",
    direction: "up",
    minimum: 0,
    maximum: 500,
    ...more,
  };
  return (await api.call("POST", "/v1/indicators", { body: input })).body;
};

describe("an observation", () => {
  it("is entered by a manager of the programme, and read again", async () => {
    const as = await managerOf(programme);
    const made = await create({ note: "Without the pilot site." }, { as });
    expect(made).toMatchObject({
      status: 201,
      body: { ...observationInput(), note: "Without the pilot site.", version: 1 },
    });
    const path = `/v1/observations/${made.body.id}`;
    expect((await api.call("GET", path, { as })).body).toEqual(made.body);
    expect((await list("", as)).body.items).toEqual([made.body]);
  });

  it.each([
    ["in another unit", { unit: "count" }, ["unit"], "percent"],
    ["of an impossible date", { date: "2026-02-30" }, ["date"], "exists"],
    ["with an hour", { date: "2026-10-31T10:00" }, ["date"], "exists"],
    ["of a day that has not come", { date: "2026-11-25" }, ["date"], "2026-11-24"],
    ["that is not a number", { value: Number.NaN }, ["value"], "number"],
    ["that is a number in quotation marks", { value: "41.5" }, ["value"], "number"],
    ["above what is plausible", { value: 100.1 }, ["value"], "from 0 to 100"],
    ["below what is plausible", { value: -0.1 }, ["value"], "from 0 to 100"],
    ["too exact", { value: 41.55 }, ["value"], "1 decimal"],
    ["without a source", { source: " " }, ["source"], "character"],
    ["for a single person", { personId: absentId("per") }, [], "personId"],
    ["for a participant", { participantId: absentId("ptc") }, [], "participantId"],
    [
      "for a role outside the participants",
      { scope: "comparison", role: "mentor" },
      ["role"],
      "participants",
    ],
    ["for an unknown group", { scope: "department" }, ["scope"], "participants"],
    ["of an indicator that nobody has", { indicatorId: absentId("ind") }, ["indicatorId"], "indicator"],
  ])("%s is refused with the place and the reason", async (_, more, path, words) => {
    const issues = [{ path, message: expect.stringContaining(words) }];
    expect(await create(more)).toMatchObject(problem(422, "invalid", { issues }));
    expect(await items()).toEqual([]);
  });

  it("tells all that is wrong with it at once", async () => {
    const answer = await create({ unit: "days", value: 900, date: "2027-01-01" });
    expect(answer.body.issues.map(({ path }: { path: string[] }) => path[0])).toEqual([
      "unit",
      "value",
      "date",
    ]);
  });

  it("is of today as the programme's own zone has it", async () => {
    const input = {
      name: "Auckland",
      format: "remote",
      zone: "Pacific/Auckland",
      managers: programme.managers,
    };
    const far = (await api.call("POST", "/v1/programmes", { body: input })).body;
    // At nine in the morning in London it is ten in the evening of the same day in Auckland; at one, it is tomorrow.
    expect((await create({ programmeId: far.id, date: "2026-11-25" })).status).toBe(422);
    await api.pass({ hours: 4 });
    expect((await create({ programmeId: far.id, date: "2026-11-25" })).status).toBe(201);
    expect((await create({ date: "2026-11-25" })).status).toBe(422);
  });

  it("entered again changes nothing, and with another value is refused and names the one that is there", async () => {
    const first = await anObservation();
    expect(await create()).toMatchObject({ status: 201, body: first });
    const data = { id: first.id, value: 41.5, version: 1 };
    expect(await create({ value: 42 })).toMatchObject(problem(409, "conflict", { ...saying("41.5"), data }));
    expect(await create({ note: "Recounted" })).toMatchObject(problem(409, "conflict", { data }));
    expect(await items()).toEqual([first]);
  });

  it("of two that are entered at once for a day is one, and the other is refused", async () => {
    const { granted, refused } = outcomeOf(await Promise.all([create({ value: 1 }), create({ value: 2 })]));
    expect(refused.body.data).toMatchObject({ id: granted.body.id, value: granted.body.value });
    expect(await items()).toEqual([granted.body]);
  });

  it("stands beside those of other groups, roles and days", async () => {
    const others = [
      { scope: "programme" },
      { scope: "comparison" },
      { role: "mentor" },
      { role: "mentee" },
      { date: "2026-09-30" },
    ];
    const ids = await Promise.all([{}, ...others].map(async (more) => (await anObservation(more)).id));
    expect(new Set(ids).size).toBe(6);
  });

  it("is entered for a draft's baseline and after its programme is over, until that is archived", async () => {
    const phases = ["enrolling", "preparing", "matching", "running", "completed"];
    const { id } = await anObservation();
    for (const to of phases) {
      await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to } });
    }
    expect((await create({ date: "2026-11-20" })).status).toBe(201);
    await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "archived" } });
    const ended = problem(409, "conflict", { ...saying("archived") });
    expect(await create({ date: "2026-11-21" })).toMatchObject(ended);
    expect(await correct(id, 1)).toMatchObject(ended);
    expect(await remove(id, 1)).toMatchObject(ended);
    expect(await items()).toHaveLength(2);
  });

  it("of a retired indicator is not entered, but those that are there can be put right", async () => {
    const { id: indicatorId } = await anIndicator();
    const own = { indicatorId, unit: "tickets", value: 12 };
    const { id } = await anObservation(own);
    await api.call("POST", `/v1/indicators/${indicatorId}/retirement`);
    const refused = await create({ ...own, date: "2026-11-01" });
    expect(refused).toMatchObject(problem(409, "conflict", { data: { state: "retired" } }));
    expect(await create(own)).toMatchObject({ status: 201, body: { id, version: 1 } });
    expect(await correct(id, 1, { value: 13, unit: "tickets" })).toMatchObject({
      status: 200,
      body: { value: 13, version: 2 },
    });
  });

  it("is entered once for one idempotency key, and another one not at all", async () => {
    const headers = { "idempotency-key": `observation-${programme.id}` };
    const first = await create({}, { headers });
    await remove(first.body.id, 1);
    expect(await create({}, { headers })).toMatchObject({ status: 201, body: first.body });
    expect(await create({ value: 1 }, { headers })).toMatchObject(problem(422, "idempotency-key-reused"));
    expect(await items()).toEqual([]);
  });
});

describe("a correction", () => {
  it("says value, source and note anew, and keeps group, day and indicator", async () => {
    const before = await anObservation({ note: "Preliminary" });
    const answer = await correct(before.id, 1);
    const { note: _, ...rest } = before;
    expect(answer.body).toEqual({ ...rest, ...correction(), version: 2, updatedAt: expect.any(String) });
    expect(await items()).toEqual([answer.body]);
  });

  it.each([
    ["in another unit", { unit: "score" }, ["unit"]],
    ["beyond what is plausible", { value: 101 }, ["value"]],
    ["to nothing", { value: null }, ["value"]],
    ["of the day", { date: "2026-10-30" }, []],
  ])("%s is refused", async (_, more, path) => {
    const before = await anObservation();
    expect(await correct(before.id, 1, more)).toMatchObject(problem(422, "invalid", issueAt(...path)));
    expect(await items()).toEqual([before]);
  });

  it("is granted to one of two who have read the same version", async () => {
    const { id } = await anObservation();
    const both = await Promise.all([correct(id, 1, { value: 50 }), correct(id, 1, { value: 60 })]);
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect(await items()).toEqual([granted.body]);
    const unread = await api.call("PUT", `/v1/observations/${id}`, { body: correction() });
    expect(unread).toMatchObject(problem(428, "precondition-required"));
  });
});

describe("a deletion", () => {
  it("takes the version that was read, and lets the day be entered anew", async () => {
    const { id } = await anObservation();
    await correct(id, 1);
    expect(await remove(id, 1)).toMatchObject(problem(412, "precondition-failed"));
    expect(await remove(id, 2)).toMatchObject({ status: 204 });
    expect(await items()).toEqual([]);
    expect(await remove(id, 2)).toMatchObject(problem(404, "not-found"));
    expect((await create({ value: 7 })).status).toBe(201);
  });
});

describe("the observations of a programme", () => {
  const days = async (query: string) =>
    (await items(query)).map(({ date, value }: { date: string; value: number }) => [date, value]);

  it("are listed by indicator and day, and narrowed by indicator, group, role and time", async () => {
    await create({ date: "2026-09-30", value: 2 });
    await create({ date: "2026-08-31", value: 1 });
    await create({ date: "2026-10-31", value: 3, role: "mentee" });
    await create({ date: "2026-10-31", value: 4, scope: "comparison" });
    await create({ date: "2026-09-01", value: 30, indicatorId: ADOPTION, unit: "days" });
    const usage = `indicatorId=${USAGE}`;
    expect((await days(usage)).slice(0, 2)).toEqual([
      ["2026-08-31", 1],
      ["2026-09-30", 2],
    ]);
    expect(await days(`${usage}&from=2026-08-31&to=2026-09-30`)).toHaveLength(2);
    expect(await days(`${usage}&from=2026-09-01`)).toHaveLength(3);
    expect(await days(`${usage}&to=2026-08-31`)).toEqual([["2026-08-31", 1]]);
    expect(await days("scope=comparison")).toEqual([["2026-10-31", 4]]);
    expect(await days("scope=participants&role=mentee")).toEqual([["2026-10-31", 3]]);
    expect(await days("from=2026-09-01&to=2026-09-30")).toHaveLength(2);
    expect(await days("")).toHaveLength(5);
  });

  it("are followed by what changed since, page by page", async () => {
    const first = await anObservation();
    await anObservation({ date: "2026-10-01" });
    await api.pass({ hours: 1 });
    const since = api.ports.clock.now();
    await correct(first.id, 1);
    expect(await days(`updatedSince=${since}`)).toEqual([["2026-10-31", 43]]);
    const page = (await list("limit=1")).body;
    const next = (await list(`limit=1&cursor=${page.cursor}`)).body;
    expect([...page.items, ...next.items].map(({ date }) => date)).toEqual(["2026-10-01", "2026-10-31"]);
  });

  it.each(["from=2026-13-01", "from=2026-10-02&to=2026-10-01", "scope=all", "indicatorId=x", "role=both"])(
    "are not listed by %s",
    async (query) => {
      expect(await list(query)).toMatchObject(problem(422, "invalid"));
    },
  );

  it("do not exist for the manager of another programme", async () => {
    const { id } = await anObservation();
    const as = await managerOf(await aProgramme(api));
    const missing = problem(404, "not-found");
    expect(await create({}, { as })).toMatchObject(missing);
    expect(await list("", as)).toMatchObject(missing);
    const hers = await api.call("GET", `/v1/observations/${id}`, { as });
    const absent = await api.call("GET", `/v1/observations/${absentId("obs")}`, { as });
    expect([hers.status, hers.body]).toEqual([404, absent.body]);
    expect(await correct(id, 1, {}, as)).toMatchObject(missing);
    expect(await remove(id, 1, as)).toMatchObject(missing);
    expect(await items()).toMatchObject([{ id, version: 1 }]);
  });
});
