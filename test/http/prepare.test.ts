import type { Participant } from "@viceversa/core/participant/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomer,
  anInvitedParticipant,
  anOpenProgramme,
  ifMatch,
  problem,
  takeTo,
} from "#test/support/over-http.ts";
import { formsIn, linkBeside, linkTo, open, send, sendAndFollow } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
let participant: Participant;
/** Where the mail to prepare herself leads. */
let path: string;

/** Somebody who is to prepare herself. */
async function anApproved(
  more: object = {},
): Promise<{ participant: Participant; path: string; email: string }> {
  const { participant, person } = await anInvitedParticipant(api, programme, { ...more });
  await takeTo(api, participant, "applied", "approved");
  return { participant, path: await linkTo(api, person.email, "prepare"), email: person.email };
}

beforeAll(async () => {
  api = await aCustomer();
  programme = await anOpenProgramme(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  ({ participant, path } = await anApproved());
});

const preparation = async (id = participant.id) =>
  (await api.call("GET", `/v1/participants/${id}`)).body.preparation ?? {};
const promises = { version: "1", "promise.0": "on", "promise.1": "on", "promise.2": "on", "promise.3": "on" };
const items = ["hour", "calendar", "own-will", "learn", "teach", "admit", "between-us", "equipment"];
const answers = (value: number) =>
  Object.fromEntries(items.map((item) => [`readiness.${item}`, String(value)]));

describe("the preparation", () => {
  it("shows the briefing, promises that are not ticked, and questions of which it says who sees them", async () => {
    const page = await open(api, path);
    expect(page.status).toBe(200);
    expect(page.html.length).toBeLessThan(50_000);
    expect(page.html).not.toMatch(/<script|checked/);
    expect(page.text).toContain("Nel reverse mentoring è la persona più giovane a insegnare");
    expect(page.text).toContain("Tengo per me ciò che l’altra persona mi racconta");
    expect(page.text).toContain("Delle tue risposte conserviamo soltanto un valore complessivo.");
    expect(page.text).toContain("Posso tenere libera un’ora");
    expect(page.text).toContain("Carla Conti");
  });

  it("is done in one go, and leads to a receipt", async () => {
    const receipt = await sendAndFollow(api, path, { ...promises, ...answers(5) });
    expect([receipt.status, receipt.text.includes("Grazie, è tutto")]).toEqual([200, true]);
    expect(await preparation()).toMatchObject({
      agreement: { version: 1 },
      // Two of the eight statements speak against readiness.
      readiness: { score: 0.75 },
    });
    expect((await open(api, path)).text).toContain("Grazie, è tutto");
  });

  it("is done one step now and the other later, with what is done shown as done", async () => {
    const half = await sendAndFollow(api, path, promises);
    expect(half.text).toContain("Fatto: hai accettato questi impegni.");
    expect(half.html).not.toContain("promise.0");
    expect(half.text).toContain("Posso tenere libera un’ora");
    expect(Object.keys(await preparation())).toEqual(["agreement"]);
    const { signedAt } = (await preparation()).agreement;
    const done = await sendAndFollow(api, path, answers(4));
    expect(done.text).toContain("Grazie, è tutto");
    expect((await preparation()).agreement.signedAt).toBe(signedAt);
  });

  it("may begin with the questions", async () => {
    const half = await sendAndFollow(api, path, answers(4));
    expect(half.text).toContain("Fatto: hai risposto.");
    expect(half.html).not.toContain("readiness.hour");
    expect(half.html).toContain('name="promise.0"');
  });

  it("takes the step that is whole and keeps what was typed of the other", async () => {
    const page = await send(api, path, { ...promises, "readiness.hour": "5" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("7 domande aspettano ancora una risposta.");
    expect(page.text).toContain("Fatto: hai accettato questi impegni.");
    expect(page.html).toMatch(/name="readiness\.hour" value="5" checked/);
    for (const [, id] of page.html.matchAll(/href="#([^"]+)"/g)) expect(page.html).toContain(`id="${id}"`);
    expect(Object.keys(await preparation())).toEqual(["agreement"]);
  });

  it("is not agreed to in part", async () => {
    const page = await send(api, path, { version: "1", "promise.0": "on", "promise.2": "on" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Spunta tutti gli impegni. Se ce n’è uno che non puoi accettare, scrivici.");
    expect(page.html.match(/name="promise\.\d" checked/g)).toHaveLength(2);
    expect(await preparation()).toEqual({});
  });

  it("with promises that were replaced meanwhile shows the new text, and signs nothing", async () => {
    const page = await send(api, path, { ...promises, version: "0", ...answers(4) });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Gli impegni sono cambiati da quando hai aperto questa pagina.");
    expect(page.html).toContain('name="version" value="1"');
    expect(page.html).not.toMatch(/name="promise\.\d" checked/);
    expect(Object.keys(await preparation())).toEqual(["readiness"]);
  });

  it("refuses an answer that the scale does not know", async () => {
    const page = await send(api, path, answers(6));
    expect([page.status, page.text.includes("8 domande aspettano")]).toEqual([422, true]);
    expect(await preparation()).toEqual({});
  });

  it("is done once, also when the form is sent twice at once", async () => {
    const form = { ...promises, ...answers(4) };
    const both = await Promise.all([send(api, path, form), send(api, path, form)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await open(api, path)).text).toContain("Grazie, è tutto");
  });

  it("opened or sent by a machine as it is, changes nothing", async () => {
    const page = await open(api, path);
    await open(api, path, "HEAD");
    for (const form of [{}, ...formsIn(page)]) expect((await send(api, path, form)).status).toBe(422);
    expect(formsIn(page)).toEqual([{ version: "1" }, { part: "" }]);
    expect(await preparation()).toEqual({});
  });

  it("is in English for who reads English", async () => {
    const english = await anApproved({ locale: "en" });
    expect((await open(api, english.path)).text).toContain("I keep to myself what the other tells me");
    const page = await send(api, english.path, {});
    expect(page.text).toContain("Nothing is filled in yet.");
    expect(page.html).toContain("<title>Please check · Get ready for “AI for leaders”");
  });

  it("is not asked for any more once it is done", async () => {
    const own = await anApproved();
    await send(api, own.path, { ...promises, ...answers(4) });
    await api.pass({ days: 6 });
    const kinds = (await api.mails(own.email)).map(({ kind }) => kind);
    expect(kinds).toEqual(["preparation"]);
  });
});

describe("the link of a preparation", () => {
  it("leads to “my programme” once somebody takes part", async () => {
    await send(api, path, { ...promises, ...answers(4) });
    await takeTo(api, participant, "prepared");
    const page = await open(api, path);
    expect((await open(api, linkBeside(path, page, "my-programme"))).text).toContain("Il mio programma");
  });

  it.each([
    ["withdrawn", 410, "Non fai più parte di «AI for leaders»"],
    ["paused", 200, "Sei in pausa da «AI for leaders»"],
  ] as const)("says to who is %s how she stands, and takes nothing", async (state, status, words) => {
    await takeTo(api, participant, state);
    const page = await sendAndFollow(api, path, { ...promises, ...answers(4) });
    expect([page.status, page.text.includes(words)]).toEqual([status, true]);
    expect(await preparation()).toEqual({});
  });

  it("says that a programme is over", async () => {
    const over = await anOpenProgramme(api);
    const { participant, person } = await anInvitedParticipant(api, over);
    await takeTo(api, participant, "applied", "approved");
    const link = await linkTo(api, person.email, "prepare");
    for (const to of ["preparing", "matching", "running", "completed"]) {
      await api.call("POST", `/v1/programmes/${over.id}/phase`, { body: { to } });
    }
    const page = await open(api, link);
    expect([page.status, page.text.includes("«AI for leaders» si è concluso")]).toEqual([410, true]);
  });
});

describe("being prepared", () => {
  const call = (id: string) => api.call("POST", `/v1/participants/${id}/state`, { body: { to: "prepared" } });

  beforeEach(async () => {
    const { id, version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
    const body = { rules: { preparation: "required" } };
    await api.call("PATCH", `/v1/programmes/${id}`, { body, headers: ifMatch(version) });
  });

  it("takes a signed agreement and an assessment of oneself, and names what is still open", async () => {
    expect(await call(participant.id)).toMatchObject(
      problem(409, "conflict", { data: { openSteps: ["agreement", "readiness"] } }),
    );
    expect((await api.call("GET", `/v1/participants/${participant.id}`)).body.state).toBe("approved");
    await send(api, path, { ...promises, ...answers(4) });
    expect(await call(participant.id)).toMatchObject({ status: 200, body: { state: "prepared" } });
  });

  it("is given back to who comes from a pause, without asking again", async () => {
    await send(api, path, { ...promises, ...answers(4) });
    await takeTo(api, participant, "prepared", "paused");
    expect(await takeTo(api, participant, "resumed")).toMatchObject({ state: "prepared" });
  });
});
