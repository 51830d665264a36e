import { auditOf } from "@viceversa/core/audit/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
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
  pairPath,
  pairsOf,
  publish,
  type Somebody,
} from "#test/support/matching.ts";
import {
  absentId,
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  ifMatch,
  outcomeOf,
  problem,
  saying,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  programme = await anOpenProgramme(api);
});

const put = (run: { id: string }, mentor: Somebody, mentee: Somebody) =>
  api.call("PUT", `/v1/matching-runs/${run.id}/pairs/${pairPath(mentor, mentee)}`);
const lock = (run: { id: string }, mentor: Somebody, mentee: Somebody, method = "PUT") =>
  api.call(method, `/v1/matching-runs/${run.id}/pairs/${pairPath(mentor, mentee)}/lock`);
const removed = (run: { id: string }, mentor: Somebody, mentee: Somebody) =>
  api.call("DELETE", `/v1/matching-runs/${run.id}/pairs/${pairPath(mentor, mentee)}`);
const forbid = (mentor: Somebody, mentee: Somebody, reason = "troppo vicini") =>
  api.call("PUT", `/v1/programmes/${programme.id}/forbidden-pairs/${pairPath(mentor, mentee)}`, {
    body: { reason },
  });
const unmatched = async (run: { id: string }) =>
  (await api.call("GET", `/v1/matching-runs/${run.id}/unmatched`)).body.items;

describe("a proposal that its manager edits", () => {
  it("takes a pair by hand once there is room, and keeps it in another run", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    const inTheWay = await put(run, zoe, bruno);
    expect(inTheWay).toMatchObject(problem(409, "conflict"));
    expect(inTheWay.body.data.inTheWay).toHaveLength(2);
    expect((await removed(run, zoe, carla)).status).toBe(204);
    expect((await removed(run, yuri, bruno)).status).toBe(204);
    expect((await unmatched(run)).length).toBe(4);
    expect(await put(run, zoe, bruno)).toMatchObject({
      status: 200,
      body: { locked: true, origin: "manager", warnings: [] },
    });
    const again = await aRerun(api, run);
    expect(again).toMatchObject({
      state: "proposed",
      basedOn: run.id,
      result: { lockedPairs: 1, droppedLocks: [] },
      summary: { pairs: 2, locked: 1, byHand: 1 },
    });
    expect((await couples(api, again)).sort()).toEqual([couple(zoe, bruno), couple(yuri, carla)].sort());
    expect((await api.call("GET", `/v1/matching-runs/${run.id}`)).body.state).toBe("discarded");
  });

  it("warns of a rule that she sets aside, and refuses what nobody may set aside", async () => {
    const zoe = await aMentor(api, programme, [CREATE], { profile: { languages: ["en"] } });
    const bruno = await aMentee(api, programme, [CREATE]);
    const boss = await aMentee(api, programme, [CREATE]);
    const junior = await aMentor(api, programme, [CREATE], { person: { managerId: boss.person.id } });
    await exclude(api, junior, bruno);
    const run = await aProposal(api, programme);
    expect(run.summary.pairs).toBe(0);
    expect(await put(run, zoe, bruno)).toMatchObject({
      status: 200,
      body: { warnings: ["no-common-language"] },
    });
    expect(await put(run, junior, boss)).toMatchObject(
      problem(409, "conflict", { ...saying("one reporting line"), data: { reasons: ["reporting-line"] } }),
    );
    const excluded = await put(run, junior, bruno);
    expect(excluded).toMatchObject(problem(409, "conflict", { data: { reasons: ["not-available"] } }));
    expect(JSON.stringify(excluded.body)).not.toContain("privato");
    const again = await aRerun(api, run);
    expect(await pairsOf(api, again)).toMatchObject([{ locked: true, warnings: ["no-common-language"] }]);
  });

  it("takes two of one reporting line only from an administrator who says why, and keeps that with the pair", async () => {
    const boss = await aMentee(api, programme, [CREATE]);
    const junior = await aMentor(api, programme, [CREATE], { person: { managerId: boss.person.id } });
    const run = await aProposal(api, programme);
    const override = (body: object, as?: string) =>
      api.call("PUT", `/v1/matching-runs/${run.id}/pairs/${pairPath(junior, boss)}/override`, { body, as });
    const reason = "Lo chiedono entrambi per iscritto";
    const manager = await tokenOf(api, programme.managers[0] ?? boss.person.id, ["manager"]);
    expect(await override({ reason }, manager)).toMatchObject(problem(403, "forbidden"));
    expect(await override({})).toMatchObject(problem(422, "invalid"));
    expect(await override({ reason: " " })).toMatchObject(problem(422, "invalid"));
    expect(await override({ reason })).toMatchObject({
      status: 200,
      body: { locked: true, warnings: ["reporting-line"], override: { reason } },
    });
    const again = await aRerun(api, run);
    expect(await pairsOf(api, again)).toMatchObject([{ warnings: ["reporting-line"], override: { reason } }]);
    expect((await publish(api, again)).summary).toMatchObject({ published: 1, skipped: 0 });
    const audited = (await auditOf(api.ctx, { type: "matchingRun", id: run.id })).find(
      ({ action }) => action === "matching-run.pair-overridden",
    );
    expect(audited).toMatchObject({ facts: { setAside: ["reporting-line"] } });
    expect(JSON.stringify(audited)).not.toContain(reason);
    await api.call("POST", `/v1/people/${junior.person.id}/erasure`);
    await api.pass({ minutes: 30 });
    expect((await pairsOf(api, again))[0]).not.toHaveProperty("override");
  });

  it("warns where two are closer in age than the programme asks for, as it does not by itself pair them", async () => {
    const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
    const patch = (minimumGenerationGap: number) =>
      api.call("PATCH", `/v1/programmes/${programme.id}`, {
        body: { rules: { matching: { minimumGenerationGap } } },
        headers: ifMatch(version),
      });
    expect(await patch(5)).toMatchObject(problem(422, "invalid"));
    expect((await patch(1)).status).toBe(200);
    const zoe = await aMentor(api, programme, [CREATE], { person: { birthYear: 1999 } });
    const bruno = await aMentee(api, programme, [CREATE], { person: { birthYear: 2000 } });
    const run = await aProposal(api, programme);
    expect((await unmatched(run)).map(({ obstacles }: { obstacles: object }) => obstacles)).toEqual([
      { "generation-gap": 1 },
      { "generation-gap": 1 },
    ]);
    expect(await put(run, zoe, bruno)).toMatchObject({ status: 200, body: { warnings: ["generation-gap"] } });
  });

  it("drops one of two locked pairs for which somebody has lost the room, and says so", async () => {
    const zoe = await aMentor(api, programme, [CREATE], { capacity: { mentorCapacity: 2 } });
    const [bruno, carla] = [await aMentee(api, programme, [CREATE]), await aMentee(api, programme, [CREATE])];
    const run = await aProposal(api, programme);
    for (const mentee of [bruno, carla]) await lock(run, zoe, mentee);
    const { id } = zoe.participant;
    const { version } = (await api.call("GET", `/v1/participants/${id}`)).body;
    const body = { mentorCapacity: 1, menteeCapacity: 0 };
    await api.call("PUT", `/v1/participants/${id}/capacity`, { body, headers: ifMatch(version) });
    const again = await aRerun(api, run);
    expect(again.result).toMatchObject({ lockedPairs: 1, droppedLocks: [{ reasons: ["no-capacity"] }] });
    expect(await pairsOf(api, again)).toHaveLength(1);
  });

  it("gives two managers who put one mentee at once one of their pairs", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    await removed(run, zoe, carla);
    await removed(run, yuri, bruno);
    outcomeOf(await Promise.all([put(run, zoe, bruno), put(run, yuri, bruno)]));
    expect(await pairsOf(api, run)).toHaveLength(1);
  });

  it("locks and unlocks, twice without a difference, and only what is there", async () => {
    const { zoe, yuri, bruno, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    for (const _ of [1, 2]) expect((await lock(run, zoe, carla)).body.locked).toBe(true);
    expect(await pairsOf(api, run, "&locked=true")).toHaveLength(1);
    expect((await lock(run, zoe, carla, "DELETE")).body.locked).toBe(false);
    expect(await lock(run, zoe, bruno)).toMatchObject(problem(404, "not-found"));
    expect(await removed(run, zoe, bruno)).toMatchObject(problem(404, "not-found"));
    expect(await lock({ id: absentId("mat") }, yuri, bruno)).toMatchObject(problem(404, "not-found"));
  });

  it("loses a pair that she forbids, in every run from now on until she allows it", async () => {
    const { zoe, bruno, carla, yuri } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    expect((await forbid(zoe, carla)).status).toBe(200);
    expect(await couples(api, run)).toEqual([couple(yuri, bruno)]);
    expect(await put(run, zoe, carla)).toMatchObject(
      problem(409, "conflict", { data: { reasons: ["forbidden"] } }),
    );
    const again = await aRerun(api, run);
    expect(await couples(api, again)).not.toContain(couple(zoe, carla));
    const list = `/v1/programmes/${programme.id}/forbidden-pairs`;
    expect((await api.call("GET", list)).body.items).toMatchObject([{ reason: "troppo vicini" }]);
    expect((await api.call("DELETE", `${list}/${pairPath(zoe, carla)}`)).status).toBe(204);
    expect(await api.call("DELETE", `${list}/${pairPath(zoe, carla)}`)).toMatchObject(
      problem(404, "not-found"),
    );
    expect(await couples(api, await aRerun(api, again))).toContain(couple(zoe, carla));
  });

  it("does not let a pair be locked and forbidden at once", async () => {
    const { zoe, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    await lock(run, zoe, carla);
    expect(await forbid(zoe, carla)).toMatchObject(problem(409, "conflict", saying("Unlock or remove it")));
    expect(await couples(api, run)).toContain(couple(zoe, carla));
  });

  it("drops a lock of who has left, and says so", async () => {
    const { zoe, bruno, carla, yuri } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    await lock(run, zoe, carla);
    await lock(run, yuri, bruno);
    await takeTo(api, carla.participant, "withdrawn");
    await exclude(api, bruno, yuri);
    const again = await aRerun(api, run);
    const dropped = again.result.droppedLocks.map(({ reasons }: { reasons: string[] }) => reasons[0]);
    expect(dropped.sort()).toEqual(["not-available", "not-prepared"]);
    expect(await couples(api, again)).toEqual([couple(zoe, bruno)]);
  });

  it("tells of who came after it that another run is needed", async () => {
    const { zoe, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    await removed(run, zoe, carla);
    const late = await aMentee(api, programme, [COLLABORATE]);
    expect(await put(run, zoe, late)).toMatchObject(problem(409, "conflict", saying("came after")));
  });

  it("takes no edit once it is discarded", async () => {
    const { zoe, carla } = await aCohort(api, programme);
    const run = await aProposal(api, programme);
    await api.call("POST", `/v1/matching-runs/${run.id}/discard`);
    for (const answer of [
      await put(run, zoe, carla),
      await lock(run, zoe, carla),
      await removed(run, zoe, carla),
      await api.call("POST", `/v1/matching-runs/${run.id}/rerun`),
    ])
      expect(answer).toMatchObject(problem(409, "conflict", saying("is discarded")));
  });

  it("is not asked for people who were never prepared", async () => {
    const { zoe } = await aCohort(api, programme);
    const invited = await anInvitedParticipant(api, programme);
    const run = await aProposal(api, programme);
    expect(await put(run, zoe, invited)).toMatchObject(
      problem(409, "conflict", { data: { reasons: ["not-prepared"] } }),
    );
  });
});
