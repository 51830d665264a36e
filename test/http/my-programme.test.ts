import type { Pairing } from "@viceversa/core/pairing/index.ts";
import type { Session } from "@viceversa/core/session/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  aProposedPairing,
  type Invited,
  takeTo,
  tokenOf,
} from "#test/support/over-http.ts";
import {
  formsIn,
  linkBeside,
  linkTo,
  open,
  type ReadPage,
  send,
  sendAndFollow,
} from "#test/support/pages.ts";

let api: Api;
let pairing: Pairing;
let mentor: Invited;
let mentee: Invited;
let path: string;

/** Two who have applied, prepared themselves and said yes to one another, by their links alone. */
beforeEach(async () => {
  api = await aCustomer();
  const programme = await anOpenProgramme(api);
  const teaches = { choice: "yes", "offer.digcomp-2.1": "4" };
  const learns = {
    choice: "yes",
    "goal.digcomp-2.1": "3",
    "priority.digcomp-2.1": "3",
    "goal.soft-leadership": "2",
    "priority.soft-leadership": "1",
  };
  mentor = await anInvitedParticipant(api, programme, { capacity: { mentorCapacity: 1 }, locale: "en" });
  mentee = await anInvitedParticipant(api, programme, { zone: "Europe/London" });
  for (const { person, participant, form } of [
    { ...mentor, form: teaches },
    { ...mentee, form: learns },
  ]) {
    await send(api, await linkTo(api, person.email, "apply"), form);
    await takeTo(api, participant, "approved", "prepared");
  }
  pairing = await aProposedPairing(api, mentor.participant, mentee.participant);
  for (const { person } of [mentor, mentee]) {
    await send(api, await linkTo(api, person.email, "match"), { choice: "yes" });
  }
  path = await linkTo(api, mentee.person.email, "my-programme");
  await api.pass({ minutes: 5 });
  return () => api.stop();
});

const sessions = async (): Promise<Session[]> =>
  (await api.call("GET", `/v1/sessions?programmeId=${pairing.programmeId}`)).body.items;
const agree = async (session: Session | undefined, owner: Invited, text: string, more: object = {}) => {
  const as = await tokenOf(api, mentor.person.id);
  const body = { text, ownerId: owner.participant.id, ...more };
  return (await api.call("POST", `/v1/sessions/${session?.id}/action-items`, { as, body })).body;
};
const standsBefore = (page: ReadPage, one: string, other: string) =>
  page.text.indexOf(one) > 0 && page.text.indexOf(one) < page.text.indexOf(other);

describe("“my programme”", () => {
  it("says when and where the next session is, with whom, and what it is for", async () => {
    const page = await open(api, path);
    expect(page.status).toBe(200);
    expect(page.html.length).toBeLessThan(50_000);
    expect(page.html).not.toMatch(/<script| checked/);
    expect(page.text).toContain("giovedì 3 dicembre 2026, ore 13:30 (ora di Londra)");
    expect(page.text).toContain(`60 minuti Con ${mentor.person.name}`);
    expect(page.html).toContain('href="https://meet.example.com/1"');
    expect(standsBefore(page, "Leadership", "Interagire con le tecnologie digitali")).toBe(true);
    expect(page.text).not.toMatch(/Avanzato|Intermedio/);
  });

  it("says whom to write to, the other and a human who helps", async () => {
    const { html } = await open(api, path);
    expect(html).toContain(`mailto:${mentor.person.email}`);
    expect(html).toContain("mailto:carla.conti@example.com");
  });

  it("lists what is agreed and open, by whom and until when", async () => {
    const [session] = await sessions();
    expect((await open(api, path)).text).toContain("Non c’è nulla in sospeso.");
    const done = await agree(session, mentee, "Leggere la guida");
    await agree(session, mentor, "Scegliere tre canali");
    await agree(session, mentee, "Provare un <chatbot>", { dueOn: "2026-12-10" });
    await api.call("PATCH", `/v1/sessions/${session?.id}/action-items/${done.id}`, {
      as: await tokenOf(api, mentor.person.id),
      body: { state: "done" },
      headers: { "if-match": `"${done.version}"` },
    });
    const page = await open(api, path);
    expect(page.html).toContain("Provare un &lt;chatbot&gt;");
    expect(page.text).toContain("(tu, entro il 10 dicembre 2026)");
    expect(page.text).toContain(`Scegliere tre canali (${mentor.person.name})`);
    expect(page.text).not.toContain("Leggere la guida");
  });

  it("leads to “I can’t make it”, and shows the session after once this one is cancelled", async () => {
    const cannotCome = linkBeside(path, await open(api, path), "cannot-come");
    expect((await open(api, cannotCome)).text).toContain("giovedì 3 dicembre 2026");
    await send(api, cannotCome, { choice: "call-off" });
    expect((await open(api, path)).text).toContain("giovedì 17 dicembre 2026");
  });

  it("leads to where reminders and questionnaires are stopped", async () => {
    const { html } = await open(api, path);
    const links = [...html.matchAll(/href="\.\.(\/unsubscribe\/[^"]+)"/g)].map(([, link]) => `/p${link}`);
    expect(links).toHaveLength(2);
    for (const link of links) expect((await send(api, link, { choice: "stop" })).status).toBe(303);
    await api.pass({ days: 9 });
    const kinds = (await api.mails(mentee.person.email)).map(({ kind }) => kind);
    expect(kinds).not.toContain("reminder");
    expect((await api.mails(mentor.person.email)).map(({ kind }) => kind)).toContain("reminder");
  });

  it("takes nothing that a machine sends to it", async () => {
    const page = await open(api, path);
    await open(api, path, "HEAD");
    for (const form of [{}, { choice: "call-off" }, ...formsIn(page)]) {
      expect((await send(api, path, form)).status).toBe(422);
    }
    expect((await sessions()).map(({ state }) => state)).toEqual(["planned", "planned"]);
  });

  it("is without a session while somebody takes a break", async () => {
    await takeTo(api, mentee.participant, "paused");
    await api.pass({ minutes: 5 });
    expect((await open(api, path)).text).toContain("Sei in pausa: finché non riprendi");
  });

  it("lets somebody take a break and come back, and tells the other of the sessions", async () => {
    const state = async () => (await api.call("GET", `/v1/participants/${mentee.participant.id}`)).body.state;
    const resting = await sendAndFollow(api, path, { part: "paused" });
    expect([await state(), resting.text.includes("Sei in pausa")]).toEqual(["paused", true]);
    await api.pass({ minutes: 10 });
    const cancelled = (await api.mails(mentor.person.email)).filter(({ kind }) => kind === "cancellation");
    expect(cancelled).toHaveLength(2);
    // A break cannot be taken twice; the page says how she stands.
    expect((await sendAndFollow(api, path, { part: "paused" })).text).toContain("Sei in pausa");
    await sendAndFollow(api, path, { part: "resumed" });
    await api.pass({ minutes: 10 });
    expect((await open(api, path)).text).toContain("giovedì 3 dicembre 2026");
  });

  it("lets somebody leave for good, once she has chosen to", async () => {
    const page = await sendAndFollow(api, path, { part: "withdrawn" });
    expect([page.status, page.text.includes("Non fai più parte di «AI for leaders»")]).toEqual([410, true]);
    await api.pass({ minutes: 10 });
    expect((await sessions()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  it("says that somebody has left", async () => {
    await takeTo(api, mentee.participant, "withdrawn");
    const page = await open(api, path);
    expect([page.status, page.text.includes("Non fai più parte di «AI for leaders»")]).toEqual([410, true]);
    expect(page.html).not.toContain("meet.example.com");
  });
});

describe("“my programme” in English", () => {
  it("shows a mentor what he teaches", async () => {
    const page = await open(api, await linkTo(api, mentor.person.email, "my-programme"));
    expect(page.text).toContain("My programme: AI for leaders");
    expect(page.text).toMatch(/What you teach Interacting through and with digital technologies/);
    expect(page.text).not.toContain("What you want to learn");
  });
});
