import type { Format, Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Api } from "#test/support/api.ts";
import { allSay, idsOf, pairingsIn, sessionsIn } from "#test/support/groups.ts";
import {
  aMentee,
  aProposal,
  COLLABORATE,
  CREATE,
  competenceIdOf,
  couples,
  pairsOf,
  publish,
  type Somebody,
} from "#test/support/matching.ts";
import { aCustomer, anOpenProgramme, issueAt, problem, tokenOf } from "#test/support/over-http.ts";
import { linkTo, open } from "#test/support/pages.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());

const inFormat = (format: Format, rules: object = {}): Promise<Programme> =>
  anOpenProgramme(api, { format, rules });
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
