import type { Format, Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Api } from "#test/support/api.ts";
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
  competenceIdOf,
  couples,
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
  tokenOf,
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

describe("a mixed group", () => {
  it("meets by turns together and each mentee alone with the mentor, one after the other", async () => {
    const programme = await inFormat("mixed", { rhythm: { together: 1, individual: 1 } });
    const { zoe, anna, bruno, carla } = await aGroup(api, programme);
    await publish(api, await aProposal(api, programme));
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const sessions = await sessionsIn(api, programme);
    const sizes = sessions.map((one) => attendeesOf(one).length);
    expect(sizes).toEqual([4, 2, 2, 2]);
    const [, ...alone] = sessions;
    expect(new Set(alone.map(({ start }) => start)).size).toBe(3);
    for (const one of alone) expect(attendeesOf(one)[0]).toBe(zoe.participant.id);
    expect(alone.map((one) => attendeesOf(one)[1]).sort()).toEqual(idsOf(anna, bruno, carla).sort());
    expect(await mailsTo(api, anna, "invitation")).toBe(2);
    expect(await mailsTo(api, zoe, "invitation")).toBe(4);
  });
});

describe("a blended pair", () => {
  it("meets here and there by the share that is in person", async () => {
    const programme = await inFormat("blended", { inPersonShare: 50 });
    const zoe = await aMentor(api, programme, [COLLABORATE], { person: { site: "Milano" } });
    const bruno = await aMentee(api, programme, [COLLABORATE], { person: { site: "Milano" } });
    const venue = { kind: "link", link: "https://meet.example.com/lobby" };
    const run = await aProposal(api, programme);
    const alone = { body: { venue } };
    expect(await api.call("POST", `/v1/matching-runs/${run.id}/publication`, alone)).toMatchObject(
      problem(422, "invalid", issueAt("inPersonVenue")),
    );
    await publish(api, run, { inPersonVenue: { kind: "place", place: "Sala 3" } });
    await allSay(api, [zoe, bruno], "yes");
    expect((await sessionsIn(api, programme)).map((one) => one.venue.kind)).toEqual(["link", "place"]);
    await api.pass({ days: 37 });
    const { sessions } = (await api.call("GET", `/v1/programmes/${programme.id}/report`)).body;
    expect(sessions.places).toEqual({ n: 2, inPerson: 1, byLink: 1, plannedShare: 50, actualShare: 50 });
  });
});

const isIn = (pair: { mentorId: string; menteeId: string }, id: string): boolean =>
  pair.mentorId === id || pair.menteeId === id;

describe("peers", () => {
  const peer = { mentorCapacity: 1, menteeCapacity: 1 };
  const aPeer = (programme: Programme, offers: string, wants: string): Promise<Somebody> =>
    aMentee(api, programme, [wants], {
      capacity: peer,
      profile: {
        offers: [{ competenceId: competenceIdOf(offers), level: "highly-advanced" }],
        wants: [{ competenceId: competenceIdOf(wants), to: "advanced", priority: 1 }],
      },
    });

  it("are matched to one who gives what they want and wants what they give", async () => {
    const programme = await inFormat("peer");
    const anna = await aPeer(programme, COLLABORATE, CREATE);
    const bruno = await aPeer(programme, CREATE, COLLABORATE);
    const third = await aPeer(programme, COLLABORATE, CREATE);
    const run = await aProposal(api, programme);
    expect(run.result).toMatchObject({ peers: 3, mentors: 0, proof: { matched: 1, pairsBound: 1 } });
    const [pair] = await pairsOf(api, run);
    expect([pair.mentorId, pair.menteeId]).toContain(bruno.participant.id);
    const turned = `/v1/matching-runs/${run.id}/pairs/${pair.menteeId}/${pair.mentorId}/lock`;
    expect((await api.call("PUT", turned)).status).toBeLessThan(300);
    await publish(api, run);
    const [pairing] = await pairingsIn(api, programme);
    expect(pairing?.members.every(({ teaches, learns }) => teaches && learns)).toBe(true);
    expect(pairing?.goals).toHaveLength(2);
    expect((await api.call("GET", `/v1/participants/${bruno.participant.id}`)).body).toMatchObject({
      mentorLoad: 1,
      menteeLoad: 1,
    });
    expect(await couples(api, run)).toHaveLength(1);
    const other = [anna, third].find(
      ({ participant }) => participant.id !== bruno.participant.id && isIn(pair, participant.id),
    );
    if (!other) throw new Error("one of two is with Bruno");
    await allSay(api, [bruno, other], "yes");
    const [session] = await sessionsIn(api, programme);
    const as = await tokenOf(api, bruno.person.id);
    const { topics } = (await api.call("GET", `/v1/sessions/${session?.id}/agenda`, { as })).body;
    expect(topics).toHaveLength(2);
    expect(topics).toContainEqual({
      competenceId: competenceIdOf(CREATE),
      teacherId: bruno.participant.id,
      title: expect.objectContaining({ it: expect.any(String) }),
    });
    const page = await open(api, await linkTo(api, bruno.person.email, "my-programme"));
    expect(page.text).toContain("Insegni tu:");
  });

  it("are explained by what each of the two gives the other", async () => {
    const programme = await inFormat("peer");
    const anna = await aPeer(programme, COLLABORATE, CREATE);
    const bruno = await aPeer(programme, CREATE, COLLABORATE);
    const two = `mentor=${anna.participant.id}&mentee=${bruno.participant.id}`;
    const { body } = await api.call("GET", `/v1/programmes/${programme.id}/explain?${two}`);
    const taught = body.topics.map((one: Answer["body"]) => [one.teacherId, one.competenceId]);
    expect(new Map(taught)).toEqual(
      new Map([
        [anna.participant.id, competenceIdOf(COLLABORATE)],
        [bruno.participant.id, competenceIdOf(CREATE)],
      ]),
    );
    const { sentence } = body.criteria.find((one: Answer["body"]) => one.name === "competences");
    for (const [teacher, learner] of [
      [anna, bruno],
      [bruno, anna],
    ] as const) {
      expect(sentence.en).toContain(`${teacher.person.name} can teach what ${learner.person.name} wants`);
      expect(sentence.it).toContain(`${teacher.person.name} può insegnare`);
    }
  });

  it("are told with whom each is proposed, whichever of the two she is", async () => {
    const programme = await inFormat("peer");
    const peers = [
      await aPeer(programme, COLLABORATE, CREATE),
      await aPeer(programme, CREATE, COLLABORATE),
      await aPeer(programme, COLLABORATE, CREATE),
    ];
    const [first, second, third] = idsOf(...peers).sort();
    const run = await aProposal(api, programme);
    const pairs = `/v1/matching-runs/${run.id}/pairs`;
    const [{ mentorId, menteeId }] = await pairsOf(api, run);
    await api.call("DELETE", `${pairs}/${mentorId}/${menteeId}`);
    expect((await api.call("PUT", `${pairs}/${second}/${third}`, { body: {} })).status).toBeLessThan(300);
    const { body } = await api.call(
      "GET",
      `/v1/programmes/${programme.id}/explain?mentor=${first}&mentee=${second}`,
    );
    expect(body.proposed).toMatchObject({
      together: false,
      mentorWith: [],
      menteeWith: [{ participantId: third }],
    });
  });

  it("are both, and nobody is in another format", async () => {
    const [programme, group] = [await inFormat("peer"), await inFormat("group")];
    const { person } = await aPeer(programme, COLLABORATE, CREATE);
    const add = (to: Programme, body: object) =>
      api.call("POST", "/v1/participants", { body: { programmeId: to.id, personId: person.id, ...body } });
    expect(await add(group, peer)).toMatchObject(problem(422, "invalid", issueAt("mentorCapacity")));
    const another = await aMentee(api, group, [CREATE]);
    const asMentor = { programmeId: programme.id, personId: another.person.id, mentorCapacity: 1 };
    expect(await api.call("POST", "/v1/participants", { body: asMentor })).toMatchObject(
      problem(422, "invalid", issueAt("mentorCapacity")),
    );
  });
});
