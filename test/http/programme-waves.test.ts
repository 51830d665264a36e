import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  aPerson,
  ifMatch,
  issueAt,
  problem,
  programmeInput,
  saying,
  takeTo,
} from "#test/support/over-http.ts";
import { linkTo, open, send } from "#test/support/pages.ts";

const PULSE = "reverse-mentoring-pulse";
const DIGITAL = "digital-self-assessment";
const SOFT_SKILLS = "soft-skills-self-assessment";
const measurement = {
  atStart: [DIGITAL, SOFT_SKILLS],
  during: { everyWeeks: 4, instruments: [PULSE] },
  atEnd: [DIGITAL],
  reminders: 0,
};

let api: Api;
let programme: Programme;
/** The stage begins on Tuesday, 24 November 2026; the programme on the Monday two weeks later. */
beforeEach(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  await change({ rules: { durationWeeks: 12, measurement }, startsOn: "2026-12-07" });
  return () => api.stop();
});

const path = () => `/v1/programmes/${programme.id}`;
async function change(body: object) {
  const { version } = (await api.call("GET", path())).body;
  const answer = await api.call("PATCH", path(), { body, headers: ifMatch(version) });
  await api.pass({ minutes: 5 });
  return answer;
}
const phase = async (to: string) => {
  const answer = await api.call("POST", `${path()}/phase`, { body: { to } });
  await api.pass({ minutes: 5 });
  return answer;
};
interface Listed {
  readonly id: string;
  readonly state: string;
  readonly opensAt: string;
  readonly version: number;
  readonly planned?: { readonly point: string; readonly ordinal: number };
}
const waves = async (): Promise<Listed[]> =>
  (await api.call("GET", `/v1/waves?programmeId=${programme.id}`)).body.items;
const timetable = async () =>
  (await waves()).map(
    ({ planned, state, opensAt }) => `${planned?.point} ${planned?.ordinal} ${state} ${opensAt.slice(0, 16)}`,
  );
const ready = async (
  capacity: { mentorCapacity: number } | { menteeCapacity: number },
  more: object = {},
) => {
  const { person, participant } = await anInvitedParticipant(api, programme, { capacity, ...more });
  await takeTo(api, participant, "applied", "approved", "prepared");
  await api.pass({ minutes: 5 });
  return { ...person, participant };
};
/** Answers the last questionnaire that somebody was mailed. */
async function answer(to: string) {
  const link = await linkTo(api, to, "questionnaire");
  const { html } = await open(api, link);
  const items = [
    ...new Set([...html.matchAll(/<input type="radio" name="([^"]+)"/g)].map(([, name]) => name)),
  ];
  const form = Object.fromEntries(items.map((name) => [name ?? "", "3"]));
  expect((await send(api, link, form)).status).toBe(303);
}
const questions = async (to: string) =>
  (await api.mails(to))
    .filter(({ kind }) => kind === "questionnaire")
    .map(({ sentAt }) => sentAt.slice(0, 10));

describe("what the rules of a programme ask", () => {
  it("comes by itself at the start, meanwhile and at the end, to the role that each questionnaire is for", async () => {
    const mentor = await ready({ mentorCapacity: 1 }, { locale: "en" });
    const mentee = await ready({ menteeCapacity: 1 });
    await api.pass({ days: 101 });
    expect(await questions(mentor.email)).toEqual(["2026-11-30", "2027-01-04", "2027-02-01"]);
    expect(await questions(mentee.email)).toEqual(["2026-11-30", "2027-01-04", "2027-02-01", "2027-03-01"]);
    const subjectOf = async (to: string) =>
      (await api.mails(to)).find(({ kind }) => kind === "questionnaire")?.subject;
    expect(await subjectOf(mentee.email)).toContain("Le tue competenze digitali");
    expect(await subjectOf(mentor.email)).not.toContain("digital");
    expect(new Set((await waves()).map(({ state }) => state))).toEqual(new Set(["released", "open"]));
  });

  it("exists two weeks ahead, so that a manager sees it come", async () => {
    expect(await timetable()).toEqual([
      "start 0 scheduled 2026-11-30T08:00",
      "start 0 scheduled 2026-11-30T08:00",
    ]);
    await api.pass({ days: 28 });
    expect((await timetable()).at(-1)).toBe("during 4 scheduled 2027-01-04T08:00");
  });

  it("moves with the rules while nobody was asked, is superseded and comes back, and is never made twice", async () => {
    await change({ startsOn: "2026-12-08" });
    expect(await timetable()).toEqual([
      "start 0 scheduled 2026-12-01T08:00",
      "start 0 scheduled 2026-12-01T08:00",
    ]);
    await change({ rules: { measurement: { ...measurement, atStart: [DIGITAL] } } });
    expect((await timetable()).sort()).toEqual([
      "start 0 scheduled 2026-12-01T08:00",
      "start 0 superseded 2026-12-01T08:00",
    ]);
    await api.pass({ days: 1 });
    await change({ rules: { measurement } });
    await change({ startsOn: "2026-12-07" });
    expect(await timetable()).toEqual([
      "start 0 scheduled 2026-11-30T08:00",
      "start 0 scheduled 2026-11-30T08:00",
    ]);
  });

  it("stays as it was asked once it has opened, and what a change would have asked long ago is not asked late", async () => {
    const mentee = await ready({ menteeCapacity: 1 });
    await api.pass({ days: 44 });
    expect(await questions(mentee.email)).toEqual(["2026-11-30", "2027-01-04"]);
    await change({
      rules: { measurement: { ...measurement, during: { everyWeeks: 2, instruments: [PULSE] } } },
    });
    await api.pass({ days: 13 });
    expect(await questions(mentee.email)).toEqual(["2026-11-30", "2027-01-04", "2027-01-18"]);
  });

  it("reminds once of what comes again within weeks, and not at all who let the last one go by", async () => {
    const mentee = await ready({ menteeCapacity: 1 });
    await change({ rules: { measurement: { ...measurement, atStart: [], atEnd: [], reminders: 2 } } });
    await api.pass({ days: 70 });
    const kinds = (await api.mails(mentee.email)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("questionnaire"))).toEqual([
      "questionnaire",
      "questionnaire reminder",
      "questionnaire",
    ]);
  });

  it("reminds again who has answered the last one", async () => {
    const mentee = await ready({ menteeCapacity: 1 });
    await change({ rules: { measurement: { ...measurement, atStart: [], atEnd: [], reminders: 2 } } });
    await api.pass({ days: 42 });
    await answer(mentee.email);
    await api.pass({ days: 35 });
    const kinds = (await api.mails(mentee.email)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("questionnaire"))).toEqual([
      "questionnaire",
      "questionnaire",
      "questionnaire reminder",
    ]);
  });

  it("reminds at the hour at which it has asked, also where the clocks change in between", async () => {
    const mentee = await ready({ menteeCapacity: 1 });
    await change({
      rules: {
        durationWeeks: 26,
        measurement: { ...measurement, during: undefined, atStart: [], atEnd: [] },
      },
    });
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    // The clocks of Rome go on in the night to 28 March 2027.
    const body = {
      programmeId: programme.id,
      instrumentId: instrument.id,
      privacy: "confidential",
      opensAt: "2027-03-26T08:00:00Z",
      closesAt: "2027-04-10T08:00:00Z",
      reminders: 2,
    };
    expect((await api.call("POST", "/v1/waves", { body })).body.zone).toBe("Europe/Rome");
    await api.pass({ days: 130 });
    const sent = (await api.mails(mentee.email)).filter(({ kind }) => kind.startsWith("questionnaire"));
    expect(sent.map(({ sentAt }) => sentAt.slice(0, 16))).toEqual([
      "2027-03-26T08:00",
      "2027-03-29T07:00",
      "2027-04-01T07:00",
    ]);
  });

  it("keeps the hours that a manager has set", async () => {
    const [wave] = await waves();
    const body = { opensAt: "2026-12-02T08:00:00Z", closesAt: "2026-12-20T08:00:00Z", reminders: 1 };
    const headers = ifMatch(wave?.version ?? 0);
    expect((await api.call("PUT", `/v1/waves/${wave?.id}/hours`, { body, headers })).status).toBe(200);
    await change({ startsOn: "2026-12-09" });
    expect((await api.call("GET", `/v1/waves/${wave?.id}`)).body).toMatchObject({
      state: "scheduled",
      opensAt: "2026-12-02T08:00:00.000Z",
      reminders: 1,
    });
  });

  it("is nothing in a cancelled programme, and what a manager scheduled herself stays hers", async () => {
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const own = {
      programmeId: programme.id,
      instrumentId: instrument.id,
      privacy: "anonymous",
      opensAt: "2026-12-20T08:00:00Z",
      closesAt: "2027-01-05T08:00:00Z",
    };
    expect((await api.call("POST", "/v1/waves", { body: own })).status).toBe(201);
    await change({ rules: { measurement: { ...measurement, atStart: [] } } });
    expect((await timetable()).sort()).toEqual([
      "start 0 superseded 2026-11-30T08:00",
      "start 0 superseded 2026-11-30T08:00",
      "undefined undefined scheduled 2026-12-20T08:00",
    ]);
    await change({ rules: { measurement } });
    await phase("cancelled");
    expect((await waves()).filter(({ planned, state }) => planned && state !== "superseded")).toEqual([]);
    const mentee = await ready({ menteeCapacity: 1 }).catch(() => undefined);
    expect(mentee).toBeUndefined();
  });

  it("asks its last questions at once when a programme ends early, and nothing more of the meantime", async () => {
    const mentee = await ready({ menteeCapacity: 1 });
    await api.pass({ days: 20 });
    for (const to of ["preparing", "matching", "running", "completed"]) await phase(to);
    await api.pass({ days: 60 });
    expect(await questions(mentee.email)).toEqual(["2026-11-30", "2026-12-14"]);
  });

  it("counts from the day on which a programme begins to run when no day was named", async () => {
    const unnamed = await anOpenProgramme(api);
    programme = unnamed;
    await change({ rules: { measurement } });
    expect(await waves()).toEqual([]);
    for (const to of ["preparing", "matching", "running"]) await phase(to);
    expect((await api.call("GET", path())).body.startsOn).toBe("2026-11-24");
    expect((await waves()).map(({ state }) => state)).toEqual(["open", "open"]);
  });
});

describe("who becomes ready while a wave is open", () => {
  beforeEach(() => api.pass({ days: 7 }));

  it("is asked too, also where nobody is reminded, and once", async () => {
    const late = await ready({ menteeCapacity: 1 });
    expect(await questions(late.email)).toEqual(["2026-12-01"]);
    await takeTo(api, late.participant, "active");
    await api.pass({ hours: 1 });
    await takeTo(api, late.participant, "paused", "resumed");
    await api.pass({ days: 3 });
    expect(await questions(late.email)).toEqual(["2026-12-01"]);
  });

  it("is left in peace when it closes the day after", async () => {
    await api.pass({ days: 12 });
    const late = await ready({ menteeCapacity: 1 });
    await api.pass({ days: 3 });
    expect(await questions(late.email)).toEqual([]);
  });
});

describe("an instrument that some could not read", () => {
  const onlyItalian = async () => {
    const body = {
      key: "solo-italiano",
      version: 1,
      title: { it: "Una domanda" },
      licence: "MIT",
      audience: ["mentee"],
      scale: [{ it: "no" }, { it: "così così" }, { it: "sì" }],
      items: [{ kind: "scale", key: "one", subscale: "one", text: { it: "Va bene?" } }],
    };
    return (await api.call("POST", "/v1/instruments", { body })).body;
  };

  it("is refused for a wave of a manager's own, by name and language", async () => {
    const { id } = await onlyItalian();
    const wave = {
      programmeId: programme.id,
      instrumentId: id,
      privacy: "anonymous",
      opensAt: "2026-12-20T08:00:00Z",
      closesAt: "2027-01-05T08:00:00Z",
    };
    await ready({ mentorCapacity: 1 }, { locale: "en" });
    const refused = await api.call("POST", "/v1/waves", { body: wave });
    expect(refused).toMatchObject(problem(422, "invalid", issueAt("instrumentId")));
    expect(refused.body.issues[0].message).toContain("solo-italiano is not whole in en, which 1 ");
    const mentees = await api.call("POST", "/v1/waves", { body: { ...wave, roles: ["mentee"] } });
    expect(mentees.status).toBe(201);
  });

  it("is refused in the rules of an open programme, and named before one opens", async () => {
    await onlyItalian();
    await aPerson(api, "eve", { locale: "en" });
    const rules = { measurement: { ...measurement, atEnd: ["solo-italiano"] } };
    const refused = await change({ rules });
    expect(refused).toMatchObject(
      problem(422, "invalid", { ...saying("could read"), ...issueAt("rules", "measurement") }),
    );
    expect(refused.body.issues[0].message).toContain("solo-italiano");
    const draft = programmeInput(programme.managers, { rules: { ...rules, preparation: "waived" } });
    const { id } = (await api.call("POST", "/v1/programmes", { body: draft })).body;
    const { gaps } = (await api.call("GET", `/v1/programmes/${id}/readiness`)).body;
    expect(gaps).toContainEqual(
      expect.objectContaining({
        code: "instrument-language-missing",
        mend: { thing: "instrument", path: ["solo-italiano"] },
      }),
    );
  });
});
