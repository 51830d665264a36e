import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aMentee, aMentor, aProposal, COLLABORATE, publish } from "#test/support/matching.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anOpenProgramme,
  aPreparedParticipant,
  aProposedPairing,
  problem,
  tokenOf,
} from "#test/support/over-http.ts";
import { formsIn, linkTo, open, send } from "#test/support/pages.ts";

interface Member {
  readonly participant: Participant;
  readonly person: Person;
}

let api: Api;
let programme: Programme;
let pairing: Pairing;
let mentor: Member;
let mentee: Member;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  programme = await anOpenProgramme(api);
  pairing = await anAcceptedPairing(api, programme);
  [mentor, mentee] = (await Promise.all(
    pairing.members.map(({ participantId }) => member(participantId)),
  )) as [Member, Member];
  await api.pass({ minutes: 5 });
});

async function member(id: string): Promise<Member> {
  const participant = (await api.call("GET", `/v1/participants/${id}`)).body;
  return { participant, person: (await api.call("GET", `/v1/people/${participant.personId}`)).body };
}
const read = async () => (await api.call("GET", `/v1/pairings/${pairing.id}`)).body;
const pageOf = ({ person }: Member) => linkTo(api, person.email, "my-programme");
const farewells = async ({ person }: Member) =>
  (await api.mails(person.email)).filter(({ kind }) => kind === "farewell");
const asManager = () => tokenOf(api, programme.managers[0] as Person["id"], ["manager"]);
const REASON = "Non ci troviamo proprio";

describe("whoever asks on her own page to meet somebody else", () => {
  it("chooses it herself: nothing is preselected, and a form without a choice changes nothing", async () => {
    const path = await pageOf(mentee);
    const page = await open(api, path);
    expect(page.text).toContain("Incontrare un’altra persona");
    expect(page.html).not.toContain("checked");
    for (const form of formsIn(page)) expect((await send(api, path, form)).status).toBe(422);
    expect((await read()).state).toBe("accepted");
  });

  it("ends the pairing, and both get the same thanks without a cause or a name of who asked", async () => {
    const path = await pageOf(mentee);
    const done = await send(api, path, { anew: pairing.id, reason: REASON });
    expect([done.status, done.text.includes("Grazie, è tutto fatto")]).toEqual([200, true]);
    await api.timeMachine.drain();
    expect(await read()).toMatchObject({ state: "ended", ending: "unwound" });
    const [[hers], [his]] = [await farewells(mentee), await farewells(mentor)];
    expect(hers?.subject).toBe(`Grazie: i tuoi incontri con ${mentor.person.name} si sono conclusi`);
    const texts = [hers?.text ?? "", his?.text ?? ""].map((text) =>
      text.replaceAll(/https:\S+/g, "").replaceAll(/person-\d+/g, "X"),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(hers?.text).toContain("Grazie del tempo che avete passato insieme");
    for (const { person } of [mentor, mentee])
      for (const mail of await api.mails(person.email)) expect(mail.html + mail.text).not.toContain(REASON);
  });

  it("has the sessions to come called off in both calendars, by nobody", async () => {
    await send(api, await pageOf(mentor), { anew: pairing.id });
    await api.timeMachine.drain();
    for (const { person } of [mentor, mentee]) {
      const cancelled = (await api.mails(person.email)).filter(({ kind }) => kind === "cancellation");
      expect(cancelled.map(({ calendar }) => calendar?.method)).toEqual(["CANCEL", "CANCEL"]);
      for (const { text } of cancelled) expect(text).not.toMatch(/person-\d+ (non può|ha annullato)/);
    }
  });

  it("does so once: a form that is sent again, or by the other too, tells the same and mails nothing more", async () => {
    const [hers, his] = [await pageOf(mentee), await pageOf(mentor)];
    const forms = { anew: pairing.id };
    const answers = await Promise.all([hers, his, hers].map((path) => send(api, path, forms)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await api.timeMachine.drain();
    expect([(await farewells(mentee)).length, (await farewells(mentor)).length]).toEqual([1, 1]);
    const { body } = await api.call("GET", `/v1/participants/${mentor.participant.id}`);
    expect(body.mentorLoad).toBe(0);
  });

  it("ends no pairing of others", async () => {
    const other = await anAcceptedPairing(api, programme);
    const answer = await send(api, await pageOf(mentee), { anew: other.id });
    expect(answer.status).toBe(404);
    expect((await api.call("GET", `/v1/pairings/${other.id}`)).body.state).toBe("accepted");
  });

  it("is proposed somebody new, and stays who she was in the programme", async () => {
    const { participant } = await aMentor(api, programme, [COLLABORATE], { profile: { languages: [] } });
    await send(api, await pageOf(mentee), { anew: pairing.id });
    await api.timeMachine.drain();
    const [run] = (await api.call("GET", `/v1/programmes/${programme.id}/matching-runs`)).body.items;
    expect(run).toMatchObject({ after: "unwinding", state: "proposed" });
    const pairs = (await api.call("GET", `/v1/matching-runs/${run.id}/pairs`)).body.items;
    expect(pairs).toMatchObject([{ mentorId: participant.id, menteeId: mentee.participant.id }]);
    expect((await member(mentee.participant.id)).participant.state).toBe("prepared");
    const health = (await api.call("GET", `/v1/programmes/${programme.id}/health-of-pairings`)).body;
    expect(JSON.stringify(health)).not.toMatch(/cancelledBy|"signal":"(quiet|disputed)"/);
  });
});

describe("the reason, if she gives one,", () => {
  const path = () => `/v1/pairings/${pairing.id}/unwinding-reasons`;
  beforeEach(async () => {
    const answer = await api.call("POST", `/v1/pairings/${pairing.id}/unwinding`, {
      as: await tokenOf(api, mentee.person.id),
      body: { participantId: mentee.participant.id, reason: REASON },
    });
    expect(answer).toMatchObject({ status: 200, body: { state: "ended", ending: "unwound" } });
  });

  it("is read by whoever runs the programme, without whose it is, and by nobody else", async () => {
    const { body } = await api.call("GET", path(), { as: await asManager() });
    expect(body.items).toEqual([{ pairingId: pairing.id, reason: REASON, askedAt: expect.any(String) }]);
    const partner = await tokenOf(api, mentor.person.id);
    expect(await api.call("GET", path(), { as: partner })).toMatchObject(problem(403, "forbidden"));
    expect(await api.call("GET", path())).toMatchObject(problem(403, "forbidden"));
    const other = await anOpenProgramme(api);
    const stranger = await tokenOf(api, other.managers[0] as Person["id"], ["manager"]);
    expect((await api.call("GET", path(), { as: stranger })).status).toBe(404);
  });

  it("is in her own export alone, and nothing in the other's says who has asked", async () => {
    const [hers, his] = [await exportOf(mentee), await exportOf(mentor)];
    expect(hers.unwindings).toMatchObject([{ reason: REASON }]);
    expect(JSON.stringify(his)).not.toContain(REASON);
    const ended = (of: { audit: { action: string; by: string }[] }) =>
      of.audit.filter(({ action }) => action === "pairing.ended").map(({ by }) => by);
    expect([ended(hers), ended(his)]).toEqual([["herself"], ["not told"]]);
  });

  it("goes when she is erased", async () => {
    await api.call("POST", `/v1/people/${mentee.person.id}/erasure`);
    await api.pass({ minutes: 30 });
    expect((await api.call("GET", path(), { as: await asManager() })).body.items).toEqual([]);
  });
});

async function exportOf({ person }: Member) {
  const as = await tokenOf(api, person.id);
  const { body: job } = await api.call("POST", "/v1/people/me/exports", { as });
  await api.timeMachine.drain();
  return (await api.call("GET", `/v1/jobs/${job.id}/file`, { as })).body;
}

describe("by the API", () => {
  const unwind = (as: string, participantId: string, id = pairing.id) =>
    api.call("POST", `/v1/pairings/${id}/unwinding`, { as, body: { participantId } });

  it("nobody asks for another than herself, and nobody from elsewhere", async () => {
    const as = await tokenOf(api, mentee.person.id);
    expect(await unwind(as, mentor.participant.id)).toMatchObject(problem(404, "not-found"));
    const stranger = await aPreparedParticipant(api, programme);
    const token = await tokenOf(api, stranger.personId);
    expect(await unwind(token, stranger.id)).toMatchObject(problem(404, "not-found"));
    expect((await read()).state).toBe("accepted");
  });

  it("what is only proposed is declined and not unwound", async () => {
    const [one, other] = [
      await aPreparedParticipant(api, programme, { mentorCapacity: 1 }),
      await aPreparedParticipant(api, programme),
    ];
    const { id } = await aProposedPairing(api, one, other);
    expect(await unwind(api.admin, other.id, id)).toMatchObject(problem(409, "conflict"));
  });

  it("a manager who ends it in this way has both told the same", async () => {
    const body = { ending: "unwound" };
    await api.call("POST", `/v1/pairings/${pairing.id}/ending`, { as: await asManager(), body });
    await api.timeMachine.drain();
    expect([(await farewells(mentee)).length, (await farewells(mentor)).length]).toEqual([1, 1]);
  });
});

describe("in a group, a mentee who asks", () => {
  it("leaves it alone and is thanked alone; the others go on, and nobody else is matched anew", async () => {
    const group = await anOpenProgramme(api, {
      format: "group",
      rules: { groupSize: { smallest: 2, largest: 4 } },
    });
    const zoe = await aMentor(api, group, [COLLABORATE], { capacity: { mentorCapacity: 3 } });
    const mentees = [
      await aMentee(api, group, [COLLABORATE]),
      await aMentee(api, group, [COLLABORATE]),
      await aMentee(api, group, [COLLABORATE]),
    ] as const;
    await publish(api, await aProposal(api, group));
    await api.pass({ minutes: 1 });
    const [met] = (await api.call("GET", `/v1/pairings?programmeId=${group.id}`)).body.items;
    for (const { participant } of [zoe, ...mentees])
      await api.call("POST", `/v1/pairings/${met.id}/acceptances`, {
        body: { participantId: participant.id },
      });
    await api.pass({ minutes: 5 });
    const [anna, bruno] = mentees;
    const done = await send(api, await pageOf(anna), { anew: met.id, reason: REASON });
    expect(done.status).toBe(200);
    await api.timeMachine.drain();
    const after = (await api.call("GET", `/v1/pairings/${met.id}`)).body;
    expect(after.state).toBe("accepted");
    expect(after.members).toHaveLength(3);
    expect(after.formerMembers).toMatchObject([{ participantId: anna.participant.id, left: "removed" }]);
    expect([(await farewells(anna)).length, (await farewells(bruno)).length]).toEqual([1, 0]);
    const again = await send(api, await pageOf(anna), { anew: met.id });
    expect(again.status).toBe(200);
    const runs = (await api.call("GET", `/v1/programmes/${group.id}/matching-runs`)).body.items;
    expect(runs.filter((run: { after?: string }) => run.after)).toMatchObject([
      { after: "unwinding", state: "discarded" },
    ]);
    const seen = await api.call("GET", `/v1/pairings/${met.id}`, { as: await tokenOf(api, bruno.person.id) });
    expect(seen.status).toBe(200);
    expect(seen.body).not.toHaveProperty("formerMembers");
    const as = await tokenOf(api, group.managers[0] as Person["id"], ["manager"]);
    const { body } = await api.call("GET", `/v1/pairings/${met.id}/unwinding-reasons`, { as });
    expect(body.items).toMatchObject([{ reason: REASON }]);
  });
});

describe("in a group, a mentee who says no by the API", () => {
  it("is answered though it goes on without her, and nobody who stays reads who it was", async () => {
    const group = await anOpenProgramme(api, { format: "group" });
    const zoe = await aMentor(api, group, [COLLABORATE], { capacity: { mentorCapacity: 3 } });
    const [anna, bruno] = [
      await aMentee(api, group, [COLLABORATE]),
      await aMentee(api, group, [COLLABORATE]),
    ];
    await aMentee(api, group, [COLLABORATE]);
    await publish(api, await aProposal(api, group));
    const [met] = (await api.call("GET", `/v1/pairings?programmeId=${group.id}`)).body.items;
    const answer = await api.call("POST", `/v1/pairings/${met.id}/refusals`, {
      as: await tokenOf(api, anna.person.id),
      body: { participantId: anna.participant.id },
    });
    expect(answer).toMatchObject({ status: 200, body: { state: "proposed" } });
    for (const { person } of [zoe, bruno]) {
      const seen = await api.call("GET", `/v1/pairings/${met.id}`, { as: await tokenOf(api, person.id) });
      expect(seen.body.members).toHaveLength(3);
      expect(seen.body).not.toHaveProperty("formerMembers");
    }
  });
});
