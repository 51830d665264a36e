import { beforeAll, describe, expect, it } from "vitest";
import { herStory, type Story, WHY_HE_AVOIDS_HER, WHY_THEY_ARE_KEPT_APART } from "#test/support/her-story.ts";
import { absentId, issueAt, problem, saying, tokenOf } from "#test/support/over-http.ts";
import { MARK } from "#test/support/teller.ts";
import { wholeTable } from "#test/support/whole-table.ts";

/** A whole story is told before. */
const TIMEOUT = 60_000;

let story: Story;
beforeAll(async () => {
  story = await herStory();
  return () => story.api.stop();
}, TIMEOUT);

const start = (path: string, as?: string) =>
  story.api.call("POST", `/v1/people/${path}/exports`, as ? { as } : {});
const fileOf = (id: string, as?: string) => story.api.call("GET", `/v1/jobs/${id}/file`, as ? { as } : {});
/** Asks for an export and answers what it holds. */
async function exported(path: string, as?: string) {
  const { status, body } = await start(path, as);
  expect(status).toBe(202);
  await story.api.timeMachine.drain();
  return (await fileOf(body.id, as)).body;
}

/** Every text of the table that holds a word, by itself. */
function textsWith(word: string, value: unknown): string[] {
  if (typeof value === "string") return value.toLowerCase().includes(word) ? [value] : [];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap((part) => textsWith(word, part))
    : [];
}

describe("what a person exports about herself", () => {
  it("is everything: each text of hers that is stored anywhere is in it, but for why others avoid her or keep her apart", async () => {
    const whole = JSON.stringify(await exported("me", story.token));
    const items = (await wholeTable(story.api)).filter(({ file }) => file === undefined);
    const texts = new Set(items.flatMap(({ pk: _, sk: __, ...item }) => textsWith(MARK, item)));
    expect(texts.size).toBeGreaterThan(20);
    const missing = [...texts].filter((text) => !whole.includes(JSON.stringify(text)));
    expect(new Set(missing)).toEqual(new Set([WHY_HE_AVOIDS_HER, WHY_THEY_ARE_KEPT_APART]));
  });

  it("says where she takes part, what she answered, what was mailed to her and what happened", async () => {
    const { anna, participant, programme, waves, led, proposed } = story;
    const content = await exported("me", story.token);
    const { body: person } = await story.api.call("GET", `/v1/people/${anna.id}`);
    expect(content).toMatchObject({
      askedBy: "herself",
      person,
      mailbox: { stopped: [expect.stringMatching(/reminders|questionnaires/)] },
      programmes: {
        manages: [{ id: led.id, name: led.name, phase: "draft" }],
        readsAnswersOf: [],
        isContact: false,
      },
      participants: expect.arrayContaining([
        expect.objectContaining({
          id: participant.id,
          programmeId: programme.id,
          preparation: expect.objectContaining({ agreement: expect.objectContaining({ version: 1 }) }),
        }),
        expect.objectContaining({ state: "refused", refusal: `No ${MARK} here` }),
      ]),
      profiles: [{ participantId: participant.id, motivation: `I want to teach the ${MARK} dance` }],
      exclusions: [{ personId: story.manager.id, reason: `He laughed at my ${MARK}` }],
    });
    expect(content.pairings).toHaveLength(2);
    expect(content.pairings).toContainEqual(expect.objectContaining({ id: proposed.id, state: "proposed" }));
    expect(content.matching).toMatchObject({
      pairs: [{ mentorId: participant.id }],
      keptApart: [{ mentorId: participant.id }],
    });
    expect(content.matching.pairs[0]).not.toHaveProperty("criteria");
    expect(content.jobs).toMatchObject([
      { kind: "person-export", relation: "about her" },
      { kind: "observation-import", relation: "started by her" },
    ]);
    const reasons = content.sessions.map(({ ownReason }: { ownReason?: string }) => ownReason);
    expect(reasons.filter(Boolean)).toEqual([`The ${MARK} is ill`]);
    for (const { attendance } of content.sessions) {
      expect(attendance).toEqual([{ participantId: participant.id, state: expect.any(String) }]);
    }
    const told = content.sessions.filter(({ outcome }: { outcome?: object }) => outcome);
    expect(told).toMatchObject([{ outcome: { known: "confirmed", confirmedBy: [participant.id] } }]);
    const { agendas, notes, actionItems } = content.writings;
    expect(agendas).toMatchObject([{ mainTopic: `Prompts for a ${MARK}` }]);
    expect(notes.map(({ kind }: { kind: string }) => kind)).toEqual(["shared", "private"]);
    const agreed = actionItems.map(({ text }: { text: string }) => text).sort();
    expect(agreed).toEqual([`Bring the ${MARK}`, `Draw a ${MARK}`]);
    const byWave = (list: { waveId: string }[]) => list.map(({ waveId }) => waveId).sort();
    expect(byWave(content.invitations)).toEqual(Object.values(waves).sort());
    expect(byWave(content.responses)).toEqual([waves.confidential, waves.attributed].sort());
    expect(content.notes.join()).toMatch(/Anonymous answers/);
    const kinds = new Set(content.messages.map(({ kind }: { kind: string }) => kind));
    expect(kinds).toEqual(
      new Set([
        "participant.invitation",
        "participant.preparation",
        "participant.refusal",
        "pairing.proposal",
        "pairing.nudge",
        "session.invitation",
        "session.move",
        "session.proposal",
        "session.follow-up",
        "session.cancellation",
        "session.reminder",
        "questionnaire.invitation",
      ]),
    );
    const actions = content.audit.map(({ action, by }: { action: string; by: string }) => `${action} ${by}`);
    expect(actions).toEqual(
      expect.arrayContaining([
        "person.created admin",
        "participant.added admin",
        "participant.applied herself",
        "agreement.signed herself",
        "readiness.assessed herself",
        "pairing.answered herself",
        "session.note-written herself",
        "session.confirmed herself",
        "session.time-proposed participant",
        "session.cancelled herself",
        "session.cancelled participant",
        "mails.stopped herself",
      ]),
    );
  });

  it("holds nothing that somebody else has written, and nobody else's name", async () => {
    const text = JSON.stringify(await exported("me", story.token));
    for (const his of ["My own affair", "His own topic", "His part of it", "His secret", "Read the manual"]) {
      expect(text).not.toContain(his);
    }
    expect(text).not.toContain(WHY_HE_AVOIDS_HER);
    expect(text).not.toContain(story.bruno.email);
    expect(text).not.toContain(story.bruno.id);
  });

  it("is read by her alone, and not by an administrator either", async () => {
    const { body } = await start("me", story.token);
    await story.api.timeMachine.drain();
    const his = await tokenOf(story.api, story.bruno.id);
    for (const as of [his, story.managerToken]) {
      expect(await fileOf(body.id, as)).toMatchObject(problem(404, "not-found"));
      expect((await story.api.call("GET", `/v1/jobs/${body.id}`, { as })).status).toBe(404);
    }
    expect(await fileOf(body.id)).toMatchObject(problem(404, "not-found"));
    expect((await story.api.call("GET", `/v1/jobs/${body.id}`, { as: story.token })).body).toMatchObject({
      state: "done",
      kind: "person-export",
    });
  });
});

describe("what an administrator exports about a person", () => {
  it("is all of it but what she was told that others would not read, and says so", async () => {
    const content = await exported(story.anna.id);
    expect(content.askedBy).toBe("administration");
    expect(content.responses).toHaveLength(2);
    for (const response of content.responses) expect(response).not.toHaveProperty("answers");
    const text = JSON.stringify(content);
    const confided = ["confidential", "He fears the", "We begin with a", "He laughed at my", "Prompts for a"];
    for (const words of confided) expect(text).not.toContain(`${words} ${MARK}`);
    expect(text).not.toContain("is ill");
    expect(text).toContain(`I want to teach the ${MARK} dance`);
    expect(text).not.toContain(WHY_THEY_ARE_KEPT_APART);
    expect(content.matching.pairs).toMatchObject([{ criteria: expect.any(Object) }]);
    expect(content.notes.join()).toMatch(/only in an export that she asks for herself/);
  });

  it("tells of a manager what she runs and whose answers she reads", async () => {
    const { programmes, managements, messages, audit } = await exported(story.manager.id);
    const hers = { programmeId: story.programme.id, personId: story.manager.id };
    expect(managements).toContainEqual(expect.objectContaining(hers));
    const kinds = messages.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain("management.digest");
    expect(programmes).toEqual({
      manages: expect.arrayContaining([
        { id: story.programme.id, name: story.programme.name, phase: "enrolling" },
      ]),
      readsAnswersOf: [story.waves.attributed],
      isContact: false,
    });
    const path = `/v1/programmes/${story.programme.id}/pause`;
    for (const paused of [true, false]) {
      await story.api.pass({ minutes: 30 });
      await story.api.call("POST", path, { as: story.managerToken, body: { paused } });
    }
    await story.api.pass({ minutes: 30 });
    const later = (await exported(story.manager.id)).audit.slice(audit.length);
    expect(later).toMatchObject([
      { action: "programme.paused", by: "herself" },
      { action: "programme.resumed", by: "herself" },
      { action: "person.export-started", by: "admin" },
    ]);
  });

  it("is made once an hour, however often it is asked for", async () => {
    const [one, other] = await Promise.all([start(story.bruno.id), start(story.bruno.id)]);
    expect([one.status, other.status, one.body.id]).toEqual([202, 202, other.body.id]);
    await story.api.pass({ hours: 1 });
    expect((await start(story.bruno.id)).body.id).not.toBe(one.body.id);
  });

  it("is not there before it is ready, nor a week later", async () => {
    const { body } = await start(story.manager.id);
    expect(await fileOf(body.id)).toMatchObject(
      problem(404, "not-found", { ...saying("not ready"), data: { state: "queued" } }),
    );
    await story.api.timeMachine.drain();
    expect((await fileOf(body.id)).status).toBe(200);
    await story.api.pass({ days: 7 });
    expect(await fileOf(body.id)).toMatchObject(problem(404, "not-found"));
  });
});

describe("an export", () => {
  it("of nobody is refused, and so is one's own without a place in the directory", async () => {
    expect(await start(absentId("per"))).toMatchObject(problem(404, "not-found"));
    expect(await start("prg_1")).toMatchObject(problem(422, "invalid", issueAt("id")));
    const stranger = await story.api.token({ sub: "stranger", roles: ["manager"] });
    expect(await start("me", stranger)).toMatchObject(problem(404, "not-found"));
    expect((await start(story.anna.id, story.token)).status).toBe(403);
    expect((await start(story.anna.id, story.managerToken)).status).toBe(403);
  });
});
