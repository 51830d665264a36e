import type { Format, Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absenceOf,
  aGroup,
  allSay,
  aProposedGroup,
  attendeesOf,
  idsOf,
  mailsTo,
  pairingsIn,
  sessionsIn,
} from "#test/support/groups.ts";
import {
  aMentee,
  aMentor,
  aProposal,
  COLLABORATE,
  CREATE,
  pairsOf,
  publish,
  type Somebody,
} from "#test/support/matching.ts";
import {
  aCustomer,
  anOpenProgramme,
  aPerson,
  issueAt,
  problem,
  saying,
  takeTo,
} from "#test/support/over-http.ts";
import { linkTo, open, send } from "#test/support/pages.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());

const inFormat = (format: Format, rules: object = {}): Promise<Programme> =>
  anOpenProgramme(api, { format, rules });
describe("a group", () => {
  it("is matched within its mentor's capacity, and meets as one pairing once each has said yes", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    const [group, ...others] = await pairingsIn(api, programme);
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      state: "proposed",
      members: [{ teaches: true, learns: false }, { learns: true }, { learns: true }, { learns: true }],
    });
    const page = await open(api, await linkTo(api, anna.person.email, "match"));
    expect(page.text).toContain("il gruppo si incontra con chi dice di sì");
    expect(page.text).not.toContain("non diciamo a nessuno chi ha detto di no");
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const [first] = await sessionsIn(api, programme);
    expect(first && attendeesOf(first).sort()).toEqual(idsOf(zoe, anna, bruno, carla).sort());
    expect(await mailsTo(api, bruno, "invitation")).toBe(2);
  });

  it("meets from its mentor's and one mentee's yes on; who says it later comes to what is planned", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna], "yes");
    const [group] = await pairingsIn(api, programme);
    expect(group?.state).toBe("accepted");
    expect((await sessionsIn(api, programme)).map((one) => attendeesOf(one))).toEqual([
      idsOf(zoe, anna),
      idsOf(zoe, anna),
    ]);
    await allSay(api, [bruno], "yes");
    await allSay(api, [carla], "no");
    const after = await sessionsIn(api, programme);
    expect(after.map((one) => attendeesOf(one))).toEqual([idsOf(zoe, anna, bruno), idsOf(zoe, anna, bruno)]);
    expect(await mailsTo(api, bruno, "invitation")).toBe(2);
    expect(await mailsTo(api, carla, "invitation")).toBe(0);
    expect(await mailsTo(api, anna, "invitation")).toBe(2);
    const [left] = await pairingsIn(api, programme);
    expect(left?.formerMembers).toMatchObject([{ participantId: carla.participant.id, left: "declined" }]);
    expect((await api.call("GET", `/v1/participants/${zoe.participant.id}`)).body.mentorLoad).toBe(2);
    await api.pass({ days: 15 });
    const late = await aMentee(api, programme, [COLLABORATE]);
    const body = { participantId: late.participant.id };
    await api.call("POST", `/v1/pairings/${left?.id}/members`, { body });
    await allSay(api, [late], "yes");
    const stateOf = async ({ participant }: Somebody): Promise<string> =>
      (await api.call("GET", `/v1/participants/${participant.id}`)).body.state;
    expect([await stateOf(anna), await stateOf(late)]).toEqual(["active", "prepared"]);
    await api.pass({ days: 15 });
    expect(await stateOf(late)).toBe("active");
  });

  it("reminds the others and not the one who cannot come, whose calendar alone is told", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const page = await absenceOf(api, anna);
    const shown = await open(api, page);
    expect(shown.text).toContain("senza di te");
    await send(api, page, { choice: "call-off" });
    await api.pass({ minutes: 5 });
    const [first] = await sessionsIn(api, programme);
    expect(first && attendeesOf(first, "cannot")).toEqual(idsOf(anna));
    expect(await mailsTo(api, anna, "cancellation")).toBe(1);
    expect(await mailsTo(api, bruno, "cancellation")).toBe(0);
    await api.pass({ days: 14 });
    expect(await mailsTo(api, bruno, "reminder")).toBe(1);
    expect(await mailsTo(api, anna, "reminder")).toBe(0);
    expect(await mailsTo(api, anna, "follow-up")).toBe(0);
    expect(await mailsTo(api, carla, "follow-up")).toBe(1);
  });

  it("goes on when a mentee withdraws, and ends when its mentor does", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    await takeTo(api, anna.participant, "withdrawn");
    await api.pass({ minutes: 10 });
    expect((await sessionsIn(api, programme)).map((one) => attendeesOf(one).length)).toEqual([3, 3]);
    expect(await mailsTo(api, anna, "cancellation")).toBe(2);
    await takeTo(api, zoe.participant, "withdrawn");
    await api.pass({ minutes: 10 });
    expect(await sessionsIn(api, programme)).toEqual([]);
    expect(await mailsTo(api, bruno, "cancellation")).toBe(2);
    expect(await mailsTo(api, anna, "cancellation")).toBe(2);
    expect((await pairingsIn(api, programme)).map(({ state }) => state)).toEqual(["ended"]);
  });

  it("takes somebody new by another run while it runs, and by hand, up to its largest size", async () => {
    const programme = await inFormat("group", { groupSize: { smallest: 2, largest: 3 } });
    const zoe = await aMentor(api, programme, [COLLABORATE], { capacity: { mentorCapacity: 9 } });
    const mentees = [
      await aMentee(api, programme, [COLLABORATE]),
      await aMentee(api, programme, [COLLABORATE]),
    ];
    await publish(api, await aProposal(api, programme));
    const late = await aMentee(api, programme, [COLLABORATE]);
    expect((await publish(api, await aProposal(api, programme))).summary).toMatchObject({ published: 1 });
    const [group, ...others] = await pairingsIn(api, programme);
    expect(others).toEqual([]);
    expect(group?.members[0]?.participantId).toBe(zoe.participant.id);
    expect(group?.members.map(({ participantId }) => participantId).sort()).toEqual(
      idsOf(zoe, ...mentees, late).sort(),
    );
    const fifth = await aMentee(api, programme, [COLLABORATE]);
    const members = `/v1/pairings/${group?.id}/members`;
    const body = { participantId: fifth.participant.id };
    expect(await api.call("POST", members, { body })).toMatchObject(
      problem(422, "invalid", issueAt("members")),
    );
    const [gone] = idsOf(...mentees);
    expect(await api.call("DELETE", `${members}/${gone}`)).toMatchObject({ status: 200 });
    expect(await api.call("POST", members, { body })).toMatchObject({ status: 201 });
    expect(await api.call("DELETE", `${members}/${zoe.participant.id}`)).toMatchObject(
      problem(409, "conflict", saying("End the pairing")),
    );
  });
});

describe("a mentor of groups of whom nobody has said how many she takes", () => {
  it("has room for a whole group, whether she was invited or came by the application link", async () => {
    const programme = await inFormat("group", { groupSize: { smallest: 2, largest: 4 } });
    const [zoe, yuri] = [await aPerson(api), await aPerson(api)];
    const body = { programmeId: programme.id, role: "mentor", criteria: { people: [zoe.id] } };
    expect(await api.call("POST", "/v1/participants/invitations", { body })).toMatchObject({ status: 202 });
    const link = (await api.call("POST", `/v1/programmes/${programme.id}/application-link`, { body: {} }))
      .body;
    await send(api, link.path, { role: "mentor", email: yuri.email });
    await api.pass({ minutes: 5 });
    const { items } = (await api.call("GET", `/v1/participants?programmeId=${programme.id}`)).body;
    expect(items).toMatchObject([
      { mentorCapacity: 4, menteeCapacity: 0 },
      { mentorCapacity: 4, menteeCapacity: 0 },
    ]);
  });
});

describe("somebody who says no to a group", () => {
  it("reads that this has reached us, and finds the proposal closed whenever she opens the link again", async () => {
    const programme = await inFormat("group", { groupSize: { smallest: 2, largest: 4 } });
    const { carla } = await aGroup(api, programme);
    await publish(api, await aProposal(api, programme));
    const link = await linkTo(api, carla.person.email, "match");
    const receipt = await send(api, link, { choice: "no" });
    expect(receipt.status).toBe(200);
    expect((await open(api, link)).status).toBe(410);
    expect((await send(api, link, { choice: "yes" })).status).toBe(410);
    const [group] = await pairingsIn(api, programme);
    expect(group?.members.map(({ participantId }) => participantId)).not.toContain(carla.participant.id);
  });
});

describe("the smallest group of a programme", () => {
  it("leaves nobody in a smaller one, and is not asked of a group that meets already", async () => {
    const programme = await inFormat("group", { groupSize: { smallest: 2, largest: 4 } });
    const zoe = await aMentor(api, programme, [COLLABORATE], { capacity: { mentorCapacity: 4 } });
    const yuri = await aMentor(api, programme, [CREATE], { capacity: { mentorCapacity: 4 } });
    const [anna, bruno, carla] = [
      await aMentee(api, programme, [COLLABORATE]),
      await aMentee(api, programme, [COLLABORATE]),
      await aMentee(api, programme, [CREATE]),
    ];
    const run = await aProposal(api, programme);
    const mentors = new Set((await pairsOf(api, run)).map(({ mentorId }: { mentorId: string }) => mentorId));
    expect(mentors.size).toBe(1);
    expect(run.result.proof).toMatchObject({ matched: 3, pairsBound: 3 });
    await publish(api, run);
    const late = await aMentee(api, programme, [COLLABORATE]);
    const another = await aProposal(api, programme);
    expect(await pairsOf(api, another)).toMatchObject([{ menteeId: late.participant.id }]);
    expect([...mentors].every((id) => idsOf(zoe, yuri).includes(String(id)))).toBe(true);
    expect(idsOf(anna, bruno, carla)).toHaveLength(3);
  });
});
