import type { Person } from "@viceversa/core/person/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { answersOf } from "#test/support/her-story.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anOpenProgramme,
  aPerson,
  ifMatch,
  issueAt,
  problem,
} from "#test/support/over-http.ts";
import { must } from "#test/support/teller.ts";
import { wholeTable } from "#test/support/whole-table.ts";

let api: Api;
beforeEach(async () => {
  api = await aCustomer();
  return () => api.stop();
});

const path = "/v1/organisation";
const usual = { responsesMonths: 24, peopleMonths: 24, mailsMonths: 12 };
const get = async (of: string) => (await api.call("GET", of)).body;
const change = async (body: object) => {
  const { version } = await get(path);
  return api.call("PATCH", path, { body, headers: ifMatch(version) });
};
const keep = async (more: object) => must(change({ retention: { ...usual, ...more } }));
const items = async (which: (item: Record<string, unknown>) => boolean) =>
  (await wholeTable(api)).filter(which);

describe("how long things are kept", () => {
  it("is usual until an organisation says otherwise, and stays when something else is changed", async () => {
    expect((await get(path)).retention).toEqual(usual);
    await keep({ mailsMonths: 6 });
    await must(change({ name: "Contoso" }));
    expect(await get(path)).toMatchObject({ name: "Contoso", retention: { ...usual, mailsMonths: 6 } });
  });

  it.each([
    ["no time at all", { ...usual, mailsMonths: 0 }, ["retention", "mailsMonths"]],
    ["more than ten years", { ...usual, peopleMonths: 121 }, ["retention", "peopleMonths"]],
    ["half a month", { ...usual, responsesMonths: 0.5 }, ["retention", "responsesMonths"]],
    ["only a part of it", { mailsMonths: 6 }, ["retention", "responsesMonths"]],
  ])("cannot be %s", async (_, retention, place) => {
    const answer = await change({ retention });
    expect(answer).toMatchObject(problem(422, "invalid"));
    expect(answer.body.issues).toEqual(expect.arrayContaining(issueAt(...place).issues));
    expect((await get(path)).retention).toEqual(usual);
  });
});

describe("responses", () => {
  const isAnswer = ({ pk, sk }: Record<string, unknown>) =>
    String(pk).startsWith("responses#") || String(sk).startsWith("NAMED#");

  it("go a while after their release, by the setting of the day on which they were asked for", async () => {
    await keep({ responsesMonths: 2 });
    const programme = await anOpenProgramme(api);
    await anAcceptedPairing(api, programme);
    const [coordinatorId] = programme.managers;
    const { id } = await must(
      api.call("POST", "/v1/waves", {
        body: {
          programmeId: programme.id,
          instrumentId: (await get("/v1/instruments")).items[0].id,
          privacy: "attributed",
          coordinatorId,
          opensAt: "2026-11-25T08:00:00Z",
          closesAt: "2026-12-05T18:00:00Z",
        },
      }),
    );
    await api.pass({ days: 1 });
    await keep({ responsesMonths: 50 });
    expect(await get(`/v1/waves/${id}`)).toMatchObject({ responsesKeptUntil: "2027-02-05T18:05:00.000Z" });
    const links = (await api.mails()).flatMap((mail) =>
      mail.links.filter((link) => /\/p\/questionnaire\//.test(link)),
    );
    for (const link of links) {
      const body = new URLSearchParams(answersOf("Fine"));
      expect((await api.raw(new URL(link).pathname, { method: "POST", body })).status).toBe(303);
      await api.pass({ days: 1 });
    }
    const expiries = (await items(isAnswer)).map(({ expiresAtEpoch }) => expiresAtEpoch);
    expect(expiries).toEqual(Array(2).fill(Date.parse("2027-02-05T18:05:00Z") / 1_000));
    await api.pass({ days: 60 });
    expect(await items(isAnswer)).toHaveLength(4);
    const { externalId } = await get(`/v1/people/${coordinatorId}`);
    const as = await api.token({ sub: externalId, roles: ["manager"] });
    const named = async () => (await api.call("GET", `/v1/waves/${id}`, { as })).body.named;
    expect(await named()).toHaveLength(2);
    await api.pass({ days: 10 });
    expect(await named()).toHaveLength(2);
    await api.pass({ hours: 10 });
    expect([await named(), await items(isAnswer)]).toEqual([[], expect.objectContaining({ length: 4 })]);
    await api.pass({ days: 3 });
    expect(await items(isAnswer)).toEqual([]);
    expect(await get(`/v1/waves/${id}`)).toMatchObject({ answered: 2, tables: { responses: 2 } });
  });

  it("go together with the comments that a release has quoted of them", async () => {
    await keep({ responsesMonths: 2 });
    await must(change({ reportingThreshold: 3 }));
    const programme = await anOpenProgramme(api);
    for (let pairs = 0; pairs < 3; pairs += 1) await anAcceptedPairing(api, programme);
    const wave = {
      programmeId: programme.id,
      instrumentId: (await get("/v1/instruments")).items[0].id,
      privacy: "confidential",
      opensAt: "2026-11-25T08:00:00Z",
      closesAt: "2026-12-05T18:00:00Z",
    };
    const { id } = await must(api.call("POST", "/v1/waves", { body: wave }));
    await api.pass({ days: 1 });
    const links = (await api.mails()).flatMap((mail) =>
      mail.links.filter((link) => link.includes("/p/questionnaire/")),
    );
    for (const [at, link] of links.entries()) {
      const body = new URLSearchParams(answersOf(`Comment ${at}`));
      await api.raw(new URL(link).pathname, { method: "POST", body });
    }
    const comments = async () => (await get(`/v1/waves/${id}/comments`)).items;
    const isComment = ({ sk }: Record<string, unknown>) => String(sk).startsWith("COMMENT#");
    await api.pass({ days: 60 });
    expect(await comments()).toHaveLength(6);
    await api.pass({ days: 12 });
    expect(await comments()).toHaveLength(6);
    await api.pass({ hours: 10 });
    expect([await comments(), await items(isComment)]).toEqual([[], expect.objectContaining({ length: 6 })]);
    await api.pass({ days: 3 });
    expect(await items(isComment)).toEqual([]);
  });
});

describe("what is known of mails", () => {
  it("goes a while after they were due, and nobody is mailed again for it", async () => {
    await keep({ mailsMonths: 1 });
    const programme = await anOpenProgramme(api);
    const { plan, ...pairing } = await anAcceptedPairing(api, programme);
    await api.pass({ days: 90 });
    const mails = async () => (await api.mails()).filter(({ kind }) => kind !== "weekly summary");
    const sent = await mails();
    expect(sent.length).toBeGreaterThan(2 * plan.count);
    const ofSessions = ({ pk, sk }: Record<string, unknown>) =>
      String(pk).startsWith("session#") && String(sk).startsWith("DUE#");
    const kept = (await items(ofSessions)).length;
    await api.pass({ days: 40 });
    expect(kept).toBeGreaterThan(0);
    expect(await items(ofSessions)).toEqual([]);
    await must(change({ sending: "off" }));
    await must(change({ sending: "on" }));
    await api.pass({ days: 2 });
    expect((await get(`/v1/pairings/${pairing.id}`)).state).toBe("active");
    expect(await mails()).toHaveLength(sent.length);
  });

  it("does not go while the mail could still be wanted, so that a long questionnaire asks once", async () => {
    await keep({ mailsMonths: 1 });
    const programme = await anOpenProgramme(api);
    await anAcceptedPairing(api, programme);
    await must(
      api.call("POST", "/v1/waves", {
        body: {
          programmeId: programme.id,
          instrumentId: (await get("/v1/instruments")).items[0].id,
          privacy: "confidential",
          opensAt: "2026-11-25T08:00:00Z",
          closesAt: "2027-03-01T08:00:00Z",
          reminders: 0,
        },
      }),
    );
    await api.pass({ days: 60 });
    await must(change({ sending: "off" }));
    await must(change({ sending: "on" }));
    await api.pass({ days: 3 });
    const asked = (await api.mails()).filter(({ kind }) => kind === "questionnaire");
    expect(asked).toHaveLength(2);
  });
});

describe("somebody who has left", () => {
  const states = async (...people: Person[]) =>
    Promise.all(people.map(async ({ id }) => (await get(`/v1/people/${id}`)).state));

  it("is erased after a while, unless she is back by then; the others stay", async () => {
    await keep({ peopleMonths: 3 });
    const [gone, back, there] = await Promise.all([aPerson(api), aPerson(api), aPerson(api)]);
    for (const { id } of [gone, back]) await must(api.call("POST", `/v1/people/${id}/deactivation`));
    await api.pass({ days: 30 });
    await must(api.call("POST", `/v1/people/${back.id}/reactivation`));
    await api.pass({ days: 61 });
    expect(await states(gone, back, there)).toEqual(["deactivated", "active", "active"]);
    await api.pass({ days: 2 });
    expect(await states(gone, back, there)).toEqual(["erased", "active", "active"]);
    expect(api.cloud.schedules.names()).toEqual(["sweep"]);
  });

  it("is erased within a month of a shorter setting", async () => {
    const gone = await aPerson(api);
    await must(api.call("POST", `/v1/people/${gone.id}/deactivation`));
    await api.pass({ days: 100 });
    await keep({ peopleMonths: 2 });
    await api.pass({ days: 31 });
    expect(await states(gone)).toEqual(["erased"]);
  });

  it("stays while she has a programme to manage alone, and is erased when that is over", async () => {
    await keep({ peopleMonths: 1 });
    const programme = await anOpenProgramme(api);
    const [id = ""] = programme.managers;
    await must(api.call("POST", `/v1/people/${id}/deactivation`));
    await api.pass({ days: 40 });
    const manager = await get(`/v1/people/${id}`);
    expect(manager).toMatchObject({ state: "deactivated" });
    await must(api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "cancelled" } }));
    await api.pass({ days: 31 });
    expect(await states(manager)).toEqual(["erased"]);
  });
});
