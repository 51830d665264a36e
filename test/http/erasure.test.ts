import { mailboxKey } from "@viceversa/core/person/index.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "#test/support/api.ts";
import { answersOf, herStory, type Story } from "#test/support/her-story.ts";
import {
  aCustomer,
  anAcceptedPairing,
  anOpenProgramme,
  aPerson,
  aProgramme,
  ifMatch,
  personInput,
  problem,
  saying,
  takeTo,
} from "#test/support/over-http.ts";
import { open } from "#test/support/pages.ts";
import { MARK, must } from "#test/support/teller.ts";
import { whereIs } from "#test/support/whole-table.ts";

/** A whole story is told before, over months of the virtual clock. */
const TIMEOUT = 60_000;

let api: Api;
const get = async (path: string) => (await api.call("GET", path)).body;
const erase = (id: string, headers = {}) => api.call("POST", `/v1/people/${id}/erasure`, { headers });
/** What kind of item lies at a place. */
const kindOf = (place: string) =>
  place
    .replaceAll(/([a-z]+_)?[0-9a-hjkmnp-tv-z]{26}/g, "*")
    .replace(/^idempotency#.*/, "idempotency")
    .replace(/SLOT#.*/, "SLOT#*");
/** Erases somebody and answers how the job ended. */
async function erased(id: string) {
  const { status, body } = await erase(id);
  expect({ status, body }).toMatchObject({ status: 202, body: { kind: "person-erasure", personId: id } });
  await api.pass({ minutes: 30 });
  return get(`/v1/jobs/${body.id}`);
}

describe("somebody with a past who is erased", () => {
  let story: Story;
  let bystander: unknown;
  beforeAll(async () => {
    story = await herStory();
    api = story.api;
    for (const as of [api.admin, story.token]) {
      const path = as === story.token ? "me" : story.anna.id;
      await must(api.call("POST", `/v1/people/${path}/exports`, { as }));
    }
    await api.timeMachine.drain();
    expect((await whereIs(api, MARK)).length).toBeGreaterThan(5);
    bystander = await get(`/v1/people/${story.bruno.id}`);
    expect((await erased(story.anna.id)).state).toBe("done");
    return () => api.stop();
  }, TIMEOUT);

  it("is nowhere any more: not in the table, nor in a schedule", async () => {
    expect(await whereIs(api, MARK)).toEqual([]);
  });

  it("is meant by an id in these things alone, and runs nothing any more", async () => {
    const { anna, participant, led, manager } = story;
    const kept = [...(await whereIs(api, anna.id)), ...(await whereIs(api, participant.id))];
    expect([...new Set(kept.map(kindOf))].sort()).toEqual([
      "audit#job#* *",
      "audit#pairing#* *",
      "audit#participant#* *",
      "audit#person#* *",
      "audit#programme#* *",
      "audit#session#* *",
      "digest#* SLOT#*",
      "idempotency",
      "invitation#* ENTITY",
      "job#* ENTITY",
      "matchingRun#*#* PAIR#*#*",
      "matchingRun#*#* SEAT#*",
      "pairing#* DUE#*",
      "pairing#* ENTITY",
      "participant#* DUE#*",
      "participant#* ENTITY",
      "participant#* PAIRING#*",
      "person#* DUE#*",
      "person#* ENTITY",
      "session#* CALENDAR#*",
      "session#* DUE#*",
      "session#* ENTITY",
    ]);
    expect((await get(`/v1/programmes/${led.id}`)).managers).toEqual([manager.id]);
    expect(await get(`/v1/participants/${participant.id}`)).not.toHaveProperty("preparation");
  });

  it("leaves to the other what he has written himself", async () => {
    for (const his of ["His own topic", "His part of it", "His secret", "Read the manual"]) {
      expect(await whereIs(api, his)).toHaveLength(1);
    }
  });

  it("has left a match that is withdrawn, and whoever waited for her answer is free for another", async () => {
    const { proposed, carlo } = story;
    expect(await get(`/v1/pairings/${proposed.id}`)).toMatchObject({ state: "ended", ending: "withdrawn" });
    const { participantId } = proposed.members.find(({ learns }) => learns) ?? {};
    expect(await get(`/v1/participants/${participantId}`)).toMatchObject({
      menteeLoad: 0,
      state: "prepared",
    });
    const mails = await api.mails(carlo.email);
    const link = mails.flatMap((mail) => mail.links).find((one) => one.includes("/p/match/")) ?? "";
    const page = await open(api, new URL(link).pathname);
    expect(page.status).toBe(410);
    const [run] = (await get(`/v1/programmes/${story.programme.id}/matching-runs`)).items;
    const body = { venue: { kind: "link", link: "https://meet.example.com/all" } };
    await must(api.call("POST", `/v1/matching-runs/${run.id}/publication`, { body }));
    await api.timeMachine.drain();
    const pairs = (await get(`/v1/matching-runs/${run.id}/pairs`)).items;
    expect(pairs).toMatchObject([{ publication: { state: "skipped" } }]);
    expect(page.text).not.toContain("Anna");
  });

  it("is somebody without a name on the pages of whom she met", async () => {
    const mails = await api.mails(story.bruno.email);
    const links = mails.flatMap((mail) => mail.links);
    for (const purpose of ["match", "cannot-come", "follow-up"]) {
      const link = links.find((one) => one.includes(`/p/${purpose}/`)) ?? "";
      const { text } = await open(api, new URL(link).pathname);
      expect(text).toMatch(/(Incontro con|Per te e) un’altra persona/);
      expect(text).not.toContain("Anna");
    }
  });

  it("leaves an id that things still refer to, and nothing else of her", async () => {
    const { anna, participant } = story;
    const person = await get(`/v1/people/${anna.id}`);
    expect(person).toEqual({
      id: anna.id,
      state: "erased",
      externalId: "",
      email: "",
      name: "",
      erasureJobId: expect.any(String),
      version: expect.any(Number),
      createdAt: anna.createdAt,
      updatedAt: expect.any(String),
    });
    expect((await get("/v1/people?state=erased")).items).toEqual([person]);
    expect(await get(`/v1/participants/${participant.id}`)).toMatchObject({
      state: "withdrawn",
      personId: anna.id,
    });
    const { items } = await api.ports.table.query({ partition: `audit#person#${anna.id}`, limit: 100 });
    expect(items.at(-1)).toMatchObject({ action: "person.erased", facts: {} });
  });

  it("has told the other that they do not meet, by her name while she had one", async () => {
    const told = (await api.mails(story.bruno.email)).filter(({ calendar }) => calendar?.method === "CANCEL");
    expect(told.length).toBeGreaterThan(1);
    for (const { text } of told) expect(text).toContain(story.anna.name);
    const hers = (await api.mails(story.anna.email)).flatMap(({ calendar }) => calendar ?? []);
    const toCome = hers.filter(({ start }) => start.toISOString() > "2026-11-25");
    const uidsOf = (method: string) =>
      new Set(toCome.filter((entry) => entry.method === method).map(({ uid }) => uid));
    expect(uidsOf("CANCEL").size).toBe(3);
    expect(uidsOf("CANCEL")).toEqual(uidsOf("REQUEST"));
  });

  it("reaches nothing by the links that she was mailed, whether she opens or posts them", async () => {
    const forms: Record<string, Record<string, string>> = {
      apply: { choice: "no" },
      prepare: { agree: "yes" },
      match: { choice: "yes" },
      proposal: { choice: "accept" },
      "follow-up": { happened: "no" },
      "cannot-come": { choice: "call-off", reason: `Again ${MARK}` },
      "my-programme": {},
      preferences: { choice: "save", rhythm: "daily" },
      unsubscribe: { choice: "stop" },
      questionnaire: answersOf(`Again ${MARK}`),
    };
    const links = await story.links();
    expect(new Set(links.map((link) => link.split("/")[2]))).toEqual(new Set(Object.keys(forms)));
    for (const link of links) {
      const form = forms[link.split("/")[2] ?? ""] ?? {};
      const opened = await api.raw(link);
      const posted = await api.raw(link, { method: "POST", body: new URLSearchParams(form) });
      for (const { status, page } of [opened, posted].map((one) => ({
        status: one.status,
        page: one.text(),
      }))) {
        expect([link, status]).toEqual([link, 404]);
        expect(await page).toContain("Questo link non funziona");
      }
    }
    expect(await whereIs(api, MARK)).toEqual([]);
  });

  it("opens nothing by her token, and frees her address and her number; a repeated creation makes nobody", async () => {
    expect((await api.call("POST", "/v1/people/me/exports", { as: story.token })).status).toBe(401);
    const headers = { "idempotency-key": "take-her-in" };
    const body = personInput("again", { email: story.anna.email, externalId: story.anna.externalId });
    expect(await api.call("POST", "/v1/people", { body, headers })).toMatchObject(
      problem(422, "idempotency-key-reused"),
    );
    expect((await api.call("POST", "/v1/people", { body })).status).toBe(201);
  });

  it("is mailed nothing more", async () => {
    const before = (await api.mails(story.anna.email)).length;
    await api.pass({ days: 12 });
    expect(await api.mails(story.anna.email)).toHaveLength(before);
  });

  it("is in no release that comes after, and no coordinator reads what she answered", async () => {
    expect(await get(`/v1/waves/${story.waves.confidential}`)).toMatchObject({
      state: "released",
      tables: { responses: 0 },
    });
    const path = `/v1/waves/${story.waves.attributed}`;
    expect((await api.call("GET", path, { as: story.managerToken })).body).toMatchObject({
      state: "released",
      named: [],
    });
  });

  it("is not erased, changed, exported or brought back again", async () => {
    const path = `/v1/people/${story.anna.id}`;
    const { version } = await get(path);
    const gone = problem(409, "conflict", { data: { state: "erased" } });
    for (const what of ["erasure", "deactivation", "reactivation", "exports"]) {
      expect(await api.call("POST", `${path}/${what}`)).toMatchObject(gone);
    }
    const change = { body: { name: "Anna" }, headers: ifMatch(version) };
    expect(await api.call("PATCH", path, change)).toMatchObject(gone);
    expect(await get(path)).toMatchObject({ version, name: "" });
    const participant = `/v1/participants/${story.participant.id}`;
    const profile = { as: story.managerToken, body: { motivation: "Anna wants it" }, headers: ifMatch(0) };
    expect(await api.call("PUT", `${participant}/profile`, profile)).toMatchObject(
      problem(409, "conflict", { data: { state: "withdrawn" } }),
    );
    const report = { body: personInput("report", { managerId: story.anna.id }) };
    expect((await api.call("POST", "/v1/people", report)).status).toBe(422);
  });

  it("leaves everybody else as they were", async () => {
    expect(await get(`/v1/people/${story.bruno.id}`)).toEqual(bystander);
  });
});

describe("a release that somebody was counted in", () => {
  it("stays as it is when she is erased; what carried her name goes", { timeout: TIMEOUT }, async () => {
    const story = await herStory();
    api = story.api;
    await api.pass({ days: 12 });
    const read = async (id: string) =>
      (await api.call("GET", `/v1/waves/${id}`, { as: story.managerToken })).body;
    const before = await read(story.waves.attributed);
    expect(before.named).toHaveLength(1);
    expect((await erased(story.anna.id)).state).toBe("done");
    expect(await read(story.waves.attributed)).toEqual({ ...before, named: [] });
    // A release by department names the departments.
    expect(await whereIs(api, MARK)).toEqual([`wave#${story.waves.confidential} RELEASE`]);
    await api.stop();
  });
});

describe("an erasure", () => {
  beforeEach(async () => {
    api = await aCustomer();
    return () => api.stop();
  });

  it("is refused while she manages a programme alone, and names it", async () => {
    const [carla, dora, absent] = await Promise.all([aPerson(api), aPerson(api), aPerson(api)]);
    const { id, name } = await aProgramme(api, [carla.id, absent.id]);
    await api.call("POST", `/v1/programmes/${id}/phase`, { body: { to: "enrolling" } });
    await api.call("POST", `/v1/people/${absent.id}/deactivation`);
    expect(await erase(carla.id)).toMatchObject(
      problem(409, "conflict", { ...saying(name), data: { programmes: [{ id, name }] } }),
    );
    expect(await get(`/v1/people/${carla.id}`)).toEqual(carla);
    const { version } = await get(`/v1/programmes/${id}`);
    const body = { managers: [carla.id, dora.id] };
    await api.call("PATCH", `/v1/programmes/${id}`, { body, headers: ifMatch(version) });
    expect((await erased(carla.id)).state).toBe("done");
    expect((await get(`/v1/programmes/${id}`)).managers).toEqual([dora.id]);
  });

  it("fails, and says why, when a programme is left to her alone meanwhile", async () => {
    const [carla, dora] = await Promise.all([aPerson(api), aPerson(api)]);
    const { id } = await aProgramme(api, [carla.id, dora.id]);
    await api.call("POST", `/v1/programmes/${id}/phase`, { body: { to: "enrolling" } });
    const { body } = await erase(carla.id);
    await api.call("POST", `/v1/people/${dora.id}/deactivation`);
    await api.pass({ minutes: 30 });
    expect(await get(`/v1/jobs/${body.id}`)).toMatchObject({ state: "failed", facts: { programmes: [id] } });
    expect(await get(`/v1/people/${carla.id}`)).toMatchObject({ state: "deactivated", name: carla.name });
    expect((await api.call("POST", `/v1/people/${carla.id}/reactivation`)).status).toBe(200);
  });

  it("fails after a day, and says so, when she is not withdrawn from what she is in", async () => {
    const programme = await anOpenProgramme(api);
    const rosa = await aPerson(api, "rosa");
    const body = { programmeId: programme.id, personId: rosa.id, mentorCapacity: 1 };
    await must(api.call("POST", "/v1/participants", { body }));
    const { body: job } = await erase(rosa.id);
    const mark = { pk: `person#${rosa.id}`, sk: "MARK" };
    await api.ports.table.write({ write: "delete", key: mark });
    await api.pass({ hours: 23 });
    expect(await get(`/v1/jobs/${job.id}`)).toMatchObject({ state: "queued", done: 0 });
    await api.pass({ hours: 2 });
    expect(await get(`/v1/jobs/${job.id}`)).toMatchObject({
      state: "failed",
      facts: { reason: expect.stringContaining("a day") },
    });
    expect(await get(`/v1/people/${rosa.id}`)).toMatchObject({ name: "rosa", state: "deactivated" });
  });

  it("is refused while mails name her, or while people are told that she reads their answers", async () => {
    const contact = await aPerson(api, "carla.conti");
    expect(await erase(contact.id)).toMatchObject(
      problem(409, "conflict", { data: { isContact: true, programmes: [], waves: [] } }),
    );
    const [reader, manager] = await Promise.all([aPerson(api), aPerson(api)]);
    const { id: programmeId } = await aProgramme(api, [reader.id, manager.id]);
    await api.call("POST", `/v1/programmes/${programmeId}/phase`, { body: { to: "enrolling" } });
    const wave = {
      programmeId,
      instrumentId: (await get("/v1/instruments")).items[0].id,
      privacy: "attributed",
      coordinatorId: reader.id,
      opensAt: "2026-11-25T08:00:00Z",
      closesAt: "2026-11-27T08:00:00Z",
    };
    const { body } = await api.call("POST", "/v1/waves", { body: wave });
    expect(await erase(reader.id)).toMatchObject(problem(409, "conflict", { data: { waves: [body.id] } }));
    await api.pass({ days: 4 });
    expect((await erase(reader.id)).status).toBe(202);
    const again = await api.call("POST", "/v1/waves", {
      body: { ...wave, closesAt: "2027-01-01T08:00:00Z" },
    });
    expect(again).toMatchObject(problem(422, "invalid"));
  });

  it("is under way once: a repeat gets the same job, another request is told which", async () => {
    const { id } = await aPerson(api);
    const key = { "idempotency-key": "erase-1" };
    const [one, other] = await Promise.all([erase(id, key), erase(id, key)]);
    expect([one.status, other.status, one.body.id]).toEqual([202, 202, other.body.id]);
    const underWay = problem(409, "conflict", { ...saying("being erased"), data: { jobId: one.body.id } });
    expect(await erase(id)).toMatchObject(underWay);
    for (const what of ["reactivation", "exports"]) {
      expect(await api.call("POST", `/v1/people/${id}/${what}`)).toMatchObject(underWay);
    }
    await api.pass({ minutes: 30 });
    expect(await get(`/v1/people/${id}`)).toMatchObject({ state: "erased" });
  });

  it("while nothing is mailed tells the other later that they do not meet, without a name", async () => {
    const pairing = await anAcceptedPairing(api);
    await api.pass({ minutes: 10 });
    const [hers, his] = await Promise.all(
      pairing.members.map(async ({ participantId }) => get(`/v1/participants/${participantId}`)),
    );
    const { email } = await get(`/v1/people/${his.personId}`);
    const { name } = await get(`/v1/people/${hers.personId}`);
    const turn = async (sending: "on" | "off") => {
      const { version } = await get("/v1/organisation");
      await must(api.call("PATCH", "/v1/organisation", { body: { sending }, headers: ifMatch(version) }));
    };
    await turn("off");
    expect((await erased(hers.personId)).state).toBe("done");
    const before = (await api.mails(email)).length;
    await turn("on");
    await api.pass({ hours: 2 });
    const told = (await api.mails(email)).slice(before);
    expect(told.map(({ calendar }) => calendar?.method)).toEqual(["CANCEL", "CANCEL"]);
    for (const { subject, text } of told) {
      expect(subject).toContain("incontro con un’altra persona");
      expect(text).not.toContain(name);
    }
  });

  it("that is cancelled in its first minutes can be taken back, or begun anew", async () => {
    const { id, name } = await aPerson(api);
    const cancelled = async () => {
      const { body } = await erase(id);
      expect((await api.call("POST", `/v1/jobs/${body.id}/cancellation`)).status).toBe(200);
      await api.pass({ minutes: 30 });
    };
    await cancelled();
    expect(await get(`/v1/people/${id}`)).toMatchObject({ state: "deactivated", name });
    const { body } = await api.call("POST", `/v1/people/${id}/reactivation`);
    expect(body).toMatchObject({ state: "active" });
    expect(body).not.toHaveProperty("erasureJobId");
    await cancelled();
    expect((await erased(id)).state).toBe("done");
  });

  it("of somebody whose address bounced remembers that address by its hash alone", async () => {
    const rosa = await aPerson(api, "bounce-rosa");
    const programme = await anOpenProgramme(api);
    const body = { programmeId: programme.id, personId: rosa.id, mentorCapacity: 1 };
    await takeTo(
      api,
      (await api.call("POST", "/v1/participants", { body })).body,
      "applied",
      "approved",
      "prepared",
    );
    const wave = {
      programmeId: programme.id,
      instrumentId: (await get("/v1/instruments")).items[0].id,
      privacy: "anonymous",
      opensAt: "2026-11-24T10:00:00Z",
      closesAt: "2026-12-04T10:00:00Z",
    };
    await api.call("POST", "/v1/waves", { body: wave });
    await api.pass({ hours: 2 });
    expect(await api.mails(rosa.email)).toHaveLength(1);
    expect((await erased(rosa.id)).state).toBe("done");
    expect(await whereIs(api, "rosa")).toEqual([]);
    expect(await api.ports.table.get(mailboxKey(rosa.email.toUpperCase()))).toEqual({
      ...mailboxKey(rosa.email),
      schemaVersion: 1,
      suppressed: "bounce",
      version: expect.any(Number),
    });
  });
});
