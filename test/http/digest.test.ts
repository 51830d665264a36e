import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Person } from "@viceversa/core/person/index.ts";
import { Instant } from "@viceversa/core/time.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomerWithQuietTimes, anOpenProgramme, aPerson, takeTo } from "#test/support/over-http.ts";

let api: Api;
let person: Person;
beforeEach(async () => {
  api = await aCustomerWithQuietTimes();
  person = await aPerson(api, undefined, { locale: "en" });
  return () => api.stop();
});

/** Invites the person to a programme of its own. */
async function invite(): Promise<Participant> {
  const { id: programmeId } = await anOpenProgramme(api);
  const body = { programmeId, personId: person.id, menteeCapacity: 1 };
  return (await api.call("POST", "/v1/participants", { body })).body;
}
/** Passes time until an hour of a day in November 2026, in UTC: Rome is one hour ahead. */
const until = (day: number, hour: number, minute = 0) =>
  api.timeMachine.moveTo(Date.UTC(2026, 10, day, hour, minute));
const received = async () =>
  (await api.mails(person.email)).map(({ kind, sentAt }) => [kind, sentAt.slice(0, 16)] as const);
const wants = async (rhythm: string) => {
  const { body } = await api.call("GET", `/v1/people/${person.id}/notification-preferences`);
  const headers = { "if-match": `"${body.version}"` };
  await api.call("PATCH", `/v1/people/${person.id}/notification-preferences`, { body: { rhythm }, headers });
};

describe("mail that can wait", () => {
  it("comes at once by day, and in the morning when it arises at night", async () => {
    await invite();
    await until(24, 20);
    await invite();
    await until(25, 12);
    expect(await received()).toEqual([
      ["invitation to apply", "2026-11-24T09:00"],
      ["invitation to apply", "2026-11-25T06:30"],
    ]);
  });

  it("of one night comes as one mail, with all that it joins and a way to each", async () => {
    await until(24, 20);
    const invited = [await invite(), await invite(), await invite()];
    await until(25, 12);
    expect(await received()).toEqual([["digest", "2026-11-25T06:30"]]);
    const [mail] = await api.mails(person.email);
    expect(mail?.subject).toBe("3 messages in one: “AI for leaders”");
    for (const { id } of invited)
      expect(mail?.links.filter((link) => link.includes(`apply.${id}.`))).toHaveLength(1);
    await until(27, 20);
    expect(await received()).toHaveLength(1);
  });

  it("that is not wanted any more by then is left out", async () => {
    await until(24, 20);
    const [stays, goes] = [await invite(), await invite()];
    await takeTo(api, goes, "withdrawn");
    await until(25, 12);
    const [mail, ...more] = await api.mails(person.email);
    expect(more).toEqual([]);
    expect(mail?.kind).toBe("invitation to apply");
    expect(mail?.links.some((link) => link.includes(`apply.${stays.id}.`))).toBe(true);
  });

  it("comes twice a day at most; the rest is joined on the next morning", async () => {
    for (let times = 0; times < 4; times += 1) await invite();
    await until(26, 12);
    expect(await received()).toEqual([
      ["invitation to apply", "2026-11-24T09:00"],
      ["invitation to apply", "2026-11-24T09:00"],
      ["digest", "2026-11-25T06:30"],
    ]);
  });

  it("keeps the quiet of the reader's own zone, and of the company's choice", async () => {
    const { body } = await api.call("GET", "/v1/organisation");
    const notifications = { quietHours: { from: "18:00", to: "10:00" }, quietDays: [3], dailyCap: 1 };
    await api.call("PATCH", "/v1/organisation", {
      body: { notifications },
      headers: { "if-match": `"${body.version}"` },
    });
    person = await aPerson(api, undefined, { zone: "America/New_York" });
    await invite();
    await until(24, 15, 30);
    await invite();
    await until(27, 12);
    // Ten o'clock in New York; the second is one too many and its next day is quiet.
    expect(await received()).toEqual([
      ["invitation to apply", "2026-11-24T15:00"],
      ["invitation to apply", "2026-11-26T15:00"],
    ]);
  });

  it("that would be stale in the morning goes at once", async () => {
    const { id: programmeId } = await anOpenProgramme(api);
    const body = { programmeId, personId: person.id, menteeCapacity: 1 };
    const participant = (await api.call("POST", "/v1/participants", { body })).body;
    await takeTo(api, participant, "applied", "approved", "prepared");
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const wave = {
      programmeId,
      instrumentId: instrument.id,
      privacy: "confidential",
      opensAt: Instant.parse("2026-11-24T21:00:00Z"),
      closesAt: Instant.parse("2026-11-25T07:00:00Z"),
      reminders: 0,
    };
    await api.call("POST", "/v1/waves", { body: wave });
    await until(25, 12);
    expect(await received()).toEqual([["questionnaire", "2026-11-24T21:00"]]);
  });

  it("comes once a day in one mail to whoever wants that", async () => {
    await wants("daily");
    await invite();
    await until(24, 14);
    await invite();
    await until(25, 12);
    expect(await received()).toEqual([["digest", "2026-11-25T06:30"]]);
  });

  it("is not mailed to who has left the company meanwhile", async () => {
    await until(24, 20);
    await invite();
    await invite();
    await api.call("POST", `/v1/people/${person.id}/deactivation`);
    await until(26, 12);
    expect(await received()).toEqual([]);
  });

  it("is not lost with a digest that could not be sent and then was given up", async () => {
    await api.stop();
    let throttled = true;
    api = await aCustomerWithQuietTimes({
      between: (ports) => ({
        ...ports,
        mailer: {
          deliver: async (mail, correlation) =>
            throttled ? { outcome: "throttled" } : ports.mailer.deliver(mail, correlation),
        },
      }),
    });
    person = await aPerson(api);
    await until(24, 20);
    const invited = [await invite(), await invite()];
    await until(25, 6, 40);
    const pause = (paused: boolean) =>
      Promise.all(
        invited.map(({ programmeId }) =>
          api.call("POST", `/v1/programmes/${programmeId}/pause`, { body: { paused } }),
        ),
      );
    await pause(true);
    throttled = false;
    await until(25, 12);
    expect(await received()).toEqual([]);
    await pause(false);
    await until(27, 12);
    const links = (await api.mails(person.email)).flatMap((mail) => mail.links);
    for (const { id } of invited)
      expect(links.filter((link) => link.includes(`apply.${id}.`))).toHaveLength(1);
  });
});
