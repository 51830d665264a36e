import type { Id } from "@viceversa/core/ids.ts";
import { indicatorIdOf } from "@viceversa/core/indicator/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { observationInput } from "#test/support/observation.ts";
import { absentId, aCustomer, aProgramme, ifMatch, problem, tokenOf } from "#test/support/over-http.ts";

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
