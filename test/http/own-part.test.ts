import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  type Invited,
  takeTo,
} from "#test/support/over-http.ts";
import { formsIn, linkBeside, linkTo, open, send, sendAndFollow } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
let her: Invited;
/** Where her invitation leads. */
let invitation: string;

beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  her = await anInvitedParticipant(api, programme);
  invitation = await linkTo(api, her.person.email, "apply");
  await send(api, invitation, { choice: "yes", "goal.digcomp-2.1": "3", "priority.digcomp-2.1": "1" });
});

const participantNow = async (): Promise<Participant> =>
  (await api.call("GET", `/v1/participants/${her.participant.id}`)).body;
const approve = async (): Promise<string> => {
  await takeTo(api, her.participant, "approved");
  return linkTo(api, her.person.email, "prepare");
};
const kindsOfMails = async () => (await api.mails(her.person.email)).map(({ kind }) => kind);
const items = ["hour", "calendar", "own-will", "learn", "teach", "admit", "between-us", "equipment"];
const wholePreparation = {
  version: "1",
  ...Object.fromEntries([0, 1, 2, 3].map((at) => [`promise.${at}`, "on"])),
  ...Object.fromEntries(items.map((item) => [`readiness.${item}`, "4"])),
};

describe("who has applied", () => {
  it("can withdraw by the link of her invitation, and a break is not offered before she is in", async () => {
    const page = await open(api, invitation);
    expect(page.text).toContain("Ritirare la mia candidatura");
    expect(page.html).not.toMatch(/ checked|value="paused"/);
    const left = await sendAndFollow(api, invitation, { part: "withdrawn" });
    expect([left.status, left.text.includes("Non fai più parte di «AI for leaders»")]).toEqual([410, true]);
    expect(left.text).toContain("Hai cambiato idea? Scrivi a Carla Conti");
    expect(left.html).not.toContain("<form");
    expect((await participantNow()).state).toBe("withdrawn");
    await api.pass({ days: 6 });
    expect(await kindsOfMails()).toEqual(["invitation to apply"]);
  });

  it("stays in by whatever a machine sends, and by a choice that is not hers yet", async () => {
    const page = await open(api, invitation);
    await open(api, invitation, "HEAD");
    expect(formsIn(page)).toEqual([{ part: "" }]);
    for (const form of [{ part: "" }, { part: "approved" }]) {
      const answer = await send(api, invitation, form);
      expect([answer.status, answer.text.includes("Prima scegli che cosa desideri.")]).toEqual([422, true]);
    }
    for (const form of [{}, { part: "paused" }, { choice: "no" }]) {
      expect((await send(api, invitation, form)).status).toBe(303);
    }
    expect((await participantNow()).state).toBe("applied");
  });
});

describe("who is to prepare herself", () => {
  let preparation: string;
  beforeEach(async () => {
    preparation = await approve();
  });

  it("can leave by the link of her preparation, and is not called any more", async () => {
    const left = await sendAndFollow(api, preparation, { part: "withdrawn" });
    expect([left.status, left.text.includes("Non fai più parte di")]).toEqual([410, true]);
    // Nor does a page that was left open bring her back.
    expect((await sendAndFollow(api, preparation, { part: "resumed" })).status).toBe(410);
    expect((await sendAndFollow(api, preparation, wholePreparation)).status).toBe(410);
    await api.pass({ days: 6 });
    expect(await kindsOfMails()).toEqual(["invitation to apply", "preparation"]);
    expect(await participantNow()).toMatchObject({ state: "withdrawn" });
  });

  it("can take a break, is left alone, and comes back by any link she has to go on where she was", async () => {
    await send(api, preparation, Object.fromEntries(Object.entries(wholePreparation).slice(0, 5)));
    const resting = await sendAndFollow(api, preparation, { part: "paused" });
    expect([resting.status, resting.text.includes("Sei in pausa da «AI for leaders»")]).toEqual([200, true]);
    expect(resting.html).not.toMatch(/ checked|my-programme/);
    expect(resting.html).toContain('<details class="field" open>');
    await api.pass({ days: 6 });
    expect(await kindsOfMails()).toEqual(["invitation to apply", "preparation"]);
    const back = await sendAndFollow(api, invitation, { part: "resumed" });
    const next = await open(api, linkBeside(invitation, back, "prepare"));
    expect(next.text).toContain("Fatto: hai accettato questi impegni.");
    await api.pass({ minutes: 5 });
    expect(await kindsOfMails()).toEqual(["invitation to apply", "preparation", "preparation"]);
  });

  it("without a choice is asked for one, and neither of the two forms is taken for the other", async () => {
    const page = await send(api, preparation, { part: "" });
    expect([page.status, page.text.includes("Prima scegli che cosa desideri.")]).toEqual([422, true]);
    expect(page.text).not.toContain("Non hai ancora compilato nulla.");
    expect(page.html).toContain("<title>Da controllare · ");
    expect(formsIn(page)).toEqual([{ version: "1" }, { part: "" }]);
    expect((await send(api, preparation, { version: "1" })).text).not.toContain("Prima scegli");
    expect((await participantNow()).state).toBe("approved");
  });

  it("can still rest or leave once she is done and waits", async () => {
    const done = await sendAndFollow(api, preparation, wholePreparation);
    expect(done.text).toContain("Fare una pausa: niente incontri finché non torno");
    expect((await send(api, preparation, { part: "" })).status).toBe(422);
    await send(api, preparation, { part: "paused" });
    expect(await participantNow()).toMatchObject({ state: "paused", resumesTo: "approved" });
    const back = await sendAndFollow(api, preparation, { part: "resumed" });
    expect(back.text).toContain("Grazie, è tutto");
  });

  it("takes one break, also when the form is sent twice at once", async () => {
    const both = await Promise.all([1, 2].map(() => send(api, preparation, { part: "paused" })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await participantNow()).toMatchObject({ state: "paused", resumesTo: "approved" });
  });
});

describe("a programme that is over", () => {
  it("offers nobody to leave it, and takes no such choice from a page that was left open", async () => {
    const over = await anOpenProgramme(api);
    const late = await anInvitedParticipant(api, over, { locale: "en" });
    const link = await linkTo(api, late.person.email, "apply");
    await takeTo(api, late.participant, "applied");
    expect((await open(api, link)).text).toContain("Withdraw my application");
    await api.call("POST", `/v1/programmes/${over.id}/phase`, { body: { to: "cancelled" } });
    const page = await sendAndFollow(api, link, { part: "withdrawn" });
    expect([page.status, page.text.includes("“AI for leaders” does not take place")]).toEqual([410, true]);
    expect(page.html).not.toContain("<form");
    const { body } = await api.call("GET", `/v1/participants/${late.participant.id}`);
    expect(body.state).toBe("applied");
  });
});
