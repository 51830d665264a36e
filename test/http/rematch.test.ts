import { announce, markWrite } from "@viceversa/core/commit.ts";
import { type Pairing, pairingRef } from "@viceversa/core/pairing/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
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
  PROTECT,
  pairPath,
  publish,
  type Somebody,
} from "#test/support/matching.ts";
import { aCustomer, anOpenProgramme, ifMatch, takeTo } from "#test/support/over-http.ts";
import { linkBeside, open } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
let zoe: Somebody;
let yuri: Somebody;
let sara: Somebody;
let bruno: Somebody;
let carla: Somebody;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
/** Zoe meets Carla and Yuri Bruno, as was published; Sara is prepared and in no pair. */
beforeEach(async () => {
  programme = await anOpenProgramme(api);
  zoe = await aMentor(api, programme, [COLLABORATE], { person: { name: "Zoe" } });
  yuri = await aMentor(api, programme, [CREATE], { person: { name: "Yuri" } });
  sara = await aMentor(api, programme, [PROTECT], { person: { name: "Sara" } });
  bruno = await aMentee(api, programme, [CREATE], { person: { name: "Bruno" } });
  carla = await aMentee(api, programme, [COLLABORATE], { person: { name: "Carla" } });
  const run = await aProposal(api, programme);
  expect(await couples(api, run)).toEqual([couple(zoe, carla), couple(yuri, bruno)].sort());
  await publish(api, run);
  await api.pass({ minutes: 1 });
});

const runs = async (query = "") =>
  (await api.call("GET", `/v1/programmes/${programme.id}/matching-runs?limit=100${query}`)).body.items;
const alerts = async (code: string) =>
  (await api.call("GET", `/v1/programmes/${programme.id}/alerts`)).body.items.filter(
    (alert: { code: string }) => alert.code === code,
  );
const pairingOf = async ({ participant: { id } }: Somebody) =>
  (await api.call("GET", `/v1/pairings?programmeId=${programme.id}&participantId=${id}`)).body.items
    .toSorted((one: Pairing, other: Pairing) => (one.createdAt < other.createdAt ? -1 : 1))
    .at(-1);
async function decline(who: Somebody) {
  const { id } = await pairingOf(who);
  const body = { participantId: who.participant.id };
  const answer = await api.call("POST", `/v1/pairings/${id}/refusals`, { body });
  expect(answer.status).toBe(200);
  await api.timeMachine.drain();
}
const accept = async (...both: Somebody[]) => {
  for (const who of both) {
    const { id } = await pairingOf(who);
    await api.call("POST", `/v1/pairings/${id}/acceptances`, { body: { participantId: who.participant.id } });
  }
  await api.timeMachine.drain();
};

describe("after a no,", () => {
  it("the next best is proposed to the manager, who is told of it and not of whose no it was", async () => {
    await decline(carla);
    const [, run] = await runs();
    expect(run).toMatchObject({ state: "proposed", after: "decline" });
    expect(await couples(api, run)).toEqual([couple(sara, carla)]);
    const [alert] = await alerts("rematch-proposed");
    expect(alert).toMatchObject({ about: { type: "matchingRun", id: run.id }, participants: [] });
    expect(alert.sentence.en).toContain("a new proposal of one pair");
    expect(JSON.stringify(alert)).not.toMatch(/Carla|Zoe/);
    expect(await pairingOf(bruno)).toMatchObject({ state: "proposed" });
  });

  it("nobody is told of the new proposal until the manager publishes it", async () => {
    const before = (await api.mails()).length;
    await decline(zoe);
    await api.pass({ hours: 1 });
    expect(await api.mails()).toHaveLength(before);
    const [, run] = await runs();
    await publish(api, run);
    await api.pass({ minutes: 5 });
    expect((await api.mails(carla.person.email)).at(-1)).toMatchObject({ kind: "match" });
    expect((await api.mails(sara.person.email)).at(-1)?.text).toContain("Carla");
    expect(await alerts("rematch-proposed")).toEqual([]);
  });

  it("her weekly summary and her pages tell of it, and lead to it", async () => {
    await decline(carla);
    await api.pass({ days: 7 });
    const { email } = (await api.call("GET", `/v1/people/${programme.managers[0]}`)).body;
    const mail = (await api.mails(email)).findLast(({ kind }) => kind === "weekly summary");
    expect(mail?.text).toContain("Dopo un abbinamento non accettato c’è una nuova proposta, con una coppia.");
    const path = new URL(mail?.links.find((link) => link.includes("/p/manage/")) ?? "").pathname;
    const page = await open(api, linkBeside(path, await open(api, path), "matching"));
    expect(page.text).toMatch(/Sara \(mentor\) e Carla \(mentee\)/);
  });

  it("the same two are not proposed again, even where the rules let others be matched anew", async () => {
    const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
    const body = { rules: { matching: { formerPairings: "allowed" } } };
    await api.call("PATCH", `/v1/programmes/${programme.id}`, { body, headers: ifMatch(version) });
    await takeTo(api, sara.participant, "withdrawn");
    await decline(carla);
    expect((await runs()).at(-1)).toMatchObject({ after: "decline", state: "discarded" });
  });

  it("a proposal that nobody has touched gives way to one that knows of a second no", async () => {
    await decline(carla);
    await api.pass({ minutes: 1 });
    await decline(bruno);
    const [, first, second] = await runs();
    expect([first.state, second.state]).toEqual(["discarded", "proposed"]);
    expect((await couples(api, second)).length).toBe(2);
    expect(await alerts("rematch-proposed")).toHaveLength(1);
    expect(await alerts("rematch-needed")).toEqual([]);
  });

  it("a proposal that the manager has touched stays hers, and she is told who came free since", async () => {
    await decline(carla);
    const [, run] = await runs();
    await api.call("PUT", `/v1/matching-runs/${run.id}/pairs/${pairPath(sara, carla)}/lock`);
    await api.pass({ minutes: 1 });
    await decline(bruno);
    expect(await runs()).toHaveLength(2);
    const [alert] = await alerts("rematch-needed");
    expect(alert.participants.toSorted()).toEqual([yuri.participant.id, bruno.participant.id].sort());
    expect(alert.sentence.it).toContain("La proposta aperta non ne tiene conto");
    await api.call("POST", `/v1/matching-runs/${run.id}/rerun`);
    await api.timeMachine.drain();
    expect(await alerts("rematch-needed")).toEqual([]);
    expect(await couples(api, (await runs()).at(-1))).toContain(couple(sara, carla));
  });

  it("whoever came free meanwhile is looked after once the manager has published", async () => {
    await decline(carla);
    const [, run] = await runs();
    await api.call("PUT", `/v1/matching-runs/${run.id}/pairs/${pairPath(sara, carla)}/lock`);
    await api.pass({ minutes: 1 });
    await decline(bruno);
    await publish(api, run);
    const third = (await runs()).at(-1);
    expect(third).toMatchObject({ state: "proposed", after: "decline" });
    expect(await couples(api, third)).toEqual([couple(zoe, bruno)]);
  });

  it("nothing waits for the manager when nobody else is possible, and she is told what to do", async () => {
    await takeTo(api, sara.participant, "withdrawn");
    await decline(carla);
    expect(await runs("&state=proposed")).toEqual([]);
    const [alert] = await alerts("rematch-needed");
    expect(alert.sentence.en).toContain("has found nobody: invite more people");
    await api.pass({ minutes: 1 });
    const another = await aMentor(api, programme, [COLLABORATE]);
    const run = await aProposal(api, programme);
    expect(await couples(api, run)).toEqual([couple(another, carla)]);
    expect(await alerts("rematch-needed")).toEqual([]);
  });

  it("one run begins for it, however often its pairing is looked at again", async () => {
    await decline(carla);
    const [, run] = await runs();
    await api.call("POST", `/v1/matching-runs/${run.id}/discard`);
    const ref = pairingRef((await pairingOf(zoe)).id);
    await api.ctx.table.transact([markWrite(api.ctx, ref)]);
    await announce(api.ctx, [ref]);
    await api.timeMachine.drain();
    expect(await runs()).toHaveLength(2);
    expect(await alerts("rematch-needed")).toEqual([]);
  });

  it("nothing begins while the programme rests, and she is told who waits", async () => {
    await api.call("POST", `/v1/programmes/${programme.id}/pause`, { body: { paused: true } });
    await decline(carla);
    expect(await runs()).toHaveLength(1);
    expect((await alerts("rematch-needed"))[0].sentence.en).toContain("start a matching");
  });

  it("the manager may start a matching of her own in the place of a proposal that nobody has touched", async () => {
    await decline(carla);
    const run = await aProposal(api, programme);
    expect(run).toMatchObject({ state: "proposed" });
    expect(run).not.toHaveProperty("after");
    expect((await runs("&state=proposed")).map(({ id }: { id: string }) => id)).toEqual([run.id]);
  });

  it("two who say no at the same moment leave one open run", async () => {
    const [one, other] = [await pairingOf(carla), await pairingOf(bruno)];
    const refuse = (id: string, who: Somebody) =>
      api.call("POST", `/v1/pairings/${id}/refusals`, { body: { participantId: who.participant.id } });
    await Promise.all([refuse(one.id, carla), refuse(other.id, bruno)]);
    await api.timeMachine.drain();
    expect(await runs("&state=proposed")).toHaveLength(1);
  });
});

describe("in a running programme,", () => {
  it("whoever is left by a withdrawal is proposed somebody new, for the sessions that are left", async () => {
    await accept(zoe, carla);
    for (const to of ["preparing", "matching", "running"])
      await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to } });
    await api.pass({ days: 15 });
    await takeTo(api, zoe.participant, "withdrawn");
    await api.timeMachine.drain();
    const run = (await runs()).at(-1);
    expect(run).toMatchObject({ state: "proposed", after: "withdrawal" });
    expect(await couples(api, run)).toEqual([couple(sara, carla)]);
    await publish(api, run);
    expect((await pairingOf(carla)).plan.count).toBeLessThan(12);
  });

  it("nobody is matched anew because the programme has ended", async () => {
    await accept(zoe, carla);
    await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to: "cancelled" } });
    await api.timeMachine.drain();
    expect(await pairingOf(carla)).toMatchObject({ state: "ended", ending: "withdrawn" });
    expect(await runs()).toHaveLength(1);
  });
});
