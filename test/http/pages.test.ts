import type { Programme } from "@viceversa/core/programme/index.ts";
import type { MailKind } from "@viceversa/local/demo/readers.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { linkBeside, mailedPath, open, postForm, textOf } from "#test/support/pages.ts";
import { acceptedPairings, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";

let api: Api;
let programme: Programme;

beforeEach(async () => {
  api = await startApi();
  await anOrganisation(api.ctx);
  programme = await anOpenProgramme(api.ctx);
  return () => api.stop();
});

const linkIn = (to: string, kind: MailKind, link: RegExp) => mailedPath(api, to, kind, link);
const post = (path: string, form: Record<string, string> | [string, string][]) => postForm(api, path, form);

describe("“I can’t make it”", () => {
  const link = () => linkIn("mentee1@example.com", "invitation", /\/p\/cannot-come\//);
  beforeEach(async () => {
    await acceptedPairings(api.ctx, programme, 1);
    await api.timeMachine.drain();
  });

  it("calls the session off, tells both, and gives the reason to the other only", async () => {
    const path = await link();
    expect(await textOf(await api.raw(path))).toContain("mentor1");
    expect((await post(path, { choice: "call-off", reason: "Ho la febbre" })).status).toBe(303);
    const cancelledPage = await textOf(await api.raw(path));
    expect(cancelledPage).toContain("annullato");
    expect(cancelledPage).toContain("Incontro con mentor1</strong><br>giovedì 3 dicembre 2026, ore 14:30");
    await api.timeMachine.drain();
    const cancelled = (await api.mails()).filter(({ calendar }) => calendar?.method === "CANCEL");
    expect(cancelled.map(({ to, text }) => [to, text.includes("febbre")]).sort()).toEqual([
      ["mentee1@example.com", false],
      ["mentor1@example.com", true],
    ]);
  });

  it("needs its box to be ticked and keeps the reason that was typed", async () => {
    const response = await post(await link(), { reason: "Ho la febbre" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Ho la febbre");
  });

  it("keeps the tick of whoever wrote too long a reason, and cancels nothing", async () => {
    const path = await link();
    const response = await post(path, { choice: "call-off", reason: "x".repeat(4_001) });
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/value="call-off" checked/);
    expect(await textOf(await api.raw(path))).toContain("Non posso esserci");
  });

  it("says that a session is over once it has begun", async () => {
    const path = await link();
    await api.pass({ days: 10 });
    const over = await api.raw(path);
    expect(over.status).toBe(410);
    expect(await textOf(over)).toContain(
      "Incontro con mentor1</strong><br>giovedì 3 dicembre 2026, ore 14:30",
    );
  });
});

describe("unsubscribing", () => {
  const reminded = async () =>
    (await api.mails("mentee1@example.com")).filter(({ kind }) => kind === "reminder");
  const link = () => linkIn("mentee1@example.com", "reminder", /\/p\/unsubscribe\//);
  beforeEach(async () => {
    await acceptedPairings(api.ctx, programme, 1);
    await api.pass({ days: 9 });
    expect(await reminded()).toHaveLength(1);
  });

  it("by one click in the mail program stops that class of mails, without a redirect", async () => {
    const response = await post(await link(), { "List-Unsubscribe": "One-Click" });
    expect(response.status).toBe(200);
    expect(await textOf(response)).toContain("I promemoria degli incontri sono disattivati");
    await api.pass({ days: 30 });
    expect(await reminded()).toHaveLength(1);
    const invitations = (await api.mails("mentee1@example.com")).filter(({ calendar }) => calendar);
    expect(invitations.length).toBeGreaterThan(2);
  });

  it("by the page needs its box to be ticked, and leads to a receipt that stays", async () => {
    const path = await link();
    expect((await post(path, {})).status).toBe(422);
    const response = await post(path, { choice: "stop" });
    expect([response.status, response.headers.get("location")]).toEqual([303, path]);
    for (let visit = 0; visit < 2; visit += 1) {
      expect(await textOf(await api.raw(path))).toContain("Hai cambiato idea?");
    }
    await api.pass({ days: 30 });
    expect(await reminded()).toHaveLength(1);
  });

  it("leads on to where who has changed her mind chooses those mails again", async () => {
    const path = await link();
    await post(path, { choice: "stop" });
    const preferences = linkBeside(path, await open(api, path), "preferences");
    expect((await open(api, preferences)).html).toMatch(/name="class-reminders" value="on">/);
    await post(preferences, { choice: "usual" });
    expect((await open(api, path)).text).toContain("Non voglio più promemoria");
  });
});

describe("a participant who cancels through the API", () => {
  it("tells the other her reason and not herself", async () => {
    const [pairing] = await acceptedPairings(api.ctx, programme, 1);
    await api.timeMachine.drain();
    const query = `programmeId=${programme.id}&pairingId=${pairing?.id}`;
    const [session] = (await api.call("GET", `/v1/sessions?${query}`)).body.items;
    const as = await api.token({ sub: "mentee1" });
    const body = { reason: "Ho la febbre" };
    expect((await api.call("POST", `/v1/sessions/${session.id}/cancellation`, { as, body })).status).toBe(
      200,
    );
    await api.timeMachine.drain();
    const told = (await api.mails()).filter(({ text }) => text.includes("febbre")).map(({ to }) => to);
    expect(told).toEqual(["mentor1@example.com"]);
  });
});

describe("an address below the pages that is no link", () => {
  it.each(["/p", "/p/anything", "/p/questionnaire", "/p/a/b/c"])(
    "%s gets the page of a broken link",
    async (path) => {
      const response = await api.raw(path);
      expect(response.status).toBe(404);
      expect(await textOf(response)).toContain("Questo link non funziona");
    },
  );

  it("gets it in the language that the browser asks for", async () => {
    const response = await api.raw("/p/apply/half", { headers: { "accept-language": "en-GB,en;q=0.9" } });
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("This link doesn’t work");
  });
});

describe("a link to a stack that was not set up yet", () => {
  it("is answered as a problem, and not as a fault of ours", async () => {
    const fresh = await startApi();
    expect((await fresh.raw("/p/questionnaire/none")).status).toBe(404);
    await fresh.stop();
  });
});
