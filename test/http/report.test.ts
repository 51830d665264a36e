import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absentId, aCustomer, anOpenProgramme, problem, tokenOf } from "#test/support/over-http.ts";
import { aLivedProgramme, observeLater, type ReportStory } from "#test/support/report-story.ts";

let story: ReportStory;
// biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
let report: any;
const read = async () => (await story.api.call("GET", `/v1/programmes/${story.programmeId}/report`)).body;

beforeAll(async () => {
  story = await aLivedProgramme();
  await observeLater(story);
  report = await read();
  if (process.env["SHOW"]) console.log(JSON.stringify(report, null, 1));
}, 180_000);
afterAll(() => story?.api.stop());

const objective = (kind: string) => report.objectives.find((one: { kind: string }) => one.kind === kind);

describe("the report of a programme", () => {
  it("says of each objective what there is to show, or that there is nothing yet", () => {
    expect(report.objectives).toHaveLength(4);
    expect(objective("technology-adoption")).toMatchObject({
      standing: "short-of-target",
      baseline: 90,
      target: { value: 60, direction: "down" },
      evidence: [{ kind: "indicator", n: 8, level: { kind: "exact", mean: 70.75 }, kirkpatrickLevel: 3 }],
    });
    expect(objective("own")).toMatchObject({
      standing: "no-evidence-yet",
      caveats: ["no-evidence-yet"],
      evidence: [{ standing: "no-evidence-yet", n: 0, caveats: ["no-evidence-yet"] }],
    });
    expect(objective("digital-gap").evidence).toMatchObject([
      { subscale: "digcomp-1", n: expect.any(Number), kirkpatrickLevel: expect.any(Number) },
      { subscale: "digcomp-5" },
    ]);
  });

  it("counts people by how far they came, and sessions by how it is known that they took place", () => {
    expect(report.participation).toMatchObject({ n: 13, now: { active: 12, declined: 1 } });
    expect(report.participation.reached.at(-1)).toMatchObject({
      step: "finished",
      people: expect.any(Number),
    });
    expect(report.participation.reached[0]).toEqual({ step: "invited", people: 13 });
    const { n, planned, waiting, held, missed, cancelled } = report.sessions;
    expect(planned + waiting).toBe(0);
    expect(held.confirmed + held.assumed + held.disputed + missed).toBe(n);
    expect(held.assumed).toBeGreaterThan(0);
    const [mentor, mentee] = cancelled;
    expect(mentor.sessions + mentee.sessions).toBe(1);
  });

  it("gives the response rate of every wave and each dimension over the waves, with its number", () => {
    const { waves, dimensions } = report.questionnaires;
    const start = waves.filter(({ planned }: { planned: { point: string } }) => planned.point === "start");
    expect(start).toHaveLength(2);
    for (const { n, invited, rate } of start) expect(Math.abs(rate - n / invited)).toBeLessThan(0.01);
    const satisfaction = dimensions.find((one: { subscale: string }) => one.subscale === "satisfaction");
    expect(satisfaction).toMatchObject({
      instrumentKey: "reverse-mentoring-pulse",
      steps: 5,
      kirkpatrickLevel: 1,
    });
    expect(satisfaction.points).toHaveLength(3);
    for (const { n, caveats } of satisfaction.points) {
      expect(n).toBeGreaterThan(5);
      expect(caveats).toContain("self-reported");
      expect(caveats).toContain("few-answers");
    }
  });

  it("gives what has changed as it was released, with an interval, or that it is suppressed", async () => {
    const { changes } = report.questionnaires;
    expect(changes.length).toBeGreaterThanOrEqual(5 + 4);
    for (const { change, n, caveats } of changes) {
      if (!change) {
        expect(n).toBeUndefined();
        expect(caveats).toContain("suppressed");
        continue;
      }
      expect(n).toBeGreaterThanOrEqual(5);
      expect(change.interval.from <= change.mean && change.mean <= change.interval.to).toBe(true);
    }
    expect(await read()).toMatchObject({ questionnaires: { changes } });
  });

  it("compares an indicator with the time before and with who does not take part", () => {
    const [line] = report.indicators;
    expect(line).toMatchObject({
      key: "technology-adoption-time",
      about: "participants",
      baseline: { n: 4, mean: 90.25 },
      programme: { n: 4, mean: 70.75 },
      difference: -19.5,
      improvement: 19.5,
      comparison: { difference: -1.25, estimate: -18.25 },
      caveats: ["no-interval", "comparison-may-differ"],
    });
  });

  it("shows no generation of fewer people than the threshold", () => {
    const groups = report.generations.groups as { generation: string; kind: string; people?: number }[];
    expect(groups).toContainEqual({ kind: "suppressed", generation: "boomers" });
    for (const { people } of groups) expect(people ?? 5).toBeGreaterThanOrEqual(5);
  });

  it("names nobody, and holds nothing that somebody has answered", () => {
    const text = JSON.stringify(report);
    for (const prefix of ["ptc_", "per_", "res_", "inv_", "@example.com"]) expect(text).not.toContain(prefix);
  });

  it("is read by whoever runs the programme, and by nobody else", async () => {
    const { api, programmeId, managerId } = story;
    const path = `/v1/programmes/${programmeId}/report`;
    expect((await api.call("GET", path, { as: await tokenOf(api, managerId, ["manager"]) })).status).toBe(
      200,
    );
    expect((await api.call("GET", path, { as: await tokenOf(api, managerId) })).status).toBe(403);
    const stranger = await api.token({ sub: "stranger", roles: ["manager"] });
    expect(await api.call("GET", path, { as: stranger })).toMatchObject(problem(404, "not-found"));
    const absent = `/v1/programmes/${absentId("prg")}/report`;
    expect(await api.call("GET", absent)).toMatchObject(problem(404, "not-found"));
  });
});

describe("the report of a programme that has just been drafted", () => {
  it("is there, and every line says that there is no evidence yet", async () => {
    const api = await aCustomer();
    const { id } = await anOpenProgramme(api);
    const { status, body } = await api.call("GET", `/v1/programmes/${id}/report`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      objectives: [],
      participation: { n: 0, caveats: ["no-evidence-yet"] },
      sessions: { n: 0, caveats: ["no-evidence-yet"] },
      questionnaires: { waves: [], dimensions: [], changes: [] },
      indicators: [],
    });
    await api.stop();
  });
});

describe("the report as a document", () => {
  const document = async (locale: string, as = story.api.admin) => {
    const path = `/v1/programmes/${story.programmeId}/report.html?locale=${locale}`;
    const response = await story.api.raw(path, { headers: { authorization: `Bearer ${as}` } });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };

  it.each([
    ["it", "Rapporto sul programma", "Ancora nessun dato"],
    ["en", "Programme report", "No evidence yet"],
  ])("stands alone in %s, with a table and a text for every plot", async (locale, title, none) => {
    const { status, headers, html } = await document(locale);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("text/html");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(title);
    expect(html).toContain(none);
    expect(html).not.toMatch(/<script|<link|src=|url\(http/);
    const plots = html.match(/<svg role="img"/g)?.length ?? 0;
    expect(plots).toBeGreaterThan(5);
    expect(html.match(/<desc id=/g)).toHaveLength(plots);
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("explains every note that a line refers to", async () => {
    const { html } = await document("en");
    const referred = new Set([...html.matchAll(/href="#(note-[a-z-]+)"/g)].map(([, id]) => id));
    expect(referred.size).toBeGreaterThan(3);
    for (const id of referred) expect(html).toContain(`<li id="${id}"`);
  });

  it("is refused in a language that there is not, and to whoever may not read the report", async () => {
    expect((await document("fr")).status).toBe(422);
    const nobody = await tokenOf(story.api, story.managerId);
    expect((await document("it", nobody)).status).toBe(403);
  });
});
