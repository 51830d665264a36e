import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anOpenProgramme,
  aPerson,
  aPreparedParticipant,
  aProposedPairing,
  ifMatch,
  outcomeOf,
  problem,
  programmeInput,
  saying,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
beforeEach(async () => {
  api = await aCustomer();
  return () => api.stop();
});

const PULSE = "reverse-mentoring-pulse";
const relationship = { kind: "subscale", instrumentKey: PULSE, subscale: "relationship" };
const objective = (more: object = {}) => ({
  kind: "inter-generational-collaboration",
  evidence: [relationship],
  target: { value: 4, direction: "up", unit: { en: "points" } },
  ...more,
});
const asking = (...atEnd: string[]) => ({ measurement: { atEnd } });

const create = async (more: object = {}): Promise<Programme> => {
  const manager = await aPerson(api);
  const answer = await api.call("POST", "/v1/programmes", { body: programmeInput([manager.id], more) });
  expect(answer.status).toBe(201);
  return answer.body;
};
const readiness = async ({ id }: Programme, as = api.admin) =>
  api.call("GET", `/v1/programmes/${id}/readiness`, { as });
const open = ({ id }: Programme) =>
  api.call("POST", `/v1/programmes/${id}/phase`, { body: { to: "enrolling" } });
const phaseOf = async ({ id }: Programme) => (await api.call("GET", `/v1/programmes/${id}`)).body.phase;
const publish = (key: string, text: object, version = 1) =>
  api.call("POST", "/v1/instruments", {
    body: {
      key,
      version,
      title: text,
      scale: [text, text, text],
      licence: "MIT",
      items: [{ kind: "scale", key: "one", text, subscale: "digital" }],
    },
  });
const switchSending = async (sending: string) => {
  const { version } = (await api.call("GET", "/v1/organisation")).body;
  await api.call("PATCH", "/v1/organisation", { body: { sending }, headers: ifMatch(version) });
};

/** Pairs a person elsewhere, so that a mail goes to her address. */
async function inviteToASession({ id: personId }: Person): Promise<void> {
  const elsewhere = await anOpenProgramme(api);
  const mentor = await aPreparedParticipant(api, elsewhere, { mentorCapacity: 1 });
  const input = { programmeId: elsewhere.id, personId, menteeCapacity: 1 };
  const { body } = await api.call("POST", "/v1/participants", { body: input });
  const mentee = await takeTo(api, body, "applied", "approved", "prepared");
  const { id } = await aProposedPairing(api, mentor, mentee);
  for (const { id: participantId } of [mentor, mentee]) {
    await api.call("POST", `/v1/pairings/${id}/acceptances`, { body: { participantId } });
  }
  await api.pass({ minutes: 10 });
}

/** A gap by its code and where it is mended. */
const gap = (severity: string, code: string, thing: string, ...path: (string | number)[]) => ({
  code,
  severity,
  message: expect.stringMatching(/\.$/),
  mend: { thing, path },
});

describe("a programme that is ready", () => {
  const whole = { objectives: [objective()], rules: asking(PULSE) };

  it("lacks nothing and opens", async () => {
    const programme = await create(whole);
    expect((await readiness(programme)).body).toEqual({ ready: true, gaps: [] });
    expect(await open(programme)).toMatchObject({ status: 200, body: { phase: "enrolling" } });
  });

  it("opens too where it only goes without something, and is told what", async () => {
    const programme = await create({ enrolment: { state: "open", closesOn: "2026-11-23" } });
    await switchSending("off");
    expect((await readiness(programme)).body).toEqual({
      ready: true,
      gaps: [
        gap("warning", "measurement-missing", "programme", "rules", "measurement"),
        gap("warning", "objectives-missing", "programme", "objectives"),
        gap("warning", "enrolment-closed", "programme", "enrolment"),
        gap("warning", "sending-off", "organisation", "sending"),
      ],
    });
    expect((await open(programme)).status).toBe(200);
  });

  it("opens once when two press at once", async () => {
    const programme = await create(whole);
    const { refused } = outcomeOf(await Promise.all([open(programme), open(programme)]));
    expect(refused).toMatchObject(problem(409, "conflict", { data: { state: "enrolling" } }));
  });

  it("opens as it was judged, or not at all, when somebody takes its evidence away meanwhile", async () => {
    const rounds = 8;
    for (let round = 0; round < rounds; round += 1) {
      const programme = await create(whole);
      const body = { objectives: [objective({ evidence: [] })] };
      const path = `/v1/programmes/${programme.id}`;
      await Promise.all([
        open(programme),
        api.call("PUT", `${path}/objectives`, { body, headers: ifMatch(programme.version) }),
      ]);
      const { phase, objectives } = (await api.call("GET", path)).body;
      expect([phase, objectives[0].evidence.length]).not.toEqual(["enrolling", 0]);
    }
  });
});

describe("a programme that lacks something", () => {
  /** What a programme lacks, how its opening is refused, and that it stays a draft. */
  async function expectGaps(programme: Programme, ...gaps: object[]): Promise<void> {
    const answer = (await readiness(programme)).body;
    expect(answer).toEqual({ ready: false, gaps });
    const data = { state: "draft", gaps: answer.gaps };
    expect(await open(programme)).toMatchObject(
      problem(409, "conflict", { ...saying("not ready to open"), data }),
    );
    expect(await phaseOf(programme)).toBe("draft");
  }

  it("does not open without evidence for each objective, and opens once there is some", async () => {
    const programme = await create({
      objectives: [objective(), objective({ kind: "digital-gap", evidence: [] })],
      rules: asking(PULSE),
    });
    await expectGaps(
      programme,
      gap("required", "evidence-missing", "programme", "objectives", 1, "evidence"),
    );
    const [message] = (await readiness(programme)).body.gaps.map((one: { message: string }) => one.message);
    expect(message).toContain("Narrow the digital gap");
    const objectives = programme.objectives.map((one) => ({ ...one, evidence: [relationship] }));
    await api.call("PUT", `/v1/programmes/${programme.id}/objectives`, {
      body: { objectives },
      headers: ifMatch(1),
    });
    expect((await open(programme)).status).toBe(200);
  });

  it("does not open without a baseline where an indicator is to show a change", async () => {
    const indicator = { kind: "indicator", key: "digital-tool-usage" };
    const measured = objective({ evidence: [relationship, indicator] });
    const programme = await create({ objectives: [measured], rules: asking(PULSE) });
    await expectGaps(
      programme,
      gap("required", "baseline-missing", "programme", "objectives", 0, "baseline"),
    );
    const other = await create({ objectives: [{ ...measured, baseline: 0 }], rules: asking(PULSE) });
    expect((await open(other)).status).toBe(200);
  });

  it.each([
    ["an instrument", { ...relationship, instrumentKey: "no-such-instrument" }],
    ["a subscale", { ...relationship, subscale: "no-such-subscale" }],
  ])("does not open with evidence from %s that there is not", async (_, unknown) => {
    const programme = await create({
      objectives: [objective({ evidence: [relationship, unknown] })],
      rules: asking(PULSE),
    });
    await expectGaps(
      programme,
      gap("required", "evidence-unknown", "programme", "objectives", 0, "evidence", 1),
    );
  });

  it("is told once where nobody is asked for its evidence", async () => {
    const satisfaction = { ...relationship, subscale: "satisfaction" };
    const programme = await create({
      objectives: [objective({ evidence: [relationship, satisfaction] }), objective()],
    });
    expect((await readiness(programme)).body).toEqual({
      ready: true,
      gaps: [
        gap("warning", "evidence-not-asked", "programme", "rules", "measurement"),
        gap("warning", "measurement-missing", "programme", "rules", "measurement"),
      ],
    });
  });

  it("does not open with an instrument that there is not, and opens once it is published", async () => {
    const programme = await create({ objectives: [objective()], rules: asking(PULSE, "our-own") });
    await expectGaps(programme, gap("required", "instrument-unknown", "programme", "rules", "measurement"));
    await publish("our-own", { it: "Testo", en: "Text" });
    expect((await open(programme)).status).toBe(200);
  });

  it("does not open with an instrument in a language less than its people read", async () => {
    await publish("italian-only", { it: "Testo" });
    const eligibility = { mentor: { sites: ["Roma"] }, mentee: { sites: ["Roma"] } };
    const input = { objectives: [objective()], rules: asking(PULSE, "italian-only"), eligibility };
    await aPerson(api, "ada", { site: "Roma" });
    await aPerson(api, "eve", { site: "London", locale: "en" });
    const amongItalians = await create(input);
    expect((await readiness(amongItalians)).body).toEqual({ ready: true, gaps: [] });
    await aPerson(api, "ben", { site: "Roma", locale: "en" });
    await expectGaps(
      amongItalians,
      gap("required", "instrument-language-missing", "instrument", "italian-only"),
    );
    await api.pass({ minutes: 1 });
    await publish("italian-only", { it: "Testo", en: "Text" }, 2);
    expect((await open(amongItalians)).status).toBe(200);
  });

  it("does not open for a role that nobody is eligible for", async () => {
    const eligibility = { mentor: { generations: ["z"] }, mentee: {} };
    const programme = await create({ objectives: [objective()], rules: asking(PULSE), eligibility });
    await aPerson(api, "old", { birthYear: 1970 });
    await expectGaps(
      programme,
      gap("required", "eligibility-fits-nobody", "programme", "eligibility", "mentor"),
    );
    await aPerson(api, "zoe", { birthYear: 2000 });
    expect((await open(programme)).status).toBe(200);
  });

  it("does not open for peers of whom nobody may both teach and learn", async () => {
    const eligibility = { mentor: { generations: ["z"] }, mentee: { generations: ["x"] } };
    const input = { format: "peer", objectives: [objective()], rules: asking(PULSE), eligibility };
    const programme = await create(input);
    await aPerson(api, "zoe", { birthYear: 2000 });
    await aPerson(api, "old", { birthYear: 1970 });
    await expectGaps(
      programme,
      gap("required", "eligibility-fits-nobody", "programme", "eligibility", "mentor"),
      gap("required", "eligibility-fits-nobody", "programme", "eligibility", "mentee"),
    );
  });

  it("does not open while none of its managers can be reached", async () => {
    const bounced = await aPerson(api, "carla", { email: "bounce-carla@example.com" });
    const body = programmeInput([bounced.id], { objectives: [objective()], rules: asking(PULSE) });
    const programme = (await api.call("POST", "/v1/programmes", { body })).body;
    expect((await readiness(programme)).body.ready).toBe(true);
    await inviteToASession(bounced);
    await expectGaps(programme, gap("required", "manager-contact-missing", "programme", "managers"));
    const managers = [bounced.id, (await aPerson(api)).id];
    await api.call("PATCH", `/v1/programmes/${programme.id}`, { body: { managers }, headers: ifMatch(1) });
    expect((await open(programme)).status).toBe(200);
  });

  it("says what is required before what is not", async () => {
    const programme = await create({ objectives: [objective({ evidence: [] })] });
    await switchSending("off");
    await expectGaps(
      programme,
      gap("required", "evidence-missing", "programme", "objectives", 0, "evidence"),
      gap("warning", "measurement-missing", "programme", "rules", "measurement"),
      gap("warning", "sending-off", "organisation", "sending"),
    );
  });

  it("can be cancelled all the same", async () => {
    const { id } = await create({ objectives: [objective({ evidence: [] })] });
    const answer = await api.call("POST", `/v1/programmes/${id}/phase`, { body: { to: "cancelled" } });
    expect(answer.status).toBe(200);
  });
});

describe("the readiness of a programme", () => {
  it("is told to those who manage it, and to nobody else", async () => {
    const programme = await create();
    const [manager] = programme.managers;
    const own = await tokenOf(api, manager as NonNullable<typeof manager>, ["manager"]);
    const other = await tokenOf(api, (await aPerson(api)).id, ["manager"]);
    expect((await readiness(programme, own)).status).toBe(200);
    expect(await readiness(programme, other)).toMatchObject(problem(404, "not-found"));
  });
});
