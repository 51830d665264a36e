import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answer, Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  anOpenProgramme,
  aPerson,
  aProgramme,
  ifMatch,
  issueAt,
  outcomeOf,
  problem,
  programmeInput,
  saying,
  takeMessages,
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

const points = { it: "punti", en: "points" };
const relationship = {
  kind: "subscale",
  instrumentKey: "reverse-mentoring-pulse",
  subscale: "relationship",
};
const objective = (more: object = {}) => ({
  kind: "inter-generational-collaboration",
  evidence: [relationship],
  target: { value: 4, direction: "up", unit: points },
  ...more,
});
const put = (objectives: object[], version = 1, as = api.admin): Promise<Answer> =>
  api.call("PUT", `/v1/programmes/${programme.id}/objectives`, {
    as,
    body: { objectives },
    headers: ifMatch(version),
  });
const read = async () => (await api.call("GET", `/v1/programmes/${programme.id}`)).body;

describe("the objectives of a programme", () => {
  it("are none at first, and part of the programme once they are given", async () => {
    expect(programme.objectives).toEqual([]);
    const own = objective({
      kind: "own",
      title: { en: "Meet the new hires" },
      evidence: [{ kind: "indicator", key: "coffee-dates" }],
      baseline: 12.5,
      target: { value: 3, direction: "down", unit: { en: "weeks" } },
    });
    const given = await put([objective(), own]);
    const id = expect.stringMatching(/^obj_/);
    expect(given).toMatchObject({ status: 200, body: { version: 2 } });
    expect(given.body.objectives).toEqual([
      {
        ...objective(),
        id,
        title: { it: "Far collaborare le generazioni", en: "Have generations work together" },
      },
      { ...own, id },
    ]);
    expect(await read()).toEqual(given.body);
    expect((await api.call("GET", "/v1/programmes")).body.items).toContainEqual(given.body);
  });

  it.each([
    "digital-gap",
    "technology-adoption",
    "inter-generational-collaboration",
    "soft-skills-of-young-talent",
  ])("of the kind %s have a title in both languages, unless they are given another", async (kind) => {
    const title = { it: "Altro", en: "Another" };
    const { body } = await put([objective({ kind }), objective({ kind, title })]);
    expect(body.objectives).toMatchObject([
      { title: { it: expect.any(String), en: expect.any(String) } },
      { title },
    ]);
  });

  it("stay the same where they keep their id, and are given anew as a whole", async () => {
    const [first, second] = (await put([objective(), objective({ kind: "digital-gap" })])).body.objectives;
    const again = await put([{ ...second, baseline: 2 }, objective({ kind: "technology-adoption" })], 2);
    expect(again.body.objectives).toMatchObject([
      { ...second, baseline: 2 },
      { kind: "technology-adoption" },
    ]);
    expect(again.body.objectives).toHaveLength(2);
    expect(again.body.objectives[1].id).not.toBe(first.id);
    expect((await put([], 3)).body).toMatchObject({ objectives: [], version: 4 });
  });

  it("are not changed from an older version, also when two managers do it at once", async () => {
    expect(await put([objective()], 2)).toMatchObject(problem(412, "precondition-failed"));
    const both = await Promise.all(
      ["digital-gap", "technology-adoption"].map((kind) => put([objective({ kind })])),
    );
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect(await read()).toEqual(granted.body);
    const unversioned = { body: { objectives: [] } };
    expect(await api.call("PUT", `/v1/programmes/${programme.id}/objectives`, unversioned)).toMatchObject(
      problem(428, "precondition-required"),
    );
  });

  it("are for those who manage the programme", async () => {
    const other = await tokenOf(api, (await aPerson(api)).id, ["manager"]);
    expect(await put([objective()], 1, other)).toMatchObject(problem(404, "not-found"));
    const [manager] = programme.managers;
    const own = await tokenOf(api, manager as NonNullable<typeof manager>, ["manager"]);
    expect((await put([objective()], 1, own)).status).toBe(200);
  });

  it("mail nobody and move nothing that is planned", async () => {
    takeMessages(api);
    await put([objective()]);
    expect(takeMessages(api)).toEqual([]);
  });

  it.each<[string, object, (string | number)[]]>([
    ["an own one without a title", { kind: "own" }, ["title"]],
    ["a kind that there is not", { kind: "profit" }, ["kind"]],
    ["no target", { target: undefined }, ["target"]],
    ["a target below the baseline that it is to raise", { baseline: 5 }, ["target", "value"]],
    [
      "a target above the baseline that it is to lower",
      { baseline: 5, target: { value: 6, direction: "down", unit: points } },
      ["target", "value"],
    ],
    [
      "a direction that is none",
      { target: { value: 4, direction: "left", unit: points } },
      ["target", "direction"],
    ],
    [
      "a target that no table holds",
      { target: { value: 1e300, direction: "up", unit: points } },
      ["target", "value"],
    ],
    ["a baseline too small to be kept", { baseline: 1e-200 }, ["baseline"]],
    ["a title in no language", { title: {} }, ["title"]],
    ["a title of two lines", { title: { en: "one\ntwo" } }, ["title", "en"]],
    ["a title without end", { title: { en: "x".repeat(121) } }, ["title", "en"]],
    ["evidence twice", { evidence: [relationship, relationship] }, ["evidence"]],
    ["evidence of no kind", { evidence: [{ kind: "feeling" }] }, ["evidence", 0, "kind"]],
    [
      "evidence by another's name",
      { evidence: [{ kind: "indicator", key: "No Key" }] },
      ["evidence", 0, "key"],
    ],
  ])("are refused with %s, and stay as they were", async (_, wrong, path) => {
    expect(await put([objective(wrong)])).toMatchObject(
      problem(422, "invalid", issueAt("objectives", 0, ...path)),
    );
    expect(await read()).toEqual(programme);
  });

  it("are a dozen at most", async () => {
    expect(await put(Array.from({ length: 13 }, () => objective()))).toMatchObject(
      problem(422, "invalid", issueAt("objectives")),
    );
    expect((await put(Array.from({ length: 12 }, () => objective()))).body.objectives).toHaveLength(12);
  });

  it("take no id that is not theirs, and none twice", async () => {
    const stranger = { ...objective(), id: absentId("obj") };
    expect(await put([objective(), stranger])).toMatchObject(
      problem(422, "invalid", issueAt("objectives", 1, "id")),
    );
    const [mine] = (await put([objective()])).body.objectives;
    expect(await put([mine, mine], 2)).toMatchObject(problem(422, "invalid", issueAt("objectives", 1, "id")));
    const input = programmeInput(programme.managers, { objectives: [mine] });
    expect(await api.call("POST", "/v1/programmes", { body: input })).toMatchObject(
      problem(422, "invalid", issueAt("objectives", 0, "id")),
    );
  });

  it("can be given with the programme", async () => {
    const input = programmeInput(programme.managers, { objectives: [objective()] });
    const made = await api.call("POST", "/v1/programmes", { body: input });
    expect(made).toMatchObject({ status: 201, body: { objectives: [objective()] } });
  });

  it("hold at their limits, in signs of three bytes, beside rules at theirs", async () => {
    const long = (length: number) => "語".repeat(length);
    const title = { it: long(120), en: long(120) };
    const evidence = Array.from({ length: 6 }, (_, at) => ({
      kind: "subscale",
      instrumentKey: `i${"x".repeat(38)}`,
      subscale: `s${"x".repeat(37)}${at}`,
    }));
    const target = { value: 1e12, direction: "up", unit: title };
    const names = Array.from({ length: 20 }, (_, at) => long(198) + String(at).padStart(2, "0"));
    const role = { sites: names, departments: names };
    const link = `https://example.com/${"x".repeat(280)}`;
    const rules = { supportTools: Array.from({ length: 10 }, () => ({ name: long(200), link })) };
    const input = programmeInput(programme.managers, {
      name: long(200),
      objectives: Array.from({ length: 12 }, () => objective({ kind: "own", title, evidence, target })),
      eligibility: { mentor: role, mentee: role },
      rules,
    });
    const made = await api.call("POST", "/v1/programmes", { body: input });
    expect(made.status).toBe(201);
    expect((await api.call("GET", `/v1/programmes/${made.body.id}`)).body).toEqual(made.body);
  });
});

describe("the objectives of a programme that has opened", () => {
  beforeEach(async () => {
    programme = await anOpenProgramme(api);
  });

  it.each([
    ["evidence", { evidence: [] }, "evidence-missing"],
    [
      "a baseline for its indicator",
      { evidence: [{ kind: "indicator", key: "logins" }] },
      "baseline-missing",
    ],
  ])("keep what the opening asked for: %s", async (_, wrong, code) => {
    const { version } = await read();
    const data = { phase: "enrolling", gaps: [{ code, severity: "required" }] };
    expect(await put([objective(wrong)], version)).toMatchObject(
      problem(409, "conflict", { ...saying("has opened"), data }),
    );
    expect((await read()).objectives).toEqual([]);
    expect((await put([objective()], version)).status).toBe(200);
  });

  it("change no more once it has ended", async () => {
    await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "cancelled" } });
    const { version } = await read();
    expect(await put([objective()], version)).toMatchObject(
      problem(409, "conflict", { data: { phase: "cancelled" } }),
    );
  });
});
