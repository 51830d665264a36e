import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anInvitedParticipant,
  anOpenProgramme,
  aPreparedParticipant,
  ifMatch,
  problem,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";

let api: Api;
let programme: Programme;
beforeEach(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
  return () => api.stop();
});

interface Told {
  readonly code: string;
  readonly sentence: { readonly it: string; readonly en: string };
  readonly about: { readonly type: string; readonly id: string };
  readonly participants: readonly string[];
  readonly since: string;
}
const read = async (as?: string) =>
  api.call("GET", `/v1/programmes/${programme.id}/alerts`, as ? { as } : {});
const alerts = async (code?: string): Promise<Told[]> =>
  (await read()).body.items.filter((alert: Told) => code === undefined || alert.code === code);
const advance = async (...phases: string[]) => {
  for (const to of phases) await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to } });
};
const memberToken = async ({ members }: Pairing, at: number) => {
  const { body } = await api.call("GET", `/v1/participants/${members[at]?.participantId}`);
  return tokenOf(api, body.personId);
};
const firstSession = async () =>
  (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`)).body.items[0];

describe("what needs a manager", () => {
  it("is nothing at first", async () => {
    await anAcceptedPairing(api, programme);
    expect((await read()).body).toEqual({ counts: {}, items: [] });
  });

  it("are steps that nobody takes, each after its own time, and no longer than they wait", async () => {
    const invited = await anInvitedParticipant(api, programme, { name: "Anna Rossi" });
    const applied = await takeTo(api, (await anInvitedParticipant(api, programme)).participant, "applied");
    const other = await anInvitedParticipant(api, programme);
    const approved = await takeTo(api, other.participant, "applied", "approved");
    await api.pass({ days: 6 });
    expect(await alerts()).toMatchObject([
      { code: "decision-overdue", participants: [applied.id], since: "2026-11-29T09:00:00.000Z" },
    ]);
    await api.pass({ days: 3 });
    expect((await read()).body.counts).toEqual({
      "decision-overdue": 1,
      "preparation-overdue": 1,
      "application-overdue": 1,
    });
    const [unanswered] = await alerts("application-overdue");
    expect(unanswered).toMatchObject({ about: { type: "participant", id: invited.participant.id } });
    expect(unanswered?.sentence).toEqual({
      it: "Anna Rossi non ha risposto all’invito di 9 giorni fa.",
      en: "Anna Rossi has not answered the invitation of 9 days ago.",
    });
    await takeTo(api, approved, "withdrawn");
    await takeTo(api, applied, "approved");
    expect((await read()).body.counts).toEqual({ "application-overdue": 1 });
  });

  it("are prepared people whom a matching has left over, once the programme is matched", async () => {
    const { id } = await aPreparedParticipant(api, programme);
    await api.pass({ days: 15 });
    expect(await alerts()).toEqual([]);
    await advance("preparing", "matching");
    expect(await alerts()).toMatchObject([{ code: "prepared-unmatched", participants: [id] }]);
  });

  it("are addresses that take no mail any more, without a word about why", async () => {
    const bounced = await anInvitedParticipant(api, programme, { email: "bounce-1@example.com" });
    await anInvitedParticipant(api, programme, { email: "complaint-1@example.com" });
    await api.pass({ minutes: 5 });
    const told = await alerts("address-closed");
    expect(told).toHaveLength(2);
    expect(told.map(({ participants }) => participants[0])).toContain(bounced.participant.id);
    expect(JSON.stringify(told)).not.toMatch(/bounce|complain|spam/i);
    expect(told[0]?.since.slice(0, 10)).toBe("2026-11-24");
    await takeTo(api, bounced.participant, "withdrawn");
    expect(await alerts("address-closed")).toHaveLength(1);
  });

  it("are sessions that are disputed, until it is recorded who was there", async () => {
    const pairing = await anAcceptedPairing(api, programme);
    await api.pass({ days: 11 });
    const { id } = await firstSession();
    const say = async (at: number, happened: boolean) =>
      api.call("POST", `/v1/sessions/${id}/confirmations`, {
        as: await memberToken(pairing, at),
        body: { happened },
      });
    await say(0, true);
    expect(await alerts()).toEqual([]);
    await say(1, false);
    expect(await alerts()).toMatchObject([{ code: "session-disputed", about: { type: "session", id } }]);
    const attendees = pairing.members.map(({ participantId }) => ({ participantId, state: "attended" }));
    const { version } = await firstSession();
    const headers = ifMatch(version);
    await api.call("PUT", `/v1/sessions/${id}/attendance`, { body: { attendees }, headers });
    expect(await alerts()).toEqual([]);
  });

  it("are pairings that stay quiet a week after they were nudged", async () => {
    const { id } = await anAcceptedPairing(api, programme);
    await api.pass({ days: 29 });
    expect((await api.mails()).filter(({ kind }) => kind === "nudge")).toHaveLength(2);
    expect(await alerts()).toEqual([]);
    await api.pass({ days: 7 });
    expect(await alerts()).toMatchObject([{ code: "pairing-quiet", about: { type: "pairing", id } }]);
  });

  it("are questionnaires that few have answered shortly before they close", async () => {
    await anAcceptedPairing(api, programme);
    const [instrument] = (await api.call("GET", "/v1/instruments")).body.items;
    const wave = {
      programmeId: programme.id,
      instrumentId: instrument.id,
      privacy: "anonymous",
      opensAt: "2026-11-25T08:00:00Z",
      closesAt: "2026-12-02T08:00:00Z",
    };
    await api.call("POST", "/v1/waves", { body: wave });
    await api.pass({ days: 4 });
    expect(await alerts()).toEqual([]);
    await api.pass({ days: 2 });
    const [low] = await alerts();
    expect(low).toMatchObject({ code: "response-low", participants: [] });
    expect(low?.sentence.it).toContain("0 risposte su 2 inviti, e chiude tra un giorno");
  });

  it("is told to whoever runs the programme, and to nobody else", async () => {
    const { participant, person } = await anInvitedParticipant(api, programme);
    await takeTo(api, participant, "applied");
    expect((await read(await tokenOf(api, person.id))).status).toBe(403);
    expect(await read(await tokenOf(api, person.id, ["manager"]))).toMatchObject(problem(404, "not-found"));
    const [manager] = programme.managers;
    if (!manager) throw new Error("a programme has a manager");
    expect((await read(await tokenOf(api, manager, ["manager"]))).status).toBe(200);
  });
});
