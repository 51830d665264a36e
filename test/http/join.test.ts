import type { Programme } from "@viceversa/core/programme/index.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  absentId,
  aCustomer,
  anOpenProgramme,
  aPerson,
  aProgramme,
  ifMatch,
  problem,
  tokenOf,
} from "#test/support/over-http.ts";
import { formsIn, linkTo, open, send } from "#test/support/pages.ts";

let api: Api;
let programme: Programme;
/** Where the programme's application link leads. */
let path: string;

const link = (method: "GET" | "POST" | "DELETE", id: string = programme.id, options: object = {}) =>
  api.call(method, `/v1/programmes/${id}/application-link`, options);
const participants = async () =>
  (await api.call("GET", `/v1/participants?programmeId=${programme.id}`)).body.items;

beforeAll(async () => {
  api = await aCustomer();
});
afterAll(() => api.stop());
beforeEach(async () => {
  programme = await anOpenProgramme(api);
  ({ path } = (await link("POST")).body);
});

describe("whoever has a programme's application link", () => {
  it("asks to take part with her own address, and gets her invitation there", async () => {
    const person = await aPerson(api);
    const page = await open(api, path);
    expect([page.status, page.html.includes("<script")]).toEqual([200, false]);
    expect(page.text).toContain("Partecipa a «AI for leaders»");
    expect(page.text).toContain("Carla Conti");
    const receipt = await send(api, path, { role: "mentor", email: ` ${person.email.toUpperCase()} ` });
    expect([receipt.status, receipt.text.includes("Guarda la tua posta")]).toEqual([200, true]);
    expect(await participants()).toMatchObject([
      { personId: person.id, state: "invited", mentorCapacity: 1, menteeCapacity: 0 },
    ]);
    expect((await open(api, await linkTo(api, person.email, "apply"))).status).toBe(200);
  });

  it("is answered alike whoever has the address, and nobody is asked twice", async () => {
    const person = await aPerson(api);
    const ask = (email: string) => send(api, path, { role: "mentee", email });
    const answers = [await ask(person.email), await ask(person.email), await ask("nobody@example.com")];
    expect(new Set(answers.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
    expect(await participants()).toHaveLength(1);
    await api.pass({ minutes: 10 });
    expect((await api.mails(person.email)).map(({ kind }) => kind)).toEqual(["invitation to apply"]);
  });

  it("who does not fit the programme gets the same answer and no place", async () => {
    const person = await aPerson(api);
    const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
    const body = { eligibility: { mentor: { sites: ["Milano"] } } };
    await api.call("PATCH", `/v1/programmes/${programme.id}`, { body, headers: ifMatch(version) });
    const answer = await send(api, path, { role: "mentor", email: person.email });
    expect([answer.status, answer.text.includes("Guarda la tua posta")]).toEqual([200, true]);
    expect(await participants()).toEqual([]);
  });

  it("is told what is missing, keeps what she has typed, and has done nothing", async () => {
    const page = await send(api, path, { email: "ada@" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Scegli se ti piacerebbe insegnare o imparare.");
    expect(page.text).toContain("Scrivi l’indirizzo e-mail per intero");
    expect(page.html).toContain('value="ada@"');
    expect(await participants()).toEqual([]);
  });

  it("may be a machine, which opens it and sends it as it is: nothing happens", async () => {
    const page = await open(api, path);
    await open(api, path, "HEAD");
    for (const form of [{}, ...formsIn(page)]) expect((await send(api, path, form)).status).toBe(422);
    expect(await participants()).toEqual([]);
  });

  it("reads it in the language that her browser asks for", async () => {
    const page = await api.raw(path, { headers: { "accept-language": "en-GB,en;q=0.9,it;q=0.5" } });
    expect(await page.text()).toContain("Take part in “AI for leaders”");
  });
});

describe("an application link", () => {
  it("is void once it was replaced, and once it was closed", async () => {
    const renewed = (await link("POST")).body.path;
    expect(renewed).not.toBe(path);
    expect([(await open(api, path)).status, (await open(api, renewed)).status]).toEqual([410, 200]);
    expect((await link("GET")).body).toEqual({ path: renewed });
    expect((await link("DELETE")).status).toBe(204);
    const person = await aPerson(api);
    const page = await send(api, renewed, { role: "mentor", email: person.email });
    expect([page.status, page.text.includes("non accoglie nessuno")]).toEqual([410, true]);
    expect(await participants()).toEqual([]);
    expect(await link("GET")).toMatchObject(problem(404, "not-found"));
  });

  it("takes nobody while the enrolment is closed, and goes on when it opens again", async () => {
    const set = async (state: string) => {
      const { version } = (await api.call("GET", `/v1/programmes/${programme.id}`)).body;
      const options = { body: { enrolment: { state } }, headers: ifMatch(version) };
      await api.call("PATCH", `/v1/programmes/${programme.id}`, options);
    };
    await set("closed");
    expect((await open(api, path)).status).toBe(410);
    await set("open");
    expect((await open(api, path)).status).toBe(200);
  });

  it("opened twice with one key is one link", async () => {
    const headers = { "idempotency-key": "link-1" };
    const [one, again] = [
      await link("POST", programme.id, { headers }),
      await link("POST", programme.id, { headers }),
    ];
    expect(again?.body).toEqual(one?.body);
  });

  it("is none of a copy's, and none of whoever does not run the programme", async () => {
    const copy = (await api.call("POST", `/v1/programmes/${programme.id}/duplicate`, { body: {} })).body;
    expect(await link("GET", copy.id)).toMatchObject(problem(404, "not-found"));
    const stranger = await aPerson(api);
    const as = await tokenOf(api, stranger.id, ["manager"]);
    expect(await link("POST", programme.id, { as })).toMatchObject(problem(404, "not-found"));
    expect(await link("POST", absentId("prg"))).toMatchObject(problem(404, "not-found"));
  });

  it("is not opened for a programme that has ended", async () => {
    const over = await aProgramme(api);
    await api.call("POST", `/v1/programmes/${over.id}/phase`, { body: { to: "cancelled" } });
    expect(await link("POST", over.id)).toMatchObject(problem(409, "conflict"));
  });
});
