import type { Person } from "@viceversa/core/person/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anInvitedParticipant,
  aPerson,
  aPreparedParticipant,
  aProgramme,
  aProposedPairing,
  ifMatch,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";
import { linkBeside, open, send } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
let carla: Person;
let nora: Person;
beforeEach(async () => {
  api = await aCustomer();
  carla = await aPerson(api);
  nora = await aPerson(api, undefined, { locale: "en", zone: "America/New_York" });
  programme = await aProgramme(api, [carla.id, nora.id]);
  await advance("enrolling");
  return () => api.stop();
});

const advance = async (...phases: string[]) => {
  for (const to of phases) await api.call("POST", `/v1/programmes/${programme.id}/phase`, { body: { to } });
};
const pause = (paused: boolean) =>
  api.call("POST", `/v1/programmes/${programme.id}/pause`, { body: { paused } });
const summaries = async (to?: string) =>
  (await api.mails(to)).filter(({ kind }) => kind === "weekly summary");
const leaveToCarla = async () => {
  const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
  const body = { managers: [carla.id] };
  await api.call("PATCH", `/v1/programmes/${programme.id}`, { body, headers: ifMatch(version) });
};
/** The path of the page that the newest summary leads to. */
const pageOf = async ({ email }: Person) => {
  const link = (await summaries(email)).at(-1)?.links.find((one) => one.includes("/p/manage/"));
  return new URL(link ?? "").pathname;
};

describe("a weekly summary", () => {
  it("comes to each manager on Monday at eight on her own clock, once a week", async () => {
    await api.pass({ days: 5, hours: 21, minutes: 59 });
    expect(await summaries()).toEqual([]);
    await api.pass({ hours: 10 });
    const [first, second] = await summaries();
    expect(first).toMatchObject({ to: carla.email, sentAt: "2026-11-30T07:00:00.000Z" });
    expect(first?.subject).toBe("La settimana di «AI for leaders», dal 30 novembre 2026: tutto bene");
    expect(second).toMatchObject({ to: nora.email, sentAt: "2026-11-30T13:00:00.000Z" });
    expect(second?.subject).toBe("This week in “AI for leaders”, from 30 November 2026: all is well");
    await api.pass({ days: 7 });
    expect((await summaries(nora.email)).map(({ sentAt }) => sentAt)).toEqual([
      "2026-11-30T13:00:00.000Z",
      "2026-12-07T13:00:00.000Z",
    ]);
    expect(await summaries()).toHaveLength(4);
  });

  it("tells what needs her, how the pairings do and what goes out, and nothing of why", async () => {
    const { participant } = await anInvitedParticipant(api, programme, { name: "Anna Rossi" });
    await takeTo(api, participant, "applied");
    const pairing = await anAcceptedPairing(api, programme);
    await api.pass({ minutes: 10 });
    const [session] = (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`)).body.items;
    const member = (await api.call("GET", `/v1/participants/${pairing.members[0]?.participantId}`)).body;
    const as = await tokenOf(api, member.personId);
    const reason = "A family matter";
    await api.call("POST", `/v1/sessions/${session.id}/cancellation`, { as, body: { reason } });
    await api.pass({ days: 6 });
    const [mail] = await summaries(carla.email);
    expect(mail?.subject).toContain("una cosa da guardare");
    expect(mail?.text).toContain("• Anna Rossi aspetta da 5 giorni una tua decisione.");
    expect(mail?.text).toContain("Abbinamenti: 1 attivo\n");
    const { html, text } = await open(api, await pageOf(carla));
    expect(text).toContain("Anna Rossi aspetta da 6 giorni una tua decisione.");
    for (const told of [mail?.text, html]) expect(told).not.toContain("family");
  });

  it("stops by one click, for her alone", async () => {
    await api.pass({ days: 7 });
    const [mail] = await summaries(carla.email);
    const page = new URL(mail?.links.find((one) => one.includes("/p/unsubscribe/")) ?? "").pathname;
    expect((await open(api, page)).text).toContain("Disattiva i riepiloghi settimanali");
    expect((await send(api, page, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
    await api.pass({ days: 7 });
    expect(await summaries(carla.email)).toHaveLength(1);
    expect(await summaries(nora.email)).toHaveLength(2);
  });

  it("does not come while the programme is paused, nor for the Mondays of the pause afterwards", async () => {
    await api.pass({ days: 4 });
    await pause(true);
    await api.pass({ days: 3 });
    await pause(false);
    await api.pass({ days: 3 });
    expect(await summaries()).toEqual([]);
    await api.pass({ days: 4 });
    expect(await summaries()).toHaveLength(2);
  });

  it("does not come to whoever runs the programme no more, nor once it is over", async () => {
    await leaveToCarla();
    await api.pass({ days: 7 });
    expect((await summaries()).map(({ to }) => to)).toEqual([carla.email]);
    await advance("cancelled");
    await api.pass({ days: 14 });
    expect(await summaries()).toHaveLength(1);
  });
});

describe("the page of a manager", () => {
  it("shows her programme in her language, and nothing that was done to it changes it", async () => {
    await api.pass({ days: 7 });
    await anInvitedParticipant(api, programme, { name: "Anna Rossi" });
    const path = await pageOf(nora);
    const page = await open(api, path);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Emails of the next seven days");
    expect(page.text).toContain("Invitation to take part: Anna Rossi");
    expect(page.html).not.toContain("<form");
    expect((await open(api, path, "HEAD")).status).toBe(200);
    const sent = await send(api, path, { choice: "yes" });
    expect([sent.status, sent.html]).toEqual([422, page.html]);
  });

  it("counts one as one, and tells a pairing that waits for answers from one that has begun", async () => {
    await anAcceptedPairing(api, programme);
    await aProposedPairing(
      api,
      await aPreparedParticipant(api, programme, { mentorCapacity: 1 }),
      await aPreparedParticipant(api, programme),
    );
    await api.pass({ days: 7 });
    const [english, italian] = [await open(api, await pageOf(nora)), await open(api, await pageOf(carla))];
    expect(english.text).toContain("1 pairing meets");
    expect(english.text).toMatch(/· Proposed, waiting for answers/);
    expect(english.text.match(/ · New /g)).toHaveLength(1);
    expect(italian.text).toContain("1 abbinamento attivo");
    expect(italian.text).toContain("· Proposta, in attesa delle risposte");
  });

  it("folds the pairings that do well and opens those that are quiet", async () => {
    await anAcceptedPairing(api, programme);
    await api.pass({ days: 20 });
    expect((await open(api, await pageOf(nora))).html).toContain(
      "<summary>One pairing that does well or is new",
    );
    await api.pass({ days: 22 });
    const { text, html } = await open(api, await pageOf(nora));
    expect(html).not.toContain("One pairing that does well");
    expect(text).toContain("Quiet pairing");
  });

  it("is open for fourteen days, and then says where a new link comes from", async () => {
    await api.pass({ days: 6 });
    const path = await pageOf(carla);
    await pause(true);
    await api.pass({ days: 14 });
    expect((await open(api, path)).status).toBe(200);
    await api.pass({ days: 1 });
    const late = await open(api, path);
    expect(late.status).toBe(410);
    expect(late.text).toContain("Questo link è scaduto");
    expect((await send(api, path, {})).status).toBe(410);
    const later = path.replace("2026-11-30", "2026-12-20");
    expect((await open(api, later)).status).toBe(404);
  });

  it("is closed to her as soon as she runs the programme no more, or has left the company", async () => {
    await api.pass({ days: 7 });
    const [hers, his] = [await pageOf(nora), await pageOf(carla)];
    await leaveToCarla();
    expect((await open(api, hers)).status).toBe(404);
    expect((await open(api, his)).status).toBe(200);
    await api.call("POST", `/v1/people/${carla.id}/deactivation`, { body: {} });
    expect((await open(api, his)).status).toBe(404);
  });

  it("leads to the report, in her language and as long as the page itself", async () => {
    await api.pass({ days: 8 });
    const path = await pageOf(nora);
    const report = linkBeside(path, await open(api, path), "report");
    const page = await open(api, report);
    expect([page.status, page.html.includes("<script")]).toEqual([200, false]);
    expect(page.html).toContain('<html lang="en"');
    expect(page.text).toContain("AI for leaders");
    expect((await send(api, report, {})).status).toBe(422);
    await leaveToCarla();
    expect((await open(api, report)).status).toBe(404);
    await api.pass({ days: 15 });
    const hers = linkBeside(path, await open(api, await pageOf(carla)), "report");
    await api.pass({ days: 15 });
    expect((await open(api, hers)).status).toBe(410);
  });
});
