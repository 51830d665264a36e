import type { Programme } from "@viceversa/core/programme/index.ts";
import { runJob } from "@viceversa/core/workflow/run-job.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aMentee,
  aMentor,
  aProposal,
  COLLABORATE,
  CREATE,
  couple,
  couples,
  exclude,
  pairPath,
  pairsOf,
  publicationInput,
  publish,
  type Somebody,
} from "#test/support/matching.ts";
import {
  aCustomer,
  anOpenProgramme,
  ifMatch,
  outcomeOf,
  problem,
  programmeInput,
  saying,
  takeMessages,
  takeTo,
} from "#test/support/over-http.ts";
import { linkTo, send } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
let zoe: Somebody;
let yuri: Somebody;
let bruno: Somebody;
let carla: Somebody;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  programme = await anOpenProgramme(api);
  [zoe, yuri] = [await aMentor(api, programme, [COLLABORATE]), await aMentor(api, programme, [CREATE])];
  [bruno, carla] = [await aMentee(api, programme, [CREATE]), await aMentee(api, programme, [COLLABORATE])];
});

const pairings = async (query = "") =>
  (await api.call("GET", `/v1/pairings?programmeId=${programme.id}&limit=100${query}`)).body.items;
const pairingOf = async ({ participant }: Somebody) =>
  (await pairings(`&participantId=${participant.id}`)).at(-1);
const publication = (run: { id: string }, more: object = {}, headers: Record<string, string> = {}) =>
  api.call("POST", `/v1/matching-runs/${run.id}/publication`, { body: publicationInput(more), headers });
const skippedIn = async (run: { id: string }) =>
  (await pairsOf(api, run, "&publication=skipped")).map(
    ({ menteeId, publication: { reasons } }: { menteeId: string; publication: { reasons: string[] } }) => [
      menteeId,
      ...reasons,
    ],
  );
const loadOf = async ({ participant }: Somebody) => {
  const { mentorLoad, menteeLoad } = (await api.call("GET", `/v1/participants/${participant.id}`)).body;
  return mentorLoad + menteeLoad;
};

describe("a published proposal", () => {
  it("makes a pairing of each pair, with a plan by the programme's rules, and asks both by mail", async () => {
    const run = await publish(api, await aProposal(api, programme));
    expect(run).toMatchObject({ state: "published", summary: { published: 2, skipped: 0 } });
    expect(await pairings()).toHaveLength(2);
    const pairing = await pairingOf(carla);
    expect(pairing).toMatchObject({
      state: "proposed",
      accepted: [],
      zone: "Europe/Rome",
      venue: { kind: "link", link: "https://meet.example.com/lobby" },
      plan: { everyWeeks: 2, minutes: 60, count: 12 },
      plannedFrom: "2026-12-01T00:00",
      members: [
        { participantId: zoe.participant.id, teaches: true, learns: false },
        { participantId: carla.participant.id, teaches: false, learns: true },
      ],
    });
    expect(pairing.goals).toHaveLength(1);
    expect(pairing.plan.wallTime).toMatch(/^(09|1[0-7]):00$/);
    expect(pairing.plan.weekday).toBeLessThanOrEqual(5);
    for (const { person } of [zoe, yuri, bruno, carla]) {
      const asked = (await api.mails(person.email)).filter(({ kind }) => kind === "match");
      expect(asked).toHaveLength(1);
      expect(asked[0]?.text).not.toMatch(/avanzat|advanced|generazion|punti/i);
    }
    const [mail] = (await api.mails(carla.person.email)).filter(({ kind }) => kind === "match");
    expect(mail?.text).toContain(zoe.person.name);
    expect(await pairsOf(api, run, "&publication=published")).toMatchObject([
      { publication: { state: "published" } },
      { publication: { state: "published" } },
    ]);
  });

  it("is answered by page, and with both a yes the two meet", async () => {
    await publish(api, await aProposal(api, programme));
    for (const { person } of [zoe, carla])
      await send(api, await linkTo(api, person.email, "match"), { choice: "yes" });
    await api.pass({ minutes: 5 });
    const { id, state } = await pairingOf(carla);
    expect(state).toBe("accepted");
    const sessions = (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`)).body.items;
    expect(sessions.filter(({ pairingId }: { pairingId: string }) => pairingId === id)).toHaveLength(2);
  });

  it("keeps out of holidays, of hours that only one has, and of another pair of the same mentor", async () => {
    const { version } = (await api.call("GET", "/v1/organisation")).body;
    // A Tuesday on which every other Tuesday from the first of December falls.
    const holidays = [{ date: "2026-12-15", name: { it: "Festa" } }];
    await api.call("PATCH", "/v1/organisation", { body: { holidays }, headers: ifMatch(version) });
    const both = [
      { weekday: 2, from: "10:00", to: "13:00" },
      { weekday: 4, from: "15:00", to: "17:00" },
    ];
    const mentor = await aMentor(api, programme, ["digcomp-4.2"], {
      capacity: { mentorCapacity: 2 },
      profile: { availability: both, venue: { kind: "link", link: "https://meet.example.com/hers" } },
    });
    const mentees = [
      await aMentee(api, programme, ["digcomp-4.2"], {
        profile: { availability: [...both, { weekday: 4, from: "14:00", to: "15:00" }] },
        person: { zone: "Europe/London" },
      }),
      await aMentee(api, programme, ["digcomp-4.2"]),
    ];
    const run = await aProposal(api, programme);
    expect(await couples(api, run)).toEqual(
      expect.arrayContaining(mentees.map((mentee) => couple(mentor, mentee))),
    );
    await publish(api, run);
    const [abroad, home] = [await pairingOf(mentees[0] as Somebody), await pairingOf(mentees[1] as Somebody)];
    expect(home).toMatchObject({ zone: "Europe/Rome", plan: { weekday: 4 } });
    expect(abroad).toMatchObject({
      zone: "Europe/London",
      venue: { link: "https://meet.example.com/hers" },
      plan: { weekday: 4 },
    });
    // London's clocks are an hour behind.
    const hours = [home.plan.wallTime.slice(0, 2), String(Number(abroad.plan.wallTime.slice(0, 2)) + 1)];
    expect(hours.sort()).toEqual(["15", "16"]);
    await api.call("PATCH", "/v1/organisation", { body: { holidays: [] }, headers: ifMatch(version + 1) });
  });

  it("begins on or after the day that is asked for, which is to come", async () => {
    const run = await aProposal(api, programme);
    expect(await publication(run, { firstDay: "2026-11-24" })).toMatchObject(problem(422, "invalid"));
    await publish(api, run, { firstDay: "2027-02-01" });
    expect((await pairingOf(carla)).plannedFrom).toBe("2027-02-01T00:00");
  });

  it("needs a venue of the format's kind, and pairs to publish", async () => {
    const run = await aProposal(api, programme);
    const place = { venue: { kind: "place", place: "Sala 3" } };
    expect(await publication(run, place)).toMatchObject(problem(422, "invalid", saying("needs a link")));
    for (const [mentor, mentee] of [
      [zoe, carla],
      [yuri, bruno],
    ] as const)
      await api.call("DELETE", `/v1/matching-runs/${run.id}/pairs/${pairPath(mentor, mentee)}`);
    expect(await publication(run)).toMatchObject(problem(409, "conflict", saying("no pairs")));
  });
});

describe("a programme that meets in person", () => {
  it("pairs people of one site, at a place", async () => {
    const [manager] = programme.managers;
    const input = programmeInput(manager ? [manager] : [], {
      format: "in-person",
      rules: { preparation: "waived" },
    });
    programme = (await api.call("POST", "/v1/programmes", { body: input })).body;
    await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "enrolling" } });
    const at = (site: string) => ({ person: { site } });
    const mentor = await aMentor(api, programme, [CREATE], at("Milano"));
    await aMentee(api, programme, [CREATE], at("Bari"));
    const mentee = await aMentee(api, programme, [COLLABORATE], at("Milano"));
    const run = await aProposal(api, programme);
    expect(await couples(api, run)).toEqual([couple(mentor, mentee)]);
    expect(run.summary.obstacles).toEqual([{ reason: "different-site", people: 1 }]);
    await publish(api, run, { venue: { kind: "place", place: "Sala 3" } });
    expect(await pairingOf(mentee)).toMatchObject({ venue: { kind: "place", place: "Sala 3" }, goals: [] });
  });
});

describe("what happens between a proposal and its publication", () => {
  it.each(["withdrawn", "paused"] as const)("skips a pair of whom one has %s, and names it", async (to) => {
    const run = await aProposal(api, programme);
    await takeTo(api, carla.participant, to);
    const published = await publish(api, run);
    expect(published).toMatchObject({ state: "published", summary: { published: 1, skipped: 1 } });
    expect(await skippedIn(run)).toEqual([[carla.participant.id, "not-prepared"]]);
    expect(await loadOf(zoe)).toBe(0);
    expect(await pairings()).toHaveLength(1);
  });

  it("skips who is not free any more, who does not want to any more, and whom a manager keeps apart", async () => {
    const [una, ugo] = [
      await aMentor(api, programme, ["digcomp-4.2"]),
      await aMentee(api, programme, ["digcomp-4.2"]),
    ];
    const run = await aProposal(api, programme);
    expect(run.summary.pairs).toBe(3);
    const other = await aMentee(api, programme, [COLLABORATE]);
    const hand = await api.call("POST", "/v1/pairings", {
      body: {
        programmeId: programme.id,
        members: [
          { participantId: zoe.participant.id, teaches: true, learns: false },
          { participantId: other.participant.id, teaches: false, learns: true },
        ],
        zone: "Europe/Rome",
        venue: { kind: "link", link: "https://meet.example.com/1" },
        plan: { everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: 6 },
        plannedFrom: "2026-12-01T09:00",
      },
    });
    expect(hand.status).toBe(201);
    await exclude(api, bruno, yuri);
    await publication(run);
    const forbidding = `/v1/programmes/${programme.id}/forbidden-pairs/${pairPath(una, ugo)}`;
    expect((await api.call("PUT", forbidding, { body: {} })).status).toBe(200);
    await api.timeMachine.drain();
    expect(Object.fromEntries(await skippedIn(run))).toEqual({
      [carla.participant.id]: "no-capacity",
      [bruno.participant.id]: "not-available",
      [ugo.participant.id]: "forbidden",
    });
    expect(await pairings()).toHaveLength(1);
  });
});

describe("a publication", () => {
  it("happens once though two ask for it at once, and for a repeat with the same key", async () => {
    const run = await aProposal(api, programme);
    outcomeOf(await Promise.all([publication(run), publication(run)]));
    expect(await publication(run)).toMatchObject(problem(409, "conflict", saying("being published")));
    await api.timeMachine.drain();
    expect(await publication(run)).toMatchObject(problem(409, "conflict", saying("is published")));
    expect(await pairings()).toHaveLength(2);
    await publish(api, await aProposal(api, await freshCohort()), {});
    expect(await pairings()).toHaveLength(2);
  });

  /** Another programme with two who fit; it becomes the one that is looked at. */
  async function freshCohort(): Promise<Programme> {
    programme = await anOpenProgramme(api);
    for (const key of [COLLABORATE, CREATE]) {
      await aMentor(api, programme, [key]);
      await aMentee(api, programme, [key]);
    }
    return programme;
  }

  it("makes each pairing once though its message comes twice at once and again", async () => {
    const run = await aProposal(api, programme);
    takeMessages(api, "due");
    takeMessages(api, "bulk");
    const { body: job } = await publication(run);
    await Promise.all([runJob(api.ctx, { jobId: job.id }), runJob(api.ctx, { jobId: job.id })]);
    await runJob(api.ctx, { jobId: job.id });
    expect(await pairings()).toHaveLength(2);
    expect([await loadOf(zoe), await loadOf(carla)]).toEqual([1, 1]);
    await api.pass({ minutes: 10 });
    const mails = (await api.mails(zoe.person.email)).filter(({ kind }) => kind === "match");
    expect(mails).toHaveLength(1);
    expect((await api.call("GET", `/v1/matching-runs/${run.id}`)).body).toMatchObject({
      state: "published",
      summary: { published: 2, skipped: 0 },
    });
  });

  it("that was stopped is carried on by another, and what it has published stays", async () => {
    const run = await aProposal(api, programme);
    const { body: job } = await publication(run);
    await api.call("POST", `/v1/jobs/${job.id}/cancellation`);
    await api.timeMachine.drain();
    expect((await api.call("GET", `/v1/matching-runs/${run.id}`)).body.state).toBe("publishing");
    expect((await publish(api, run)).state).toBe("published");
    expect(await pairings()).toHaveLength(2);
  });

  it("takes no edit any more, and cannot be discarded", async () => {
    const run = await aProposal(api, programme);
    await publication(run);
    const pair = `/v1/matching-runs/${run.id}/pairs/${pairPath(zoe, carla)}`;
    for (const answer of [
      await api.call("DELETE", pair),
      await api.call("PUT", `${pair}/lock`),
      await api.call("POST", `/v1/matching-runs/${run.id}/discard`),
    ])
      expect(answer).toMatchObject(problem(409, "conflict"));
    await api.timeMachine.drain();
  });
});

describe("another run", () => {
  it("matches only those who are free: after a no both are, and are not proposed to each other again", async () => {
    const late = await aMentee(api, programme, ["digcomp-4.2"]);
    await publish(api, await aProposal(api, programme));
    await send(api, await linkTo(api, carla.person.email, "match"), { choice: "no" });
    await api.timeMachine.drain();
    const run = await aProposal(api, programme);
    expect(run.result).toMatchObject({ mentors: 1, mentees: 2 });
    expect(await couples(api, run)).toEqual([couple(zoe, late)]);
    expect((await publish(api, run)).summary).toMatchObject({ published: 1, skipped: 0 });
    expect((await pairingOf(late)).state).toBe("proposed");
  });

  it("gives somebody new to whose partner has left while the programme runs", async () => {
    await publish(api, await aProposal(api, programme));
    for (const { person } of [zoe, carla])
      await send(api, await linkTo(api, person.email, "match"), { choice: "yes" });
    for (const to of ["preparing", "matching", "running"])
      await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to } });
    await api.pass({ days: 20 });
    await takeTo(api, zoe.participant, "withdrawn");
    await api.pass({ minutes: 10 });
    expect((await pairingOf(carla)).state).toBe("ended");
    const ada = await aMentor(api, programme, [COLLABORATE]);
    const run = await aProposal(api, programme);
    expect(await couples(api, run)).toEqual([couple(ada, carla)]);
    await publish(api, run);
    const states = (await pairings(`&participantId=${carla.participant.id}`)).map(
      ({ state }: { state: string }) => state,
    );
    expect(states.sort()).toEqual(["ended", "proposed"]);
  });
});
