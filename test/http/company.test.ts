import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, anAcceptedPairing, anOpenProgramme, ifMatch } from "#test/support/over-http.ts";

const PULSE = "reverse-mentoring-pulse";
const DIGITAL = "digital-self-assessment";
const SOFT_SKILLS = "soft-skills-self-assessment";

let api: Api;
let programme: Programme;
let pairing: Pairing;
/** The programme begins on Monday, 30 November 2026; the pairing meets from 3 December on, on every other Thursday. */
beforeEach(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  return () => api.stop();
});

async function asks(measurement: object, durationWeeks = 12): Promise<void> {
  const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
  const rules = { durationWeeks, measurement: { atStart: [], atEnd: [], reminders: 2, ...measurement } };
  const body = { rules, startsOn: "2026-11-30" };
  const headers = ifMatch(version);
  expect((await api.call("PATCH", `/v1/programmes/${programme.id}`, { body, headers })).status).toBe(200);
  pairing = await anAcceptedPairing(api, programme);
  await api.pass({ minutes: 10 });
}
/** Passes time until an hour of a day in December 2026, in UTC: Rome is one hour ahead. */
const until = (day: number, hour = 12) => api.timeMachine.moveTo(Date.UTC(2026, 11, day, hour));
const mentee = async (): Promise<string> => {
  const { personId } = (await api.call("GET", `/v1/participants/${pairing.members[1]?.participantId}`)).body;
  return (await api.call("GET", `/v1/people/${personId}`)).body.email;
};
const received = async () =>
  (await api.mails(await mentee()))
    .filter(({ kind }) => ["questionnaire", "questionnaire reminder", "follow-up", "digest"].includes(kind))
    .map(({ kind, sentAt }) => `${sentAt.slice(5, 16)} ${kind}`);
const linksOf = async (kind: string) =>
  (await api.mails(await mentee())).filter((mail) => mail.kind === kind).flatMap(({ links }) => links);
const fortnightly = { during: { everyWeeks: 2, instruments: [PULSE] } };

describe("a questionnaire that comes again every few weeks", () => {
  it("is asked with the question after the session of its week, in one mail, and reminded of a week later", async () => {
    await asks(fortnightly);
    await until(22);
    expect(await received()).toEqual([
      "12-03T15:00 follow-up",
      "12-17T15:05 digest",
      "12-21T08:00 questionnaire reminder",
    ]);
    const links = await linksOf("digest");
    for (const purpose of ["follow-up", "questionnaire"])
      expect(links.some((link) => link.includes(`/p/${purpose}/`))).toBe(true);
  });

  it("goes at that hour also when the session does not take place", async () => {
    await asks(fortnightly);
    await until(15);
    const query = `/v1/sessions?programmeId=${programme.id}&state=planned&from=2026-12-15T00:00:00Z`;
    const [session] = (await api.call("GET", query)).body.items;
    const headers = ifMatch(session.version);
    expect(
      (await api.call("POST", `/v1/sessions/${session.id}/cancellation`, { body: {}, headers })).status,
    ).toBe(200);
    await until(18);
    expect((await received()).slice(1)).toEqual(["12-17T15:05 questionnaire"]);
  });

  it("waits for it also where it is due in the reader's night", async () => {
    await asks(fortnightly);
    const email = await mentee();
    const person = (await api.call("GET", "/v1/people")).body.items.find(
      (one: { email: string }) => one.email === email,
    );
    const preferences = `/v1/people/${person.id}/notification-preferences`;
    const { version } = (await api.call("GET", preferences)).body;
    const body = { quietHours: { from: "20:00", to: "10:00" } };
    expect((await api.call("PATCH", preferences, { body, headers: ifMatch(version) })).status).toBe(200);
    await until(18);
    expect((await received()).slice(1)).toEqual(["12-17T15:05 digest"]);
  });

  it("goes at once in a week without a session", async () => {
    await asks({ during: { everyWeeks: 3, instruments: [PULSE] } });
    await until(22);
    expect((await received()).at(-1)).toBe("12-21T08:00 questionnaire");
  });
});

describe("several questionnaires that open at one point of a programme", () => {
  it("come in one mail, and are called to mind in one", async () => {
    await asks({ atEnd: [DIGITAL, SOFT_SKILLS, PULSE] }, 2);
    await until(16);
    expect((await received()).slice(1)).toEqual(["12-14T08:05 digest"]);
    expect(new Set((await linksOf("digest")).filter((link) => link.includes("/p/questionnaire/"))).size).toBe(
      2,
    );
    await until(18, 8);
    expect((await received()).slice(1)).toContain("12-17T08:05 digest");
  });
});
