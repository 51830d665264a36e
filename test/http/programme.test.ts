import type { Person } from "@viceversa/core/person/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  aPerson,
  aProgramme,
  outcomeOf,
  problem,
  programmeInput,
  takeMessages,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let manager: Person;
beforeAll(async () => {
  api = await aCustomer();
  return () => api.stop();
});
beforeEach(async () => {
  manager = await aPerson(api);
});

const create = (more?: object) =>
  api.call("POST", "/v1/programmes", { body: programmeInput([manager.id], more) });
const read = async (id: string) => (await api.call("GET", `/v1/programmes/${id}`)).body;
const advance = (id: string, to: string, as = api.admin) =>
  api.call("POST", `/v1/programmes/${id}/phase`, { as, body: { to } });
const managed = async () => {
  const as = await tokenOf(api, manager.id, ["manager"]);
  return (await api.call("GET", "/v1/programmes", { as })).body.items;
};

describe("a programme", () => {
  it("begins as a draft with a reminder a day before each session", async () => {
    const made = await create();
    expect(made).toMatchObject({
      status: 201,
      body: { phase: "draft", paused: false, reminderLeadMinutes: 1_440 },
    });
    expect(await managed()).toEqual([made.body]);
  });

  it.each([
    ["in-person", {}],
    ["remote", {}],
    ["blended", { inPersonShare: 25 }],
    ["group", { groupSize: { smallest: 3, largest: 5 } }],
    ["mixed", { groupSize: { smallest: 2, largest: 4 }, rhythm: { together: 1, individual: 2 } }],
    ["peer", {}],
  ])("can be in the format %s, with the rules that it knows", async (format, rules) => {
    expect(await create({ format, rules })).toMatchObject({ status: 201, body: { format, rules } });
  });

  it.each([
    ["remote", { groupSize: { smallest: 2, largest: 4 } }],
    ["group", { rhythm: { together: 1, individual: 1 } }],
    ["peer", { inPersonShare: 50 }],
  ])("in the format %s is refused with a rule that would mean nothing there", async (format, rules) => {
    const issues = [{ path: ["rules", ...Object.keys(rules)], message: "Leave it out." }];
    expect(await create({ format, rules })).toMatchObject(problem(422, "invalid", { issues }));
    expect(await managed()).toEqual([]);
  });

  it("needs managers from the directory and names those who are not", async () => {
    const stranger = absentId("per");
    const issues = [{ path: ["managers"], message: expect.stringContaining(stranger) }];
    expect(await create({ managers: [manager.id, stranger] })).toMatchObject(
      problem(422, "invalid", { issues }),
    );
    expect(await managed()).toEqual([]);
  });

  it("goes only where its phase leads, and says where that is", async () => {
    const { id } = await aProgramme(api);
    const data = { state: "draft", allowed: ["enrolling", "cancelled"] };
    expect(await advance(id, "running")).toMatchObject(problem(409, "conflict", { data }));
    expect(await read(id)).toMatchObject({ phase: "draft", version: 1 });
    expect(await advance(id, "enrolling")).toMatchObject({
      status: 200,
      body: { phase: "enrolling", version: 2 },
    });
  });

  it("advances once when two managers press at once", async () => {
    const managers = [manager, await aPerson(api)].map(({ id }) => id);
    const { id } = await aProgramme(api, managers);
    const tokens = await Promise.all(managers.map((one) => tokenOf(api, one, ["manager"])));
    const both = await Promise.all(tokens.map((token) => advance(id, "enrolling", token)));
    expect(outcomeOf(both).refused).toMatchObject(
      problem(409, "conflict", { data: { state: "enrolling", allowed: ["preparing", "cancelled"] } }),
    );
    expect(await read(id)).toMatchObject({ phase: "enrolling", version: 2 });
  });

  it("asks for its due work to be derived again when it pauses and when it resumes, once each", async () => {
    const { id } = await aProgramme(api);
    takeMessages(api);
    for (const paused of [true, true, false, false]) {
      const answer = await api.call("POST", `/v1/programmes/${id}/pause`, { body: { paused } });
      expect(answer).toMatchObject({ status: 200, body: { paused } });
    }
    const again = { message: "synchronise", entities: [{ type: "programme", id }] };
    expect(takeMessages(api)).toEqual([again, again]);
    expect(await read(id)).toMatchObject({ paused: false, version: 3 });
  });

  it("that nobody has made is not found", async () => {
    expect(await advance(absentId("prg"), "enrolling")).toMatchObject(problem(404, "not-found"));
  });
});
