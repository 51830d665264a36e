import type { Format, Programme } from "@viceversa/core/programme/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aGroup, allSay, attendeesOf, idsOf, mailsTo, sessionsIn } from "#test/support/groups.ts";
import { aMentee, aMentor, aProposal, COLLABORATE, PROTECT, publish } from "#test/support/matching.ts";
import { aCustomer, anOpenProgramme, issueAt, problem, tokenOf } from "#test/support/over-http.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());

const inFormat = (format: Format, rules: object = {}): Promise<Programme> =>
  anOpenProgramme(api, { format, rules });
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

describe("whoever meets several people on one day", () => {
  it("is asked about all of them in one mail, after the last", async () => {
    const programme = await inFormat("mixed", { rhythm: { together: 1, individual: 1 } });
    const { zoe, anna, bruno, carla } = await aGroup(api, programme);
    await publish(api, await aProposal(api, programme));
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const own = (await sessionsIn(api, programme)).filter(({ planned }) => planned?.menteeId);
    const days = Map.groupBy(own, ({ start }) => start.slice(0, "2026-12-01".length));
    expect(Math.max(...[...days.values()].map((sessions) => sessions.length))).toBeGreaterThan(1);
    await api.pass({ days: 28 });
    const asked = (await api.mails(zoe.person.email))
      .map(({ links }) => links.filter((link) => link.includes("/p/follow-up/")).length)
      .filter((questions) => questions > 0);
    // The first is about the round with everybody.
    const [first, ...later] = asked;
    expect(first).toBe(1);
    expect(later.reduce((sum, questions) => sum + questions, 0)).toBe(own.length);
    expect(later.length).toBeLessThanOrEqual(days.size);
  });
});

describe("the turns of a mixed group", () => {
  it("are within the hours that its mentor and each mentee have named", async () => {
    const programme = await inFormat("mixed", { rhythm: { together: 1, individual: 1 } });
    const tuesday = { weekday: 2, from: "14:00", to: "15:00" };
    const thursday = { weekday: 4, from: "09:00", to: "11:00" };
    const says = (...availability: object[]) => ({ profile: { availability } });
    const capacity = { mentorCapacity: 3 };
    const zoe = await aMentor(api, programme, [COLLABORATE], { capacity, ...says(tuesday, thursday) });
    const anna = await aMentee(api, programme, [COLLABORATE], says(tuesday, thursday));
    const bruno = await aMentee(api, programme, [COLLABORATE], says(tuesday, { ...thursday, from: "10:00" }));
    const carla = await aMentee(api, programme, [COLLABORATE], says(tuesday));
    await publish(api, await aProposal(api, programme));
    // Whoever has said yes first has a turn first.
    await allSay(api, [zoe, carla, bruno, anna], "yes");
    const sessions = await sessionsIn(api, programme);
    const own = sessions.filter(({ planned }) => planned?.menteeId);
    const hourOf = ({ localStart }: Session) => [
      new Date(`${localStart}:00Z`).getUTCDay(),
      localStart.slice("2026-12-01T".length),
    ];
    const turnOf = ({ participant }: Awaited<ReturnType<typeof aMentee>>) =>
      own.filter(({ planned }) => planned?.menteeId === participant.id).map(hourOf);
    expect(turnOf(carla)).toEqual([[2, "14:00"]]);
    expect(turnOf(bruno)).toEqual([[4, "10:00"]]);
    expect(turnOf(anna)).toEqual([[4, "09:00"]]);
  });
});

describe("the main topic of a mentee's own sessions in a mixed group", () => {
  it("is from one to the next another of those that she wants, whatever lies between them", async () => {
    const programme = await inFormat("mixed", { rhythm: { together: 1, individual: 1 } });
    const zoe = await aMentor(api, programme, [COLLABORATE, PROTECT], { capacity: { mentorCapacity: 2 } });
    const anna = await aMentee(api, programme, [COLLABORATE, PROTECT]);
    const bruno = await aMentee(api, programme, [COLLABORATE, PROTECT]);
    await publish(api, await aProposal(api, programme));
    await allSay(api, [zoe, anna, bruno], "yes");
    await api.pass({ days: 35 });
    const sessions: Session[] = (await api.call("GET", `/v1/sessions?programmeId=${programme.id}&limit=100`))
      .body.items;
    const own = sessions
      .filter(({ planned }) => planned?.menteeId === anna.participant.id)
      .sort((one, other) => (one.start < other.start ? -1 : 1));
    expect(own.length).toBeGreaterThanOrEqual(2);
    const as = await tokenOf(api, anna.person.id);
    const topics = await Promise.all(
      own.map(async ({ id }) => (await api.call("GET", `/v1/sessions/${id}/agenda`, { as })).body.topics),
    );
    expect(new Set(topics.map(([{ competenceId }]) => competenceId)).size).toBe(2);
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
