import type { Id } from "@viceversa/core/ids.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { indicatorInput, observationInput } from "#test/support/observation.ts";
import {
  absentId,
  aCustomer,
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

const create = (more: object = {}, options: { as?: string; headers?: Record<string, string> } = {}) =>
  api.call("POST", "/v1/observations", { body: observationInput(programme, more), ...options });
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
describe("an observation", () => {
  it("is entered by a manager of the programme, and read again", async () => {
    const as = await managerOf(programme);
    const made = await create({ note: "Without the pilot site." }, { as });
    expect(made).toMatchObject({
      status: 201,
      body: { ...observationInput(programme), note: "Without the pilot site.", version: 1 },
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
    const { body } = await api.call("POST", "/v1/indicators", { body: indicatorInput() });
    const { id: indicatorId } = body;
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
