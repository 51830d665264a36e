import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { MailKind } from "@viceversa/local/demo/readers.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { linkBeside, open } from "#test/support/pages.ts";
import {
  acceptedPairings,
  anOpenProgramme,
  anOrganisation,
  aPreparedParticipant,
} from "#test/support/programme.ts";

let api: Api;
let programme: Programme;

beforeEach(async () => {
  api = await startApi();
  await anOrganisation(api.ctx);
  programme = await anOpenProgramme(api.ctx);
  return () => api.stop();
});

const pathOf = (link = "") => new URL(link).pathname;
const linkIn = async (to: string, kind: MailKind, link: RegExp) => {
  const mail = (await api.mails(to)).find((one) => one.kind === kind);
  return pathOf(mail?.links.find((one) => link.test(one)));
};
const post = (path: string, form: Record<string, string> | [string, string][]) =>
  api.raw(path, { method: "POST", body: new URLSearchParams(form) });
const textOf = async (response: Response) => (await response.text()).replaceAll(/\s+/g, " ");

const [instrument] = shippedInstruments;
const answersOf = (value: number, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    (instrument?.items ?? []).flatMap(({ kind, key }) => (kind === "scale" ? [[key, String(value)]] : [])),
  ),
  ...more,
});

describe("a questionnaire", () => {
  let wave: { id: string };
  const emails = () => [1, 2, 3].flatMap((at) => [`mentor${at}@example.com`, `mentee${at}@example.com`]);
  const questionnaireOf = (to: string) => linkIn(to, "questionnaire", /\/p\/questionnaire\//);
  const waveOf = (privacy: string) => ({
    programmeId: programme.id,
    instrumentId: instrument?.id,
    privacy,
    opensAt: "2026-11-25T08:00:00Z",
    closesAt: "2026-12-05T18:00:00Z",
  });
  const scheduled = async (
    privacy: "anonymous" | "confidential" | "attributed",
    more: object = {},
    pairs = 3,
  ) => {
    await acceptedPairings(api.ctx, programme, pairs);
    wave = (await api.call("POST", "/v1/waves", { body: { ...waveOf(privacy), ...more } })).body;
    await api.pass({ days: 1 });
  };
  const view = async () => (await api.call("GET", `/v1/waves/${wave.id}`)).body;

  it("reaches everybody once when it opens, and reminds only who has not answered, twice at most", async () => {
    await scheduled("confidential");
    for (const to of emails()) expect(await questionnaireOf(to)).toContain("/p/questionnaire/");
    const path = await questionnaireOf("mentor1@example.com");
    expect((await post(path, answersOf(4))).status).toBe(303);
    await api.pass({ days: 12 });
    const kinds = async (to: string) =>
      (await api.mails(to)).map(({ kind }) => kind).filter((kind) => kind.startsWith("questionnaire"));
    expect(await kinds("mentor1@example.com")).toEqual(["questionnaire"]);
    expect(await kinds("mentee1@example.com")).toEqual([
      "questionnaire",
      "questionnaire reminder",
      "questionnaire reminder",
    ]);
  });

  it("is one page in the reader's language that says who will see the answers, under 50 kB, without script", async () => {
    await scheduled("confidential", {}, 1);
    const response = await api.raw(await questionnaireOf("mentor1@example.com"));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await response.text();
    expect(html.length).toBeLessThan(50_000);
    expect(html).not.toMatch(/<script|https?:\/\/|checked/);
    expect(html).toContain('lang="it"');
    expect(html).toContain("riservate");
    expect(html).toContain("Carla Conti");
    expect(html).toContain("«AI for leaders» · 8 brevi domande");
  });

  it("keeps what was typed when something is missing, and counts nothing", async () => {
    await scheduled("confidential", {}, 1);
    const path = await questionnaireOf("mentor1@example.com");
    const response = await post(path, { glad: "5", comment: "Più <b>tempo</b>" });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain("7 domande aspettano ancora una risposta");
    expect(html).toContain("Più &lt;b&gt;tempo&lt;/b&gt;");
    expect(html).toMatch(/name="glad" value="5" checked/);
    expect((await view()).answered).toBe(0);
  });

  it("is not answered by whoever follows links and posts forms blindly", async () => {
    await scheduled("confidential");
    for (const to of emails()) {
      for (const mail of await api.mails(to)) {
        for (const link of mail.links.filter((one) => one.includes("/p/"))) {
          await api.raw(pathOf(link));
          await api.raw(pathOf(link), { method: "HEAD" });
          expect((await post(pathOf(link), {})).status).toBe(422);
        }
      }
    }
    expect(await view()).toMatchObject({ invited: 6, answered: 0 });
    const sessions = (await api.call("GET", `/v1/sessions?programmeId=${programme.id}`)).body.items;
    expect(new Set(sessions.map(({ state }: { state: string }) => state))).toEqual(new Set(["planned"]));
  });

  it("takes one response, also when the form is sent twice at once, and thanks both times", async () => {
    await scheduled("confidential", {}, 1);
    const path = await questionnaireOf("mentor1@example.com");
    const both = await Promise.all([post(path, answersOf(4)), post(path, answersOf(2))]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await textOf(await api.raw(path))).toContain("Grazie");
    expect((await view()).answered).toBe(1);
    const { items } = await api.ctx.table.query({ partition: `responses#${wave.id}`, limit: 10 });
    expect(items).toHaveLength(1);
  });

  it("refuses an answer to another questionnaire's item, says so, and keeps what was typed", async () => {
    await scheduled("confidential", {}, 1);
    const response = await post(await questionnaireOf("mentor1@example.com"), answersOf(4, { salary: "5" }));
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain("non si chiede");
    expect(html).toMatch(/name="glad" value="4" checked/);
    expect((await view()).answered).toBe(0);
  });

  it("that is attributed is read by the coordinator whom it names, after it has closed, and by nobody else", async () => {
    const coordinatorId = programme.managers[0];
    await scheduled("attributed", { coordinatorId });
    const path = await questionnaireOf("mentor1@example.com");
    expect(await textOf(await api.raw(path))).toContain("le legge soltanto carla.conti");
    await post(path, answersOf(4, { comment: "Bene" }));
    const coordinator = await api.token({ sub: "carla.conti", roles: ["manager"] });
    const closed = `/v1/waves/${wave.id}`;
    expect((await api.call("GET", closed, { as: coordinator })).body).not.toHaveProperty("named");
    await api.pass({ days: 11 });
    const { body } = await api.call("GET", closed, { as: coordinator });
    expect(body.named).toEqual([
      {
        participantId: expect.any(String),
        role: "mentor",
        answers: expect.objectContaining({ comment: "Bene" }),
      },
    ]);
    expect(body.tables.total).toEqual({ kind: "suppressed", group: "total" });
    const toAdmin = await view();
    expect(toAdmin.state).toBe("released");
    expect(toAdmin).not.toHaveProperty("named");
  });

  it.each([
    ["attributed without a reader", { privacy: "attributed" }],
    ["anonymous with one", { privacy: "anonymous", coordinatorId: `per_${"0".repeat(26)}` }],
    [
      "attributed to somebody who does not manage it",
      { privacy: "attributed", coordinatorId: `per_${"0".repeat(26)}` },
    ],
  ])("that is %s is refused", async (_, more) => {
    const body = { ...waveOf("confidential"), ...more };
    const answer = await api.call("POST", "/v1/waves", { body });
    expect(answer.status).toBe(422);
    expect(answer.body.issues).toEqual([{ path: ["coordinatorId"], message: expect.any(String) }]);
  });

  it("refuses an answer that the scale does not know", async () => {
    await scheduled("confidential", {}, 1);
    const response = await post(await questionnaireOf("mentor1@example.com"), answersOf(6));
    expect(response.status).toBe(422);
    expect((await view()).answered).toBe(0);
  });

  it("is not answered by a form that cannot be read", async () => {
    await scheduled("confidential", {}, 1);
    const path = await questionnaireOf("mentor1@example.com");
    const headers = { "content-type": "multipart/form-data" };
    expect((await api.raw(path, { method: "POST", headers, body: "x" })).status).toBe(422);
    expect((await view()).answered).toBe(0);
  });

  it("invites first who joins when others are reminded already", async () => {
    await scheduled("confidential");
    await api.pass({ days: 2 });
    await aPreparedParticipant(api.ctx, programme, "late", { mentorCapacity: 1 });
    await api.pass({ days: 8 });
    const kinds = (await api.mails("late@example.com")).map(({ kind }) => kind);
    expect(kinds).toEqual(["questionnaire", "questionnaire reminder"]);
  });

  it("that should have opened already opens at once, and reminds days later", async () => {
    await acceptedPairings(api.ctx, programme, 1);
    const body = { ...waveOf("confidential"), opensAt: "2026-11-01T08:00:00Z" };
    const answer = await api.call("POST", "/v1/waves", { body });
    expect(answer.body.opensAt).toBe("2026-11-24T09:00:00.000Z");
    await api.pass({ days: 2 });
    const kinds = (await api.mails("mentor1@example.com")).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("questionnaire"))).toEqual(["questionnaire"]);
  });

  it("is closed after its hour, and says so", async () => {
    await scheduled("confidential", {}, 1);
    const path = await questionnaireOf("mentor1@example.com");
    await api.pass({ days: 11 });
    const closed = await api.raw(path);
    expect(closed.status).toBe(410);
    expect(await textOf(closed)).toContain("fino a sabato 5 dicembre 2026, ore 19:00 (ora di Roma)");
    await post(path, answersOf(4));
    expect((await view()).answered).toBe(0);
  });

  it("releases comments once ten have answered, in alphabetical order and page by page", async () => {
    await scheduled("anonymous", {}, 5);
    const everybody = [1, 2, 3, 4, 5].flatMap((at) => [`mentor${at}@example.com`, `mentee${at}@example.com`]);
    for (const [at, to] of everybody.entries()) {
      await post(
        await questionnaireOf(to),
        answersOf(1 + (at % 5), { comment: `${9 - at} ${"x".repeat(1_900)}` }),
      );
    }
    const comments = async () =>
      (await api.call("GET", `/v1/waves/${wave.id}/comments?limit=6`)).body.items.map(
        ({ text }: { text: string }) => text.charAt(0),
      );
    expect(await comments()).toEqual([]);
    await api.pass({ days: 11 });
    expect((await view()).tables.comments).toBe(10);
    expect(await comments()).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  it("leaves no invitation open behind it: what nobody answered has expired", async () => {
    await scheduled("confidential");
    await post(await questionnaireOf("mentor1@example.com"), answersOf(4));
    await api.pass({ days: 12 });
    const states = async () => {
      const query = { index: "byProgramme", partition: `invitation#${wave.id}`, limit: 10 } as const;
      return (await api.ctx.table.query(query)).items.map((item) => item["state"]).sort();
    };
    expect(await states()).toEqual(["answered", ...Array(5).fill("expired")]);
  });

  it("leads nowhere when one character of its link is changed, in a page and not in JSON", async () => {
    await scheduled("confidential", {}, 1);
    const path = await questionnaireOf("mentor1@example.com");
    for (let at = "/p/questionnaire/".length; at < path.length; at += 1) {
      const others = at === path.length - 1 ? "abcdefghijklmnopqrstuvwxyz0123456789_-" : "ab";
      for (const other of others.replace(path.charAt(at), "")) {
        const response = await api.raw(path.slice(0, at) + other + path.slice(at + 1));
        expect([at, response.status]).toEqual([at, 404]);
        if (at === 40) expect(await textOf(response)).toContain("non funziona");
      }
    }
  });

  it("that is anonymous leaves no time of its own, no person and no audit beside its answers", async () => {
    await scheduled("anonymous");
    const to = "mentor1@example.com";
    const before = await api.call("GET", `/v1/waves/${wave.id}`);
    expect(before.body.answered).toBe(0);
    await post(await questionnaireOf(to), answersOf(3, { comment: "Va bene così" }));
    const { items } = await api.ctx.table.query({ partition: `responses#${wave.id}`, limit: 10 });
    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      "answers",
      "expiresAtEpoch",
      "pk",
      "privacy",
      "schemaVersion",
      "sk",
    ]);
    const { responsesKeptUntil } = await view();
    expect(items[0]?.["expiresAtEpoch"]).toBe(Date.parse(responsesKeptUntil) / 1_000);
    expect(before.body.answered).toBe(0);
  });

  it("releases once, after it has closed, and nothing before", async () => {
    await scheduled("confidential");
    for (const [at, to] of emails().entries()) {
      await post(await questionnaireOf(to), answersOf(3 + (at % 3), { comment: `Commento ${at}` }));
    }
    expect(await view()).toMatchObject({ state: "open", invited: 6, answered: 6 });
    expect(await view()).not.toHaveProperty("tables");
    await api.pass({ days: 11 });
    const { tables, state } = await view();
    expect(state).toBe("released");
    expect(tables).toMatchObject({
      threshold: 5,
      responses: 6,
      total: { kind: "shown", items: { glad: { kind: "exact", mean: 4, favourable: 0.67 } } },
      by: { role: [{ kind: "suppressed" }, { kind: "suppressed" }] },
      comments: 0,
    });
  });
});

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
