import type { ProgrammeTemplate } from "@viceversa/core/programme/index.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  anAcceptedPairing,
  aPerson,
  ifMatch,
  issueAt,
  problem,
  programmeInput,
  saying,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let templates: ProgrammeTemplate[];
beforeAll(async () => {
  api = await aCustomer();
  templates = (await api.call("GET", "/v1/programme-templates")).body.items;
  return () => api.stop();
});

const keys = ["digital-skills", "ai-adoption", "social-media", "inter-generational-collaboration"];
const templateOf = (key: string): ProgrammeTemplate => {
  const template = templates.find((one) => one.key === key);
  if (!template) throw new Error(`there is a template ${key}`);
  return template;
};
const create = async (more: object = {}): Promise<Answer> =>
  api.call("POST", "/v1/programmes", { body: programmeInput([(await aPerson(api)).id], more) });
const readinessOf = async (id: string) => (await api.call("GET", `/v1/programmes/${id}/readiness`)).body;

describe("a template", () => {
  it("is one of four, each whole in Italian and English", () => {
    expect(templates.map(({ key }) => key)).toEqual(keys);
    const texts = (part: unknown): object[] => {
      if (typeof part !== "object" || part === null) return [];
      return "it" in part || "en" in part ? [part] : Object.values(part).flatMap(texts);
    };
    const all = texts(templates);
    expect(all.length).toBeGreaterThan(40);
    for (const text of all)
      expect(text).toEqual({ it: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
  });

  it("is found by its key, in its newest version or in the one that is asked for", async () => {
    const get = (address: string) => api.call("GET", `/v1/programme-templates/${address}`);
    expect((await get("ai-adoption")).body).toEqual(templateOf("ai-adoption"));
    expect((await get("ai-adoption?version=1")).body).toEqual(templateOf("ai-adoption"));
    expect(await get("ai-adoption?version=99")).toMatchObject(problem(404, "not-found"));
    expect(await get("ai-adoption?version=new")).toMatchObject(problem(422, "invalid", issueAt("version")));
    expect(await get("cookery")).toMatchObject(problem(404, "not-found", saying("digital-skills")));
  });

  it.each(keys)("%s fills a programme that says nothing of itself", async (key) => {
    const { version, objectives, rules, eligibility, sessionMinutes } = templateOf(key);
    const { status, body } = await create({ template: key });
    expect([status, body.objectives.length]).toEqual([201, objectives.length]);
    expect(body).toMatchObject({
      template: { key, version },
      objectives,
      rules,
      eligibility,
      sessionMinutes,
    });
    const titled = { id: expect.stringMatching(/^obj_/), title: expect.anything() };
    for (const objective of body.objectives) expect(objective).toMatchObject(titled);
    expect((await api.call("GET", `/v1/programmes/${body.id}`)).body).toEqual(body);
  });

  it.each(keys)("%s lacks nothing for its opening but people and baselines", async (key) => {
    await aPerson(api, undefined, { birthYear: 2000 });
    await aPerson(api, undefined, { birthYear: 1970, seniority: "executive" });
    const { id } = (await create({ template: key })).body;
    const { gaps } = await readinessOf(id);
    expect(gaps.filter(({ code }: { code: string }) => code !== "baseline-missing")).toEqual([]);
  });

  it("shows its objectives by indicators that every stack has, in their direction", async () => {
    const indicators = (await api.call("GET", "/v1/indicators")).body.items;
    const shown = templates.flatMap(({ objectives }) =>
      objectives.flatMap(({ evidence, target: { direction } }) =>
        evidence.flatMap((one) => (one.kind === "indicator" ? [{ key: one.key, direction }] : [])),
      ),
    );
    expect(shown).not.toEqual([]);
    for (const one of shown) expect(indicators).toContainEqual(expect.objectContaining(one));
  });

  it("leaves what the client says itself", async () => {
    const rules = { everyWeeks: 1 };
    const eligibility = { mentee: { sites: ["Roma"] } };
    const template = templateOf("digital-skills");
    const { body } = await create({
      template: template.key,
      sessionMinutes: 30,
      reminderLeadMinutes: 120,
      objectives: [],
      rules,
      eligibility,
    });
    expect(body).toMatchObject({ sessionMinutes: 30, reminderLeadMinutes: 120, objectives: [] });
    expect(body.rules).toEqual({ ...template.rules, ...rules });
    expect(body.eligibility).toEqual({ ...template.eligibility, ...eligibility });
  });

  it("that there is not is refused by name", async () => {
    expect(await create({ template: "cookery" })).toMatchObject(problem(422, "invalid", issueAt("template")));
  });

  it("makes one programme when the request is repeated", async () => {
    const body = programmeInput([(await aPerson(api)).id], { template: "social-media" });
    const headers = { "idempotency-key": "template-1" };
    const [one, other] = await Promise.all(
      [1, 2].map(() => api.call("POST", "/v1/programmes", { body, headers })),
    );
    expect(other?.body).toEqual(one?.body);
  });
});

describe("a copy of a programme", () => {
  const duplicate = (id: string, options: object = {}) =>
    api.call("POST", `/v1/programmes/${id}/duplicate`, options);

  it("is a draft with the same objectives and rules, without people, dates and baselines", async () => {
    const window = { state: "open", closesOn: "2026-12-24" };
    const asked = { template: "digital-skills", eligibility: { mentor: {}, mentee: {} } };
    const made = (await create({ ...asked, rules: { preparation: "waived" } })).body;
    const objectives = [{ ...made.objectives[0], baseline: 2.5 }, made.objectives[2]];
    const path = `/v1/programmes/${made.id}`;
    await api.call("PUT", `${path}/objectives`, { body: { objectives }, headers: ifMatch(1) });
    await api.call("PATCH", path, { body: { enrolment: window, sessionMinutes: 50 }, headers: ifMatch(2) });
    await api.call("POST", `${path}/phase`, { body: { to: "enrolling" } });
    const original = (await api.call("GET", path)).body;
    expect(original).toMatchObject({ phase: "enrolling", enrolment: window, objectives });
    await anAcceptedPairing(api, original);

    const { status, body } = await duplicate(original.id);
    const { baseline: _, ...unmeasured } = objectives[0];
    const anew = { id: expect.stringMatching(/^obj_/) };
    const { enrolment: __, ...rest } = original;
    expect([status, body]).toEqual([
      201,
      {
        ...rest,
        id: expect.stringMatching(/^prg_/),
        phase: "draft",
        version: 1,
        enrolmentOpen: false,
        matchingOpen: false,
        objectives: [unmeasured, objectives[1]].map((objective) => ({ ...objective, ...anew })),
        createdAt: api.ports.clock.now(),
        updatedAt: api.ports.clock.now(),
      },
    ]);
    const ids = [original, body].flatMap((one) => one.objectives.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(4);
    const people = await api.call("GET", `/v1/participants?programmeId=${body.id}`);
    expect(people.body.items).toEqual([]);
    expect((await api.call("GET", path)).body).toEqual(original);
  });

  it("of a programme that has ended can be made too, and once when the request is repeated", async () => {
    const { id } = (await create()).body;
    await api.call("POST", `/v1/programmes/${id}/phase`, { body: { to: "cancelled" } });
    const headers = { "idempotency-key": "copy-1" };
    const [one, other] = await Promise.all([1, 2].map(() => duplicate(id, { headers })));
    expect(one).toMatchObject({ status: 201, body: { phase: "draft" } });
    expect(other?.body).toEqual(one?.body);
    expect((await duplicate(id)).body.id).not.toBe(one?.body.id);
  });

  it("of a programme that is not there, or by who may not make programmes, is none", async () => {
    expect(await duplicate(absentId("prg"))).toMatchObject(problem(404, "not-found"));
    const { id, managers } = (await create()).body;
    expect(await duplicate(id, { as: await tokenOf(api, managers[0], ["manager"]) })).toMatchObject(
      problem(403, "forbidden"),
    );
  });
});

describe("an archived programme", () => {
  it("is in no list but the one that asks for it", async () => {
    const manager = await aPerson(api);
    const as = await tokenOf(api, manager.id, ["manager"]);
    const { body } = await api.call("POST", "/v1/programmes", { body: programmeInput([manager.id]) });
    const advance = (to: string) => api.call("POST", `/v1/programmes/${body.id}/phase`, { body: { to } });
    const listed = async (query = "") =>
      (await api.call("GET", `/v1/programmes${query}`, { as })).body.items.map(
        ({ id }: { id: string }) => id,
      );
    for (const to of ["enrolling", "preparing", "matching", "running", "completed"]) await advance(to);
    expect(await listed()).toEqual([body.id]);
    expect(await listed("?phase=archived")).toEqual([]);
    expect(await advance("archived")).toMatchObject({ status: 200, body: { phase: "archived" } });
    expect(await listed()).toEqual([]);
    expect(await listed("?updatedSince=2026-01-01T00:00:00Z")).toEqual([]);
    expect(await listed("?phase=archived")).toEqual([body.id]);
    expect((await api.call("GET", `/v1/programmes/${body.id}`, { as })).status).toBe(200);
  });
});
