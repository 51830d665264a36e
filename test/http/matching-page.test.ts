import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { remove, update } from "@viceversa/core/table.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aMentee,
  aMentor,
  aProposal,
  COLLABORATE,
  CREATE,
  pairPath,
  publish,
  type Somebody,
} from "#test/support/matching.ts";
import { aCustomer, aPerson, aProgramme, takeTo } from "#test/support/over-http.ts";
import { linkBeside, open, type ReadPage, send } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
let carla: Person;
let yuri: Somebody;
let bruno: Somebody;
let dora: Somebody;
/** The path of the page, as Carla's newest mail leads to it. */
let path: string;
beforeAll(async () => {
  api = await aCustomer();
  carla = await aPerson(api, undefined, { locale: "en" });
  programme = await aProgramme(api, [carla.id]);
  await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "enrolling" } });
  await aMentor(api, programme, [COLLABORATE], { person: { name: "Zoe Neri", birthYear: 2001 } });
  yuri = await aMentor(api, programme, [CREATE], { person: { name: "Yuri Blu" } });
  bruno = await aMentee(api, programme, [COLLABORATE], { person: { name: "Bruno Rossi", birthYear: 1960 } });
  dora = await aMentee(api, programme, [CREATE], {
    person: { name: "Dora Bianchi" },
    profile: { languages: ["de"] },
  });
  path = await pathOf();
});
afterAll(() => api.stop());

async function pathOf(): Promise<string> {
  await api.pass({ days: 7 });
  const link = (await api.mails(carla.email))
    .flatMap(({ links }) => links)
    .findLast((one) => one.includes("/p/manage/"));
  const manage = new URL(link ?? "").pathname;
  return linkBeside(manage, await open(api, manage), "matching");
}
const shown = (query = ""): Promise<ReadPage> => open(api, path + query);
const namesIn = ({ html }: ReadPage): string[] =>
  [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, name = ""]) => name);

describe("the page of a proposal", () => {
  it("says before the first run that there is nothing yet", async () => {
    const { status, text } = await shown();
    expect([status, text.includes("Nobody has been matched in this programme yet")]).toEqual([200, true]);
  });

  it("tells who would meet whom and why, who nobody and why not, and that nothing is better", async () => {
    await aProposal(api, programme);
    const { text, html } = await shown();
    expect(text).toContain("nobody has been told yet");
    expect(text).toContain("Zoe Neri (mentor) and Bruno Rossi (mentee)");
    expect(text).toContain("What is taught");
    expect(text).toContain("Zoe Neri can teach what Bruno Rossi wants to learn");
    expect(text).toContain("generations younger than Bruno Rossi");
    expect(text).toContain("No proposal has more than one pair.");
    expect(text).toMatch(
      /Yuri Blu \(mentor\) 1 mentee: no common language; 1 mentee: possible, but all together/,
    );
    expect(text).toMatch(/Dora Bianchi \(mentee\) 2 mentors: no common language/);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<form");
  });

  it("changes nothing, whoever opens it or sends it a form", async () => {
    const before = await shown();
    expect((await open(api, path, "HEAD")).status).toBe(200);
    const sent = await send(api, path, { choice: "publish" });
    expect([sent.status, sent.html]).toEqual([422, before.html]);
    expect((await api.call("GET", `/v1/pairings?programmeId=${programme.id}`)).body.items).toEqual([]);
  });

  it("shows what a manager has put by hand, with the rule that she has set aside, weakest or best first", async () => {
    const [run] = (await api.call("GET", `/v1/programmes/${programme.id}/matching-runs`)).body.items;
    await api.call("PUT", `/v1/matching-runs/${run.id}/pairs/${pairPath(yuri, dora)}`);
    const weakest = await shown();
    expect(weakest.text).toContain("locked · put by hand");
    expect(weakest.text).toContain("Yuri Blu and Dora Bianchi share no language.");
    const [first, last] = namesIn(weakest);
    expect(namesIn(await shown("?order=best"))).toEqual([last, first]);
    expect(namesIn(await shown("?order=sideways&pairs=-7&people=x"))).toEqual([first, last]);
  });

  it("says what has come between two since, and after publishing what became of them", async () => {
    await takeTo(api, bruno.participant, "paused");
    expect((await shown()).text).toMatch(/Has come between them since.*Bruno Rossi is not prepared/);
    const [run] = (await api.call("GET", `/v1/programmes/${programme.id}/matching-runs`)).body.items;
    await publish(api, run);
    const { text } = await shown();
    expect(text).toContain("this is what was proposed, and what became of it");
    expect(text).toContain("1 published, 1 skipped");
    expect(text).toContain("skipped: has not finished preparing, or is taking a break");
    expect((await shown(`?run=${run.id}`)).text).toContain("Zoe Neri (mentor) and Bruno Rossi (mentee)");
  });

  it("shows the newest proposal first and leads back to what was published before", async () => {
    await takeTo(api, bruno.participant, "resumed");
    await api.pass({ minutes: 1 });
    await aProposal(api, programme);
    const page = await shown();
    expect(page.text).toContain("nobody has been told yet");
    const before = /href="(\?run=[^"&]+)"/.exec(page.html)?.[1];
    expect((await shown(before)).text).toContain("1 published, 1 skipped");
  });

  it("says why there is no proposal where a run has failed", async () => {
    const [{ id }] = (await api.call("GET", `/v1/programmes/${programme.id}/matching-runs?state=proposed`))
      .body.items;
    const failure = "Split the programme, by site or language.";
    const failed = { set: { state: "failed", failure } };
    await api.ctx.table.write(update({ pk: `matchingRun#${id}`, sk: "ENTITY" }, failed));
    await api.ctx.table.write(remove({ pk: `matching#${programme.id}`, sk: "OPEN" }));
    const { text, html } = await shown();
    expect(text).toContain("There is no proposal, because the programme is too large for one matching:");
    expect(html).toContain(`<span lang="en">${failure}</span>`);
    expect(text).toContain("What was proposed before");
  });

  it("opens no run of another programme", async () => {
    const other = await aProgramme(api);
    await api.call("POST", `/v1/programmes/${other.id}/phase`, { body: { to: "enrolling" } });
    const run = await aProposal(api, other);
    expect((await shown(`?run=${run.id}`)).status).toBe(404);
    expect((await shown("?run=nonsense")).status).toBe(404);
  });

  it("pages through a proposal that is long", async () => {
    const many = await aProgramme(api, [carla.id]);
    await api.call("POST", `/v1/programmes/${many.id}/phase`, { body: { to: "enrolling" } });
    for (let at = 0; at < 27; at += 1) {
      await aMentor(api, many, [CREATE]);
      await aMentee(api, many, [CREATE]);
    }
    await aProposal(api, many);
    path = await pathOfProgramme(many);
    const [first, second] = [await shown(), await shown("?pairs=2")];
    expect([namesIn(first).length, namesIn(second).length]).toEqual([25, 2]);
    expect(first.text).toContain("Page 1 of 2");
    const next = /href="(\?[^"]*pairs=2[^"]*)#pairs"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&");
    expect(namesIn(await shown(next))).toEqual(namesIn(second));
    expect(namesIn(await shown("?pairs=99"))).toEqual(namesIn(second));
  });

  it("is closed to whoever runs the programme no more, and after fourteen days", async () => {
    await api.call("POST", `/v1/programmes/${programme.id}/pause`, { body: { paused: true } });
    await api.pass({ days: 15 });
    expect((await shown()).status).toBe(410);
    expect((await send(api, path, {})).status).toBe(410);
  });
});

async function pathOfProgramme({ id }: Programme): Promise<string> {
  await api.pass({ days: 7 });
  const links = (await api.mails(carla.email)).flatMap((mail) => mail.links);
  for (const link of links.filter((one) => one.includes("/p/manage/")).toReversed()) {
    const manage = new URL(link).pathname;
    const page = linkBeside(manage, await open(api, manage), "matching");
    const [run] = (await api.call("GET", `/v1/programmes/${id}/matching-runs`)).body.items;
    if ((await open(api, `${page}?run=${run.id}`)).status === 200) return page;
  }
  throw new Error("no page leads to this programme");
}
