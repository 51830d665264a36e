import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import type { MailKind } from "@viceversa/local/demo/readers.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Api, startApi } from "#test/support/api.ts";
import { mailedPath, postForm, textOf } from "#test/support/pages.ts";
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

const linkIn = (to: string, kind: MailKind, link: RegExp) => mailedPath(api, to, kind, link);
const pathOf = (link = "") => new URL(link).pathname;
const post = (path: string, form: Record<string, string> | [string, string][]) => postForm(api, path, form);

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
