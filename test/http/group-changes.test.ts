import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  allSay,
  aProposedGroup,
  attendeesOf,
  idsOf,
  mailsTo,
  pairingsIn,
  sessionsIn,
} from "#test/support/groups.ts";
import { aMentor, COLLABORATE, type Somebody } from "#test/support/matching.ts";
import { aCustomer, ifMatch, problem, saying, takeTo, tokenOf } from "#test/support/over-http.ts";

let api: Api;
beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());

const as = ({ person }: Somebody): Promise<string> => tokenOf(api, person.id);

describe("a group whose members change their mind", () => {
  it("ends when the last mentee who was asked says no", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna], "yes");
    await allSay(api, [bruno], "no");
    await takeTo(api, anna.participant, "withdrawn");
    await api.pass({ minutes: 5 });
    await allSay(api, [carla], "no");
    const [group] = await pairingsIn(api, programme);
    expect(group).toMatchObject({ state: "ended", ending: "withdrawn" });
    const free = (await api.call("GET", `/v1/participants/${zoe.participant.id}`)).body;
    expect(free.mentorLoad).toBe(0);
  });

  it("shows its sessions no more to who has left it", async () => {
    const { programme, zoe, anna, bruno } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno], "yes");
    const [session] = await sessionsIn(api, programme);
    const path = `/v1/sessions/${session?.id}`;
    expect((await api.call("GET", path, { as: await as(anna) })).status).toBe(200);
    const [group] = await pairingsIn(api, programme);
    await api.call("DELETE", `/v1/pairings/${group?.id}/members/${anna.participant.id}`);
    await api.pass({ minutes: 5 });
    const { version } = (await api.call("GET", path)).body;
    const time = { localStart: "2026-12-21T10:00", zone: "Europe/Rome" };
    for (const answer of [
      await api.call("GET", path, { as: await as(anna) }),
      await api.call("GET", `${path}/agenda`, { as: await as(anna) }),
      await api.call("PUT", `${path}/time`, { as: await as(anna), body: time, headers: ifMatch(version) }),
    ])
      expect(answer).toMatchObject(problem(404, "not-found"));
  });

  it("expects again who comes back from a break, and not who has said that she cannot come", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const [session] = await sessionsIn(api, programme);
    await api.call("POST", `/v1/sessions/${session?.id}/absences`, { as: await as(carla), body: {} });
    await takeTo(api, bruno.participant, "paused");
    await api.pass({ minutes: 5 });
    const away = await sessionsIn(api, programme);
    expect(away.map((one) => attendeesOf(one))).toEqual([idsOf(zoe, anna), idsOf(zoe, anna, carla)]);
    expect(await mailsTo(api, bruno, "cancellation")).toBe(2);
    const seen = (await api.call("GET", `/v1/sessions/${session?.id}`, { as: await as(anna) })).body;
    expect(seen.attendees).toContainEqual({ participantId: bruno.participant.id, state: "cannot" });
    await takeTo(api, bruno.participant, "resumed");
    await api.pass({ minutes: 5 });
    const back = await sessionsIn(api, programme);
    expect(back.map((one) => attendeesOf(one))).toEqual([
      idsOf(zoe, anna, bruno),
      idsOf(zoe, anna, bruno, carla),
    ]);
    expect(await mailsTo(api, bruno, "invitation")).toBe(4);
    expect(await mailsTo(api, anna, "invitation")).toBe(2);
  });
});

describe("a group's session", () => {
  it("is moved by its mentor and by none of its mentees, and asks again who could not come", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const [session] = await sessionsIn(api, programme);
    const path = `/v1/sessions/${session?.id}`;
    await api.call("POST", `${path}/absences`, { as: await as(carla), body: {} });
    const { version } = (await api.call("GET", path)).body;
    const body = { localStart: "2026-12-10T10:00", zone: "Europe/Rome" };
    const move = async (who: Somebody) =>
      api.call("PUT", `${path}/time`, { as: await as(who), body, headers: ifMatch(version) });
    expect(await move(anna)).toMatchObject(problem(409, "conflict", saying("propose another time")));
    expect(await move(zoe)).toMatchObject({ status: 200 });
    await api.pass({ minutes: 5 });
    expect(attendeesOf((await api.call("GET", path)).body)).toEqual(idsOf(zoe, anna, bruno, carla));
    expect(await mailsTo(api, anna, "move")).toBe(1);
    expect(await mailsTo(api, carla, "invitation")).toBe(3);
  });

  it("was held where its mentor and somebody who learns were there; who is not named was", async () => {
    const { programme, zoe, anna, bruno, carla } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno, carla], "yes");
    const [first, second] = await sessionsIn(api, programme);
    await api.pass({ days: 30 });
    const record = async (id: string | undefined, participantId: string) => {
      const { version } = (await api.call("GET", `/v1/sessions/${id}`)).body;
      const body = { attendees: [{ participantId, state: "absent" }] };
      return api.call("PUT", `/v1/sessions/${id}/attendance`, { body, headers: ifMatch(version) });
    };
    expect((await record(first?.id, anna.participant.id)).body.state).toBe("held");
    expect((await record(second?.id, zoe.participant.id)).body.state).toBe("missed");
  });

  it("is planned by hand with those who neither rest nor have left, and not where one of these is named", async () => {
    const { programme, zoe, anna, bruno } = await aProposedGroup(api);
    await allSay(api, [zoe, anna, bruno], "yes");
    const [group] = await pairingsIn(api, programme);
    await takeTo(api, bruno.participant, "paused");
    await api.pass({ minutes: 5 });
    const plan = (more: object) =>
      api.call("POST", "/v1/sessions", {
        body: {
          pairingId: group?.id,
          localStart: "2027-06-01T10:00",
          zone: "Europe/Rome",
          minutes: 60,
          ...more,
        },
      });
    const made = await plan({});
    expect(made).toMatchObject({ status: 201 });
    expect(attendeesOf(made.body)).toEqual(idsOf(zoe, anna));
    expect(await plan({ attendees: idsOf(zoe, bruno) })).toMatchObject(problem(409, "conflict"));
    expect(await plan({ attendees: idsOf(anna, bruno) })).toMatchObject(problem(422, "invalid"));
    await takeTo(api, zoe.participant, "paused");
    expect(await plan({})).toMatchObject(problem(409, "conflict"));
  });

  it("is of the one group that a mentor has", async () => {
    const { programme, zoe } = await aProposedGroup(api);
    const yuri = await aMentor(api, programme, [COLLABORATE], { capacity: { mentorCapacity: 3 } });
    const [group] = await pairingsIn(api, programme);
    const another = (mentor: Somebody) =>
      api.call("POST", "/v1/pairings", {
        body: {
          programmeId: programme.id,
          members: [
            { participantId: mentor.participant.id, teaches: true, learns: false },
            { participantId: yuri.participant.id, teaches: false, learns: true },
          ],
          zone: "Europe/Rome",
          venue: group?.venue,
          plan: group?.plan,
          plannedFrom: "2027-06-01T00:00",
        },
      });
    expect(await another(zoe)).toMatchObject(problem(409, "conflict", saying("no room")));
  });
});
