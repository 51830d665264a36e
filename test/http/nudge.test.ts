import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { aCustomer, anAcceptedPairing, tokenOf } from "#test/support/over-http.ts";
import { linkBeside, open, send } from "#test/support/pages.ts";

let api: Api;
let pairing: Pairing;
beforeEach(async () => {
  api = await aCustomer();
  pairing = await anAcceptedPairing(api);
  await api.pass({ minutes: 10 });
  return () => api.stop();
});

const personOf = async (member: 0 | 1) => {
  const path = `/v1/participants/${pairing.members[member]?.participantId}`;
  const { personId } = (await api.call("GET", path)).body;
  return (await api.call("GET", `/v1/people/${personId}`)).body;
};
const nudges = async (to?: string) => (await api.mails(to)).filter(({ kind }) => kind === "nudge");
const sessions = async () =>
  (await api.call("GET", `/v1/sessions?programmeId=${pairing.programmeId}`)).body.items;
const sayThatTheyMet = async (id: string) => {
  const as = await tokenOf(api, (await personOf(0)).id);
  await api.call("POST", `/v1/sessions/${id}/confirmations`, { as, body: { happened: true } });
};
const pause = (paused: boolean) =>
  api.call("POST", `/v1/programmes/${pairing.programmeId}/pause`, { body: { paused } });

describe("a pairing that goes quiet", () => {
  it("is nudged once by itself: each member gets one mail, with the next date and a way to move it", async () => {
    await api.pass({ days: 27 });
    expect(await nudges()).toEqual([]);
    await api.pass({ days: 2 });
    const mails = await nudges();
    const [mentor, mentee] = [await personOf(0), await personOf(1)];
    expect(mails.map(({ to }) => to).sort()).toEqual([mentor.email, mentee.email].sort());
    const mine = mails.find(({ to }) => to === mentor.email);
    expect(mine?.subject).toBe(`È ora di incontrarvi? Tu e ${mentee.name}`);
    expect(mine?.text).toContain("In programma: giovedì 31 dicembre 2026, ore 14:30 (ora di Roma)");
    const link = mine?.links.find((one) => one.includes("/p/my-programme/"));
    const path = new URL(link ?? "").pathname;
    expect(linkBeside(path, await open(api, path), "cannot-come")).toContain("/p/cannot-come/");
    await api.pass({ days: 20 });
    expect(await nudges()).toHaveLength(2);
  });

  it("is nudged again when it falls quiet again, and not while somebody says that they met", async () => {
    const [first] = await sessions();
    await api.pass({ days: 12 });
    await sayThatTheyMet(first.id);
    await api.pass({ days: 20 });
    expect(await nudges()).toEqual([]);
    await api.pass({ days: 9 });
    const [one] = await nudges();
    expect(one?.subject).toContain("l’ultima volta il 3 dicembre 2026");
    expect(await nudges()).toHaveLength(2);
    const second = (await sessions())[2];
    await sayThatTheyMet(second.id);
    await api.pass({ days: 30 });
    expect(await nudges()).toHaveLength(4);
  });

  it("is not nudged at the minute at which it meets, but some days later when it has not met", async () => {
    const [first, second] = await sessions();
    await api.pass({ days: 12 });
    await sayThatTheyMet(first.id);
    await api.pass({ days: 14 });
    const denial = { as: await tokenOf(api, (await personOf(0)).id), body: { happened: false } };
    await api.call("POST", `/v1/sessions/${second.id}/confirmations`, denial);
    // Two cadences after the last meeting the third session begins.
    await api.pass({ days: 12 });
    expect(await nudges()).toEqual([]);
    await api.pass({ days: 3 });
    expect((await nudges()).map(({ sentAt }) => sentAt.slice(0, 16))).toEqual([
      "2027-01-03T14:30",
      "2027-01-03T14:30",
    ]);
  });

  it("is not nudged when it says meanwhile that it has met", async () => {
    const [first] = await sessions();
    await api.pass({ days: 12 });
    await sayThatTheyMet(first.id);
    await api.pass({ days: 26 });
    const third = (await sessions())[2];
    expect(third.start).toBe("2026-12-31T13:30:00.000Z");
    await sayThatTheyMet(third.id);
    await api.pass({ days: 10 });
    expect(await nudges()).toEqual([]);
  });

  it("is not nudged for a rest of its programme, which does not count", async () => {
    await api.pass({ days: 20 });
    await pause(true);
    await api.pass({ days: 20 });
    expect(await nudges()).toEqual([]);
    await pause(false);
    await api.pass({ days: 7 });
    expect(await nudges()).toEqual([]);
    await api.pass({ days: 2 });
    expect(await nudges()).toHaveLength(2);
  });

  it("is not nudged once it has ended, nor while one of its members takes a break", async () => {
    const other = await anAcceptedPairing(api);
    await api.pass({ days: 20 });
    await api.call("POST", `/v1/pairings/${pairing.id}/ending`, { body: { ending: "unwound" } });
    const id = other.members[1]?.participantId;
    await api.call("POST", `/v1/participants/${id}/state`, { body: { to: "paused" } });
    await api.pass({ days: 12 });
    expect(await nudges()).toEqual([]);
  });

  it("can be nudged no more by whoever has stopped reminders", async () => {
    const { email } = await personOf(0);
    await api.pass({ days: 9 });
    const reminder = (await api.mails(email)).find(({ kind }) => kind === "reminder");
    const page = new URL(reminder?.links.find((one) => one.includes("/p/unsubscribe/")) ?? "").pathname;
    await send(api, page, { choice: "stop" });
    await api.pass({ days: 20 });
    expect((await nudges()).map(({ to }) => to)).toEqual([(await personOf(1)).email]);
  });
});
