import type { Person } from "@viceversa/core/person/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import {
  aCustomerWithQuietTimes,
  anInvitedParticipant,
  anOpenProgramme,
  aPerson,
  ifMatch,
  problem,
  tokenOf,
} from "#test/support/over-http.ts";
import { formsIn, linkTo, open, send } from "#test/support/pages.ts";

let api: Api;
let person: Person;
beforeEach(async () => {
  api = await aCustomerWithQuietTimes();
  ({ person } = await anInvitedParticipant(api, await anOpenProgramme(api), { locale: "en" }));
  return () => api.stop();
});

const path = (of: Person = person) => `/v1/people/${of.id}/notification-preferences`;
const read = async (as?: string) => (await api.call("GET", path(), { as })).body;
const change = async (body: object, version = 0, as?: string) =>
  api.call("PATCH", path(), { body, headers: ifMatch(version), as });
const page = () => linkTo(api, person.email, "preferences");

describe("what a person gets by mail, and when,", () => {
  it("is what is usual in the company until she chooses", async () => {
    const { body, headers } = await api.call("GET", path(), { as: await tokenOf(api, person.id) });
    expect(headers.get("etag")).toBe('"0"');
    expect(body).toEqual({
      personId: person.id,
      stopped: [],
      rhythm: "as-it-comes",
      locale: "en",
      usual: { quietHours: { from: "20:00", to: "07:30" }, quietDays: [6, 7], dailyCap: 2 },
      version: 0,
    });
  });

  it("is changed by herself and by an administrator, in parts", async () => {
    const own = { quietHours: { from: "18:00", to: "09:00" }, quietDays: [5], stopped: ["reminders"] };
    const as = await tokenOf(api, person.id);
    expect(await change(own, 0, as)).toMatchObject({ status: 200, body: { ...own, version: 1 } });
    expect(await change({ quietDays: null, rhythm: "daily", locale: "it" }, 1)).toMatchObject({
      status: 200,
    });
    const now = await read();
    expect(now).toMatchObject({ rhythm: "daily", locale: "it", stopped: ["reminders"], version: 2 });
    expect(now.quietDays).toBeUndefined();
    expect((await api.call("GET", `/v1/people/${person.id}`)).body.locale).toBe("it");
  });

  it("moves with her to another address", async () => {
    await change({ rhythm: "daily", stopped: ["questionnaires"] });
    const { version } = (await api.call("GET", `/v1/people/${person.id}`)).body;
    const body = { email: "elsewhere@example.com" };
    await api.call("PATCH", `/v1/people/${person.id}`, { body, headers: ifMatch(version) });
    expect(await read()).toMatchObject({ rhythm: "daily", stopped: ["questionnaires"] });
  });

  it("is nobody else's business: not a colleague's, not a manager's, not a server's", async () => {
    const other = await aPerson(api);
    const missing = problem(404, "not-found");
    expect(await api.call("GET", path(), { as: await tokenOf(api, other.id) })).toMatchObject(missing);
    const manager = await tokenOf(api, other.id, ["manager"]);
    expect(await api.call("GET", path(), { as: manager })).toMatchObject(missing);
    expect(await change({ rhythm: "daily" }, 0, manager)).toMatchObject(missing);
  });

  it.each([
    ["hours that end as they begin", { quietHours: { from: "08:00", to: "08:00" } }],
    ["a week of quiet days", { quietDays: [1, 2, 3, 4, 5, 6, 7] }],
    ["a class that cannot be stopped", { stopped: ["cancellations"] }],
    ["an unknown rhythm", { rhythm: "weekly" }],
  ])("does not take %s", async (_, body) => {
    expect(await change(body)).toMatchObject(problem(422, "invalid"));
  });

  it("is not changed by who has read an older version", async () => {
    await change({ rhythm: "daily" });
    expect(await change({ rhythm: "as-it-comes" })).toMatchObject(problem(412, "precondition-failed"));
  });
});

describe("the page of her mails", () => {
  it("is linked in every mail, and changes nothing when it is opened or sent by a machine as it is", async () => {
    const at = await page();
    const shown = await open(api, at);
    expect(shown.text).toContain("Your emails");
    expect((await open(api, at, "HEAD")).status).toBe(200);
    const [form = {}] = formsIn(shown);
    expect((await send(api, at, form)).status).toBe(422);
    expect(await read()).toMatchObject({ version: 0 });
  });

  it("saves what she chooses, and shows it", async () => {
    const at = await page();
    const [form = {}] = formsIn(await open(api, at));
    const { "class-questionnaires": _, ...rest } = form;
    const answer = await send(api, at, {
      ...rest,
      rhythm: "daily",
      "quiet-from": "18:30",
      "quiet-day-5": "on",
      locale: "it",
      choice: "save",
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Fatto. Ecco le tue scelte attuali.");
    expect(await read()).toMatchObject({
      stopped: ["questionnaires"],
      rhythm: "daily",
      quietHours: { from: "18:30", to: "07:30" },
      quietDays: [5, 6, 7],
      locale: "it",
    });
  });

  it("goes back to what is usual", async () => {
    const at = await page();
    await change({ rhythm: "daily", quietDays: [1], stopped: ["reminders"] });
    await send(api, at, { choice: "usual" });
    const now = await read();
    expect(now).toMatchObject({ rhythm: "as-it-comes", stopped: [], version: 2 });
    expect(now.quietDays).toBeUndefined();
  });

  it("follows the company where she has left its hours as they are", async () => {
    const at = await page();
    const [form = {}] = formsIn(await open(api, at));
    await send(api, at, { ...form, choice: "save" });
    expect((await read()).quietHours).toBeUndefined();
  });

  it("says which hours it cannot keep", async () => {
    const at = await page();
    const [form = {}] = formsIn(await open(api, at));
    const same = await send(api, at, { ...form, choice: "save", "quiet-from": "07:30" });
    expect(same.status).toBe(422);
    expect(same.text).toContain("two different hours");
    const days = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`quiet-day-${day}`, "on"]));
    expect((await send(api, at, { ...form, ...days, choice: "save" })).text).toContain("at least one day");
  });

  it("is gone once she was erased", async () => {
    const at = await page();
    await api.call("POST", `/v1/people/${person.id}/erasure`);
    await api.pass({ hours: 2 });
    expect((await open(api, at)).status).toBe(404);
  });
});
