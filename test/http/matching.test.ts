import type { Programme } from "@viceversa/core/programme/index.ts";
import { runJob } from "@viceversa/core/workflow/run-job.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCohort,
  aMentee,
  aMentor,
  aProposal,
  aRerun,
  COLLABORATE,
  CREATE,
  couple,
  couples,
  exclude,
  PROTECT,
  pairPath,
  pairsOf,
  type Somebody,
} from "#test/support/matching.ts";
import {
  absentId,
  aCustomer,
  anOpenProgramme,
  aPerson,
  ifMatch,
  outcomeOf,
  problem,
  saying,
  takeMessages,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";
import { whereIs } from "#test/support/whole-table.ts";

let api: Api;
let programme: Programme;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  programme = await anOpenProgramme(api);
});

const start = (more: { as?: string; headers?: Record<string, string> } = {}) =>
  api.call("POST", `/v1/programmes/${programme.id}/matching-runs`, more);
const explain = (mentor: Somebody, mentee: Somebody, as?: string) =>
  api.call(
    "GET",
    `/v1/programmes/${programme.id}/explain?mentor=${mentor.participant.id}&mentee=${mentee.participant.id}`,
    as ? { as } : {},
  );
const forbid = (mentor: Somebody, mentee: Somebody, reason = "troppo vicini") =>
  api.call("PUT", `/v1/programmes/${programme.id}/forbidden-pairs/${pairPath(mentor, mentee)}`, {
    body: { reason },
  });
const unmatched = async (run: { id: string }) =>
  (await api.call("GET", `/v1/matching-runs/${run.id}/unmatched`)).body.items;

describe("a matching run", () => {
  it("answers at once with a job, and proposes the best pairs with the proof that they are", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    const answer = await start();
    expect(answer).toMatchObject({ status: 202, body: { kind: "matching-run", state: "queued" } });
    const { runId } = answer.body.facts;
    expect((await api.call("GET", `/v1/matching-runs/${runId}`)).body.state).toBe("queued");
    await api.timeMachine.drain();
    const run = (await api.call("GET", `/v1/matching-runs/${runId}`)).body;
    expect(run).toMatchObject({
      state: "proposed",
      result: { mentors: 2, mentees: 2, proof: { matched: 2, pairsBound: 2 } },
      summary: { pairs: 2, unmatched: { mentors: 0, mentees: 0 }, obstacles: [] },
    });
    expect(run.result.proof.totalBound).toBe(run.result.proof.totalScore);
    expect(run.summary.proof.it).toContain("Nessuna proposta ha più di 2 coppie.");
    expect(run.summary.distribution.reduce((sum: number, many: number) => sum + many, 0)).toBe(2);
    expect((await couples(api, run)).sort()).toEqual([couple(zoe, carla), couple(yuri, bruno)].sort());
    expect(run).not.toHaveProperty("proposal");
    expect((await api.call("GET", `/v1/jobs/${answer.body.id}`)).body.state).toBe("done");
  });

  it("changes nothing for anybody: nobody is paired and nobody is mailed", async () => {
    const { zoe } = await aCohort(api, programme);
    const mails = (await api.mails()).length;
    await aProposal(api, programme);
    await api.pass({ hours: 1 });
    expect((await api.mails()).length).toBe(mails);
    expect((await api.call("GET", `/v1/participants/${zoe.participant.id}`)).body.mentorLoad).toBe(0);
  });

  it("lists its pairs in pages", async () => {
    await aCohort(api, programme);
    const { id } = await aProposal(api, programme);
    const first = (await api.call("GET", `/v1/matching-runs/${id}/pairs?limit=1`)).body;
    const rest = (await api.call("GET", `/v1/matching-runs/${id}/pairs?limit=1&cursor=${first.cursor}`)).body;
    expect([...first.items, ...rest.items]).toEqual(await pairsOf(api, { id }));
  });

  it("says of who is in no pair what stood in the way", async () => {
    const boss = await aMentee(api, programme, [CREATE]);
    const zoe = await aMentor(api, programme, [CREATE], { person: { managerId: boss.person.id } });
    const paused = await aMentee(api, programme, [CREATE]);
    await takeTo(api, paused.participant, "paused");
    const run = await aProposal(api, programme);
    expect(run.summary).toMatchObject({ pairs: 0, unmatched: { mentors: 1, mentees: 2 } });
    const obstacles = Object.fromEntries(
      (await unmatched(run)).map((seat: { participantId: string; obstacles: object }) => [
        seat.participantId,
        seat.obstacles,
      ]),
    );
    expect(obstacles).toEqual({
      [boss.participant.id]: { "reporting-line": 1 },
      [zoe.participant.id]: { "reporting-line": 1 },
      [paused.participant.id]: { "not-prepared": 1 },
    });
  });

  it("follows reporting lines up through people outside of the programme, and not for ever in a circle", async () => {
    const boss = await aMentee(api, programme, [CREATE]);
    const between = await aPerson(api, undefined, { managerId: boss.person.id });
    const zoe = await aMentor(api, programme, [CREATE], { person: { managerId: between.id } });
    const { version } = (await api.call("GET", `/v1/people/${boss.person.id}`)).body;
    const circle = { managerId: zoe.person.id };
    await api.call("PATCH", `/v1/people/${boss.person.id}`, { body: circle, headers: ifMatch(version) });
    expect((await explain(zoe, boss)).body.obstacles).toMatchObject([{ reason: "reporting-line" }]);
  });

  it("is honestly empty where a side is, and where everybody excludes everybody", async () => {
    const bruno = await aMentee(api, programme, [CREATE]);
    const alone = await aProposal(api, programme);
    expect(alone.summary).toMatchObject({
      pairs: 0,
      obstacles: [{ reason: "nobody-there", people: 1 }],
      proof: { en: expect.stringContaining("No pair is possible") },
    });
    await api.call("POST", `/v1/matching-runs/${alone.id}/discard`);
    const zoe = await aMentor(api, programme, [CREATE]);
    await exclude(api, zoe, bruno);
    expect((await aProposal(api, programme)).summary).toMatchObject({
      pairs: 0,
      obstacles: [{ reason: "not-available", people: 2 }],
    });
  });

  it("is open once in a programme, also when two start it at once", async () => {
    await aCohort(api, programme);
    const { granted, refused } = outcomeOf(await Promise.all([start(), start()]));
    expect(refused).toMatchObject(problem(409, "conflict", { data: { runId: granted.body.facts.runId } }));
    await api.timeMachine.drain();
    expect(await start()).toMatchObject(problem(409, "conflict"));
  });

  it("is the same for a repeat with the same key", async () => {
    const headers = { "idempotency-key": `run-${programme.id}` };
    const [one, other] = await Promise.all([start({ headers }), start({ headers })]);
    expect([one.status, other.body.id]).toEqual([202, one.body.id]);
  });

  it("proposes once though its message comes twice at once", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    takeMessages(api, "due");
    takeMessages(api, "bulk");
    const { body } = await start();
    await Promise.all([runJob(api.ctx, { jobId: body.id }), runJob(api.ctx, { jobId: body.id })]);
    const run = { id: body.facts.runId };
    expect((await couples(api, run)).sort()).toEqual([couple(zoe, carla), couple(yuri, bruno)].sort());
    expect((await api.call("GET", `/v1/jobs/${body.id}`)).body.state).toBe("done");
  });

  it("can be discarded while it waits, and then never proposes anything", async () => {
    await aCohort(api, programme);
    const { body } = await start();
    const discarded = await api.call("POST", `/v1/matching-runs/${body.facts.runId}/discard`);
    expect(discarded).toMatchObject({ status: 200, body: { state: "discarded" } });
    await api.timeMachine.drain();
    expect((await api.call("GET", `/v1/matching-runs/${body.facts.runId}`)).body.state).toBe("discarded");
    await api.pass({ minutes: 1 });
    expect((await aProposal(api, programme)).state).toBe("proposed");
    const list = (await api.call("GET", `/v1/programmes/${programme.id}/matching-runs`)).body.items;
    expect(list.map(({ state }: { state: string }) => state)).toEqual(["discarded", "proposed"]);
  });

  it("that is discarded while it is being worked out stays discarded", async () => {
    await aCohort(api, programme);
    takeMessages(api, "due");
    takeMessages(api, "bulk");
    const { body: job } = await start();
    const path = `/v1/matching-runs/${job.facts.runId}`;
    const { table } = api.ctx;
    const slow = {
      get: table.get.bind(table),
      getMany: table.getMany.bind(table),
      query: table.query.bind(table),
      write: table.write.bind(table),
      async transact(writes: Parameters<typeof table.transact>[0]) {
        await api.call("POST", `${path}/discard`);
        return table.transact(writes);
      },
    };
    await runJob({ ...api.ctx, table: slow }, { jobId: job.id });
    expect((await api.call("GET", path)).body.state).toBe("discarded");
    expect((await api.call("GET", `${path}/pairs`)).body.items).toEqual([]);
  });

  it("is refused while nobody is matched in the programme", async () => {
    const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
    const change = { body: { matching: { state: "closed" } }, headers: ifMatch(version) };
    await api.call("PATCH", `/v1/programmes/${programme.id}`, change);
    expect(await start()).toMatchObject(problem(409, "conflict", saying("closed today")));
  });

  it("follows the programme's own weights, and refuses weights of which none counts", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
    const change = (weights: object, at: number) =>
      api.call("PATCH", `/v1/programmes/${programme.id}`, {
        body: { rules: { matching: { weights } } },
        headers: ifMatch(at),
      });
    const none = { competences: 0, generations: 0, hours: 0, departments: 0, interests: 0, readiness: 0 };
    expect(await change(none, version)).toMatchObject(problem(422, "invalid"));
    expect(await change({ competences: -1 }, version)).toMatchObject(problem(422, "invalid"));
    expect((await change({ ...none, interests: 1 }, version)).status).toBe(200);
    for (const [who, interests] of [
      [zoe, ["Jazz"]],
      [bruno, ["jazz"]],
    ] as const) {
      const path = `/v1/participants/${who.participant.id}/profile`;
      const { body } = await api.call("GET", path);
      const { updatedAt: _, version: at, ...profile } = body;
      await api.call("PUT", path, { body: { ...profile, interests }, headers: ifMatch(at) });
    }
    const run = await aProposal(api, programme);
    expect((await couples(api, run)).sort()).toEqual([couple(zoe, bruno), couple(yuri, carla)].sort());
    expect(run.rules.weights).toMatchObject({ interests: 1, competences: 0 });
  });

  it("is fair where the programme wants that, and says so; `null` goes back to the usual", async () => {
    await aCohort(api, programme);
    const path = `/v1/programmes/${programme.id}`;
    const change = async (matching: object | null) => {
      const { version } = (await api.call("GET", path)).body;
      return api.call("PATCH", path, { body: { rules: { matching } }, headers: ifMatch(version) });
    };
    expect((await change({ objective: "fair" })).body.rules.matching).toMatchObject({
      objective: "fair",
      formerPairings: "refused",
      weights: { competences: 5 },
    });
    const run = await aProposal(api, programme);
    expect(run.result.proof.objective).toBe("fair");
    expect(run.summary.proof.it).toContain("la coppia più debole");
    expect((await change(null)).body.rules).not.toHaveProperty("matching");
    expect(run.rules.objective).toBe("fair");
  });

  it("is nobody's but those managers' who run its programme", async () => {
    const { zoe, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    const [manager] = programme.managers;
    const [own, other] = [
      await tokenOf(api, manager as Somebody["person"]["id"], ["manager"]),
      await tokenOf(api, (await aPerson(api)).id, ["manager"]),
    ];
    expect((await api.call("GET", `/v1/matching-runs/${run.id}`, { as: own })).status).toBe(200);
    expect((await explain(zoe, carla, own)).status).toBe(200);
    const foreign = [
      await api.call("GET", `/v1/matching-runs/${run.id}`, { as: other }),
      await api.call("GET", `/v1/matching-runs/${absentId("mat")}`, { as: other }),
      await api.call("POST", `/v1/matching-runs/${run.id}/publication`, {
        as: other,
        body: { venue: { kind: "link", link: "https://meet.example.com" } },
      }),
      await explain(zoe, carla, other),
      await start({ as: other }),
    ];
    for (const answer of foreign) expect(answer).toMatchObject(problem(404, "not-found"));
    const herself = await tokenOf(api, zoe.person.id);
    expect((await explain(zoe, carla, herself)).status).toBe(403);
  });
});

describe("an explanation", () => {
  it("says why two go together, in both languages, and which of it participants may read", async () => {
    const zoe = await aMentor(api, programme, [COLLABORATE, CREATE], {
      person: { birthYear: 1999, department: "IT" },
    });
    const bruno = await aMentee(api, programme, [CREATE, PROTECT], {
      person: { birthYear: 1966, department: "Finance" },
    });
    const { body } = await explain(zoe, bruno);
    expect(body).toMatchObject({ possible: true, obstacles: [], languages: ["it"] });
    expect(body.topics).toMatchObject([{ title: { it: "Sviluppare contenuti digitali" }, to: "advanced" }]);
    const said = Object.fromEntries(body.criteria.map((one: { name: string }) => [one.name, one]));
    expect(said.competences.value).toBeCloseTo(3 / 5, 5);
    expect(said.competences.sentence.en).toContain(
      `${zoe.person.name} can teach what ${bruno.person.name} wants to learn:`,
    );
    expect(said.generations.sentence.it).toContain("è di 2 generazioni più giovane di");
    const readable = body.criteria.filter(({ readBy }: { readBy: string }) => readBy === "participants");
    expect(JSON.stringify(readable)).not.toMatch(/generazion|generation|advanced|1999|1966|ready|readiness/);
    expect(readable.map(({ name }: { name: string }) => name)).toEqual(["competences"]);
    const whole = body.criteria.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0);
    expect(whole).toBeCloseTo(1, 9);
  });

  it("says why not those two, and of an exclusion no more than that they are not available", async () => {
    const { zoe, carla } = await aCohort(api, programme);
    await exclude(api, carla, zoe, "una vecchia lite");
    const { body } = await explain(zoe, carla);
    expect(body).toMatchObject({
      possible: false,
      obstacles: [{ reason: "not-available", overridable: false }],
    });
    expect(JSON.stringify(body)).not.toMatch(/lite|exclu|esclu/i);
    const run = await aProposal(api, programme);
    expect(await couples(api, run)).not.toContain(couple(zoe, carla));
  });

  it("says with whom each of the two is proposed instead", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    expect((await explain(zoe, bruno)).body).not.toHaveProperty("proposed");
    await aProposal(api, programme);
    expect((await explain(zoe, bruno)).body.proposed).toMatchObject({
      together: false,
      mentorWith: [{ participantId: carla.participant.id }],
      menteeWith: [{ participantId: yuri.participant.id }],
    });
  });

  it("is of a mentor and a mentee of this programme", async () => {
    const { zoe, yuri, bruno } = await aCohort(api, programme);
    const elsewhere = await aMentee(api, await anOpenProgramme(api), [CREATE]);
    for (const [mentor, mentee] of [
      [zoe, yuri],
      [bruno, bruno],
      [zoe, elsewhere],
    ] as const)
      expect(await explain(mentor, mentee)).toMatchObject(problem(404, "not-found"));
  });
});

describe("whoever takes part", () => {
  it("finds in an export how she was matched, and an erasure forgets why she was kept apart from somebody", async () => {
    const { zoe, yuri, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    await forbid(zoe, carla, "zoe.quetzal");
    const again = await aRerun(api, run);
    const { body: job } = await api.call("POST", `/v1/people/${zoe.person.id}/exports`);
    await api.timeMachine.drain();
    const { body } = await api.call("GET", `/v1/jobs/${job.id}/file`);
    expect(body.matching).toMatchObject({
      pairs: [{ runId: again.id }],
      keptApart: [{ menteeId: carla.participant.id }],
    });
    expect(JSON.stringify(body)).not.toContain("quetzal");
    expect(JSON.stringify(body.matching)).not.toContain(yuri.participant.id);
    await api.call("POST", `/v1/people/${zoe.person.id}/erasure`);
    await api.pass({ minutes: 30 });
    expect(await whereIs(api, "quetzal")).toEqual([]);
    expect((await api.call("GET", `/v1/matching-runs/${again.id}`)).status).toBe(200);
  });
});
