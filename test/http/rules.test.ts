import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anOpenProgramme,
  aPerson,
  aPreparedParticipant,
  ifMatch,
  issueAt,
  outcomeOf,
  pairingInput,
  problem,
  programmeInput,
  saying,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
const start = async () => {
  const started = await aCustomer();
  api = started;
  programme = await anOpenProgramme(api);
  return () => started.stop();
};

const path = () => `/v1/programmes/${programme.id}`;
const read = async () => (await api.call("GET", path())).body;
const change = async (body: object) => {
  const answer = await api.call("PATCH", path(), { body, headers: ifMatch((await read()).version) });
  return answer;
};
const changeOrganisation = async (body: object) => {
  const { version } = (await api.call("GET", "/v1/organisation")).body;
  return api.call("PATCH", "/v1/organisation", { body, headers: ifMatch(version) });
};
const add = (person: Person, role: object = { mentorCapacity: 1 }) =>
  api.call("POST", "/v1/participants", { body: { programmeId: programme.id, personId: person.id, ...role } });

describe("the rules of a programme", () => {
  beforeAll(start);
  beforeEach(async () => {
    programme = await anOpenProgramme(api);
  });

  it("are the usual ones for a client that says nothing of them", async () => {
    expect(await read()).toMatchObject({
      sessionMinutes: 60,
      reminderLeadMinutes: 1_440,
      sessionCount: 12,
      rules: {
        durationWeeks: 24,
        everyWeeks: 2,
        supportTools: [],
        measurement: { atStart: [], atEnd: [], reminders: 1 },
      },
      eligibility: { mentor: {}, mentee: {} },
      enrolmentOpen: true,
      matchingOpen: true,
    });
  });

  it("change in part, and what is not named stays", async () => {
    const supportTools = [{ name: "Miro", link: "https://miro.com/board" }, { name: "Carta e penna" }];
    await change({ rules: { supportTools, everyWeeks: 3 } });
    const measurement = {
      atStart: ["reverse-mentoring-pulse"],
      during: { everyWeeks: 4, instruments: ["reverse-mentoring-pulse"] },
    };
    const changed = await change({ rules: { measurement, durationWeeks: 30 } });
    expect(changed).toMatchObject({ status: 200, body: { sessionCount: 10 } });
    expect(changed.body.rules).toEqual({
      durationWeeks: 30,
      everyWeeks: 3,
      supportTools,
      measurement: { ...measurement, atEnd: [], afterSessions: false, reminders: 1 },
      preparation: "waived",
    });
    expect(await read()).toEqual(changed.body);
  });

  it("may have hours of their own, and go back to the organisation's", async () => {
    const workingHours = { from: "10:00", to: "16:00" };
    expect((await change({ rules: { workingHours } })).body.rules).toMatchObject({ workingHours });
    expect((await change({ rules: { workingHours: null } })).body.rules).not.toHaveProperty("workingHours");
  });

  it("lose no part when two managers change different ones at once", async () => {
    const headers = ifMatch((await read()).version);
    const both = await Promise.all(
      [{ everyWeeks: 1 }, { durationWeeks: 10 }].map((rules) =>
        api.call("PATCH", path(), { body: { rules }, headers }),
      ),
    );
    const { granted, refused } = outcomeOf(both);
    expect(refused).toMatchObject(problem(412, "precondition-failed"));
    expect(await read()).toEqual(granted.body);
  });

  it.each<[string, object, (string | number)[]]>([
    ["no week at all", { durationWeeks: 0 }, ["durationWeeks"]],
    ["more than two years", { durationWeeks: 105 }, ["durationWeeks"]],
    ["a cadence of months", { everyWeeks: 13 }, ["everyWeeks"]],
    [
      "a link that a browser should not open",
      { supportTools: [{ name: "x", link: "javascript:alert(1)" }] },
      ["supportTools", 0, "link"],
    ],
    ["eleven tools", { supportTools: Array(11).fill({ name: "x" }) }, ["supportTools"]],
    ["an instrument twice", { measurement: { atStart: ["pulse", "pulse"] } }, ["measurement", "atStart"]],
    [
      "a wave every week",
      { measurement: { during: { everyWeeks: 1, instruments: ["pulse"] } } },
      ["measurement", "during", "everyWeeks"],
    ],
    ["nagging", { measurement: { reminders: 3 } }, ["measurement", "reminders"]],
    [
      "a day that ends before it begins",
      { workingHours: { from: "18:00", to: "09:00" } },
      ["workingHours", "to"],
    ],
  ])("are refused with %s", async (_, rules, at) => {
    expect(await change({ rules })).toMatchObject(problem(422, "invalid", issueAt("rules", ...at)));
    const input = programmeInput(programme.managers, { rules });
    expect(await api.call("POST", "/v1/programmes", { body: input })).toMatchObject(
      problem(422, "invalid", issueAt("rules", ...at)),
    );
  });
});

describe("who is eligible in a programme", () => {
  beforeEach(start);
  const young = { birthYear: 2000, site: "Roma", languages: ["it"] };

  it("is everybody at first, and then only who fits her role", async () => {
    await change({ eligibility: { mentor: { generations: ["z"], languages: ["en"] } } });
    const zoe = await aPerson(api, "zoe", young);
    const refused = await add(zoe);
    const data = { role: "mentor", misfits: ["languages"] };
    expect(refused).toMatchObject(problem(409, "conflict", { ...saying("not eligible as a mentor"), data }));
    expect((await add(zoe, { menteeCapacity: 1 })).status).toBe(201);
    expect((await add(await aPerson(api, "ada", { ...young, languages: ["en"] }))).status).toBe(201);
    expect((await add(await aPerson(api, "bo"))).body.data).toMatchObject({
      misfits: ["generations", "languages"],
    });
  });

  it("changes for one role and stays for the other; an empty one opens a role to everybody", async () => {
    await change({ eligibility: { mentor: { sites: ["Roma"] }, mentee: { departments: ["Sales"] } } });
    const { body } = await change({ eligibility: { mentor: {} } });
    expect(body.eligibility).toEqual({ mentor: {}, mentee: { departments: ["Sales"] } });
    expect((await add(await aPerson(api))).status).toBe(201);
  });

  it("follows the organisation's own generations", async () => {
    await change({ eligibility: { mentor: { generations: ["digital-natives"] } } });
    const zoe = await aPerson(api, "zoe", young);
    expect((await add(zoe)).status).toBe(409);
    const generations = [
      { name: "others", from: 1900, before: 1995 },
      { name: "digital-natives", from: 1995 },
    ];
    expect((await changeOrganisation({ generations })).body).toMatchObject({ generations });
    expect((await add(zoe)).status).toBe(201);
  });

  it.each([
    ["nobody at all", { sites: [] }, ["sites"]],
    ["a seniority that there is not", { seniorities: ["boss"] }, ["seniorities", 0]],
    ["a criterion that there is not", { gender: ["f"] }, []],
  ])("cannot be %s", async (_, mentor, at) => {
    expect(await change({ eligibility: { mentor } })).toMatchObject(
      problem(422, "invalid", issueAt("eligibility", "mentor", ...at)),
    );
  });
});

describe("the enrolment of a programme", () => {
  beforeEach(start);
  const advance = (to: string) => api.call("POST", `${path()}/phase`, { body: { to } });

  it("takes late participants while it runs, until its window is shut", async () => {
    for (const to of ["preparing", "matching", "running"]) await advance(to);
    expect((await add(await aPerson(api))).status).toBe(201);
    expect((await change({ enrolment: { state: "closed" } })).body).toMatchObject({
      enrolment: { state: "closed" },
      enrolmentOpen: false,
      matchingOpen: true,
    });
    const late = await aPerson(api);
    const data = { phase: "running", enrolment: { state: "closed" } };
    expect(await add(late)).toMatchObject(problem(409, "conflict", { ...saying("closed today"), data }));
    const { body } = await change({ enrolment: null });
    expect(body).toMatchObject({ enrolmentOpen: true });
    expect(body).not.toHaveProperty("enrolment");
    expect((await add(late)).status).toBe(201);
  });

  it("opens and closes on its days by itself", async () => {
    await change({ enrolment: { state: "open", opensOn: "2026-11-26", closesOn: "2026-11-27" } });
    const status = async () => (await add(await aPerson(api))).status;
    expect(await status()).toBe(409);
    await api.pass({ days: 2 });
    expect([(await read()).enrolmentOpen, await status()]).toEqual([true, 201]);
    await api.pass({ days: 2 });
    expect([(await read()).enrolmentOpen, await status()]).toEqual([false, 409]);
  });

  it.each([
    ["closes before it opens", { opensOn: "2026-12-02", closesOn: "2026-12-01" }, ["closesOn"]],
    ["opens on no day of the calendar", { opensOn: "2026-02-30" }, ["opensOn"]],
  ])("has no window that %s", async (_, days, at) => {
    expect(await change({ enrolment: { state: "open", ...days } })).toMatchObject(
      problem(422, "invalid", issueAt("enrolment", ...at)),
    );
  });
});

describe("the matching of a programme", () => {
  beforeAll(start);

  it("pairs nobody while its window is shut, and again once it is open", async () => {
    const [mentor, mentee] = await Promise.all([
      aPreparedParticipant(api, programme, { mentorCapacity: 1 }),
      aPreparedParticipant(api, programme),
    ]);
    const pair = () => api.call("POST", "/v1/pairings", { body: pairingInput(mentor, mentee) });
    await change({ matching: { state: "closed" } });
    expect(await pair()).toMatchObject(problem(409, "conflict", saying("closed today")));
    await change({ matching: { state: "open" } });
    expect((await pair()).status).toBe(201);
  });
});

describe("the working time of an organisation", () => {
  beforeAll(start);

  it("is Monday to Friday from nine to six, without holidays, until it says otherwise", async () => {
    const usual = {
      workingHours: { from: "09:00", to: "18:00" },
      workingDays: [1, 2, 3, 4, 5],
      holidays: [],
    };
    expect((await api.call("GET", "/v1/organisation")).body).toMatchObject(usual);
    const other = {
      workingHours: { from: "08:30", to: "17:00" },
      workingDays: [1, 2, 3, 4],
      holidays: [{ date: "2026-12-08", name: { it: "Immacolata", en: "Immaculate Conception" } }],
    };
    expect((await changeOrganisation(other)).body).toMatchObject(other);
    await changeOrganisation({ name: "Contoso" });
    expect((await api.call("GET", "/v1/organisation")).body).toMatchObject({ ...other, name: "Contoso" });
  });

  it.each<[string, object, (string | number)[]]>([
    ["an hour that there is not", { workingHours: { from: "9:00", to: "24:00" } }, ["workingHours", "from"]],
    ["no day", { workingDays: [] }, ["workingDays"]],
    ["a day twice", { workingDays: [1, 1] }, ["workingDays"]],
    ["an eighth day", { workingDays: [8] }, ["workingDays", 0]],
    ["a holiday without a name", { holidays: [{ date: "2026-12-08" }] }, ["holidays", 0, "name"]],
    [
      "one date twice",
      { holidays: ["a", "b"].map((en) => ({ date: "2026-12-08", name: { en } })) },
      ["holidays"],
    ],
    [
      "more holidays than anybody has",
      {
        holidays: Array.from({ length: 201 }, (_, at) => ({
          date: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
          name: { en: "x" },
        })),
      },
      ["holidays"],
    ],
    [
      "generations that overlap",
      {
        generations: [
          { name: "x", from: 1960, before: 1985 },
          { name: "y", from: 1980 },
        ],
      },
      ["generations", 0, "before"],
    ],
    [
      "two generations of one name",
      {
        generations: [
          { name: "x", from: 1960, before: 1980 },
          { name: "x", from: 1980 },
        ],
      },
      ["generations", 1, "name"],
    ],
  ])("is refused with %s, and nothing changes", async (_, wrong, at) => {
    const before = (await api.call("GET", "/v1/organisation")).body;
    const refused = await changeOrganisation(wrong);
    expect(refused).toMatchObject(problem(422, "invalid"));
    expect(refused.body.issues).toContainEqual({ path: at, message: expect.any(String) });
    expect((await api.call("GET", "/v1/organisation")).body).toEqual(before);
  });
});
