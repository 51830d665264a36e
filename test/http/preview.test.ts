import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { answersOf } from "#test/support/her-story.ts";
import {
  absentId,
  aCustomer,
  anAcceptedPairing,
  anInvitedParticipant,
  aPreparedParticipant,
  aProposedPairing,
  problem,
  tokenOf,
} from "#test/support/over-http.ts";
import { open, send } from "#test/support/pages.ts";

let api: Api;
let pairing: Pairing;
let manager: { email: string };
let as: string;
beforeEach(async () => {
  api = await aCustomer();
  pairing = await anAcceptedPairing(api);
  await api.pass({ days: 7 });
  const { managers } = (await api.call("GET", `/v1/programmes/${pairing.programmeId}`)).body;
  manager = (await api.call("GET", `/v1/people/${managers[0]}`)).body;
  as = await tokenOf(api, managers[0], ["manager"]);
  return () => api.stop();
});

interface Told {
  readonly dueId: string;
  readonly kind: string;
  readonly name: string;
}
const outlook = async (): Promise<Told[]> =>
  (await api.call("GET", `/v1/programmes/${pairing.programmeId}/outlook`, { as })).body.mails;
const ask = (dueId: string, more: object = {}) =>
  api.call("POST", `/v1/programmes/${pairing.programmeId}/outlook/${dueId}/preview`, { as, ...more });
const aReminder = async (): Promise<Told> => {
  const found = (await outlook()).find(({ kind }) => kind === "session.reminder");
  if (!found) throw new Error("a reminder goes out");
  return found;
};
const previews = async () => (await api.mails()).filter(({ kind }) => kind === "preview");

describe("a preview of a mail that goes out", () => {
  it("comes to the manager who asks, says for whom it is, and its links lead nowhere", async () => {
    const { dueId, name } = await aReminder();
    const before = (await api.mails()).length;
    expect(await ask(dueId)).toMatchObject({ status: 202, body: { to: manager.email, left: 19 } });
    await api.pass({ minutes: 2 });
    const sent = (await api.mails()).slice(before);
    expect(sent.map(({ to }) => to)).toEqual([manager.email]);
    const [mail] = sent;
    expect(mail?.subject).toMatch(/^Anteprima: Promemoria: incontro con /);
    expect(mail?.text).toContain(`Un’anteprima solo per te. ${name} riceverà questa mail`);
    expect(mail?.calendar).toBeUndefined();
    const pages = mail?.links.filter((link) => link.includes("/p/")) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    for (const link of pages) expect((await open(api, new URL(link).pathname)).status).toBe(404);
  });

  it("can be had of each kind that is told, and the original goes out all the same, once", async () => {
    const kinds = new Map((await outlook()).map((mail) => [mail.kind, mail.dueId]));
    expect([...kinds.keys()].sort()).toEqual(["session.follow-up", "session.reminder"]);
    for (const dueId of kinds.values()) expect((await ask(dueId)).status).toBe(202);
    await api.pass({ minutes: 2 });
    expect(await previews()).toHaveLength(kinds.size);
    await api.pass({ days: 4 });
    expect(await previews()).toHaveLength(kinds.size);
    expect((await api.mails()).filter(({ kind }) => kind === "reminder")).toHaveLength(2);
  });

  it("does not tell who has answered a questionnaire, nor who has stopped which mails", async () => {
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const wave = {
      programmeId: pairing.programmeId,
      instrumentId: instrument.id,
      privacy: "anonymous",
      opensAt: "2026-12-01T10:00:00Z",
      closesAt: "2026-12-15T10:00:00Z",
    };
    await api.call("POST", "/v1/waves", { body: wave });
    await api.pass({ hours: 2 });
    const pages = (await api.mails()).flatMap(({ links }) => links).map((link) => new URL(link).pathname);
    const questionnaire = pages.find((page) => page.startsWith("/p/questionnaire/")) ?? "";
    expect((await send(api, questionnaire, answersOf("Fine"))).status).toBe(303);
    const stop = pages.find((page) => page.includes("~questionnaires.")) ?? "";
    await send(api, stop, { choice: "stop" });
    const reminders = (await outlook()).filter(({ kind }) => kind === "questionnaire.reminder");
    expect(new Set(reminders.map(({ name }) => name)).size).toBe(2);
    for (const { dueId } of reminders) expect((await ask(dueId)).status).toBe(202);
    await api.pass({ minutes: 2 });
    expect(await previews()).toHaveLength(reminders.length);
  });

  it("comes of steps and of proposed pairings too", async () => {
    const { body: programme } = await api.call("GET", `/v1/programmes/${pairing.programmeId}`);
    await anInvitedParticipant(api, programme);
    const mentor = await aPreparedParticipant(api, programme, { mentorCapacity: 1 });
    await aProposedPairing(api, mentor, await aPreparedParticipant(api, programme));
    await api.pass({ hours: 1 });
    const kinds = new Map((await outlook()).map((mail) => [mail.kind, mail.dueId]));
    for (const kind of ["participant.invitation", "pairing.proposal"]) {
      expect((await ask(kinds.get(kind) ?? "")).status).toBe(202);
    }
    await api.pass({ minutes: 2 });
    expect((await previews()).map(({ subject }) => subject).sort()).toEqual([
      expect.stringMatching(/^Anteprima: Aspettiamo la tua risposta: /),
      expect.stringMatching(/^Anteprima: Ti aspettiamo ancora: /),
    ]);
  });

  it("is sent once for one key, and twenty times a day at most", async () => {
    const { dueId } = await aReminder();
    const headers = { "idempotency-key": "once" };
    const [first, again] = [await ask(dueId, { headers }), await ask(dueId, { headers })];
    expect(again.body).toEqual(first.body);
    for (let asked = 1; asked < 20; asked += 1) await ask(dueId);
    expect(await ask(dueId)).toMatchObject(problem(429, "limit-reached", { data: { limit: 20 } }));
    await api.pass({ minutes: 2 });
    expect(await previews()).toHaveLength(20);
    await api.pass({ days: 1 });
    const other = (await outlook())[0]?.dueId ?? "";
    expect((await ask(other)).body.left).toBe(19);
  });

  it("is refused while nothing is mailed, and for what does not go out", async () => {
    const { dueId } = await aReminder();
    expect(await ask(absentId("due"))).toMatchObject(problem(404, "not-found"));
    await api.call("POST", `/v1/programmes/${pairing.programmeId}/pause`, { body: { paused: true } });
    expect(await ask(dueId)).toMatchObject(problem(409, "conflict"));
    expect(await previews()).toEqual([]);
  });

  it("goes to nobody but a manager of the programme", async () => {
    const { dueId } = await aReminder();
    expect(await ask(dueId, { as: api.admin })).toMatchObject(problem(403, "forbidden"));
    const { personId } = (await api.call("GET", `/v1/participants/${pairing.members[0]?.participantId}`))
      .body;
    const stranger = await tokenOf(api, personId, ["manager"]);
    expect(await ask(dueId, { as: stranger })).toMatchObject(problem(404, "not-found"));
  });
});
