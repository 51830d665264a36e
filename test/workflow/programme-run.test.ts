import { deriveId } from "@viceversa/core/ids.ts";
import { endPairing, type Pairing } from "@viceversa/core/pairing/index.ts";
import { getParticipant, transitionParticipant } from "@viceversa/core/participant/index.ts";
import { advanceProgramme, pauseProgramme } from "@viceversa/core/programme/index.ts";
import { cancelSession, getSession, moveSession, SessionMove } from "@viceversa/core/session/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";
import { type Stage, startStage } from "#test/support/stage.ts";

let stage: Stage;
let pairing: Pairing;
const MENTEE = "bruno.mentee@example.com";
const MENTOR = "zoe.mentor@example.com";

beforeEach(async () => {
  stage = await startStage();
  await anOrganisation(stage.ctx);
  pairing = await anAcceptedPairing(stage.ctx, await anOpenProgramme(stage.ctx));
  await stage.timeMachine.drain();
  return () => stage.stop();
});

const kinds = async (to: string) => (await stage.mails(to)).map(({ kind }) => kind);
const sessionId = (ordinal: number) => deriveId("session", pairing.id, 1, ordinal);
const kept = async () => {
  const found = await Promise.allSettled(
    [1, 2, 3, 4, 5, 6].map((at) => getSession(stage.ctx, sessionId(at))),
  );
  return found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
};

describe("a pairing that two have accepted", () => {
  it("has its next two sessions, and both members are invited to each, once", async () => {
    expect((await kept()).map(({ localStart }) => localStart)).toEqual([
      "2026-12-03T14:30",
      "2026-12-17T14:30",
    ]);
    expect(await kinds(MENTEE)).toEqual(["invitation", "invitation"]);
    expect(await kinds(MENTOR)).toEqual(["invitation", "invitation"]);
  });

  it("runs through all sessions of its plan by itself: one invitation and one reminder each, at its hour", async () => {
    await stage.pass({ days: 100 });
    expect(await kept()).toHaveLength(6);
    const mails = await stage.mails(MENTEE);
    const reminders = mails.filter(({ kind }) => kind === "reminder");
    expect(reminders.map(({ sentAt }) => sentAt)).toEqual(
      ["2026-12-02", "2026-12-16", "2026-12-30", "2027-01-13", "2027-01-27", "2027-02-10"].map(
        (day) => `${day}T13:30:00.000Z`,
      ),
    );
    expect(mails.filter(({ calendar }) => calendar?.method === "REQUEST")).toHaveLength(6);
    for (const { participantId } of pairing.members) {
      expect((await getParticipant(stage.ctx, participantId)).state).toBe("active");
    }
    await advanceProgramme(stage.ctx, { id: pairing.programmeId, to: "cancelled" });
    await stage.pass({ minutes: 10 });
    expect(stage.cloud.schedules.names()).toEqual(["sweep"]);
  });
});

describe("a session of it", () => {
  it("that moves is told to both with a higher sequence, and reminds at its new hour only", async () => {
    const to = SessionMove.parse({ localStart: "2026-12-04T10:00", zone: "Europe/Rome" });
    await moveSession(stage.ctx, { id: sessionId(1), version: 1, to });
    await stage.pass({ days: 12 });
    const mails = (await stage.mails(MENTEE)).filter(({ calendar }) =>
      calendar?.uid.startsWith(sessionId(1)),
    );
    expect(mails.map(({ calendar }) => [calendar?.method, calendar?.sequence])).toEqual([
      ["REQUEST", 0],
      ["REQUEST", 1],
    ]);
    const reminders = (await stage.mails(MENTEE)).filter(({ kind }) => kind === "reminder");
    expect(reminders.map(({ sentAt }) => sentAt)).toEqual(["2026-12-03T09:00:00.000Z"]);
  });

  it("that moves says what was before to whoever knew of it, and of a time that nobody was told nothing", async () => {
    const move = (version: number, localStart: string) =>
      moveSession(stage.ctx, {
        id: sessionId(1),
        version,
        to: SessionMove.parse({ localStart, zone: "Europe/Rome" }),
      });
    const lastMove = async () => (await stage.mails(MENTEE)).findLast(({ kind }) => kind === "move")?.text;
    await move(1, "2026-12-04T10:00");
    await stage.timeMachine.drain();
    expect(await lastMove()).toContain("Prima: giovedì 3 dicembre 2026, ore 14:30 (ora di Roma)");
    await move(2, "2026-12-07T10:00");
    await move(3, "2026-12-08T10:00");
    await stage.timeMachine.drain();
    expect(await lastMove()).toContain("martedì 8 dicembre");
    expect(await lastMove()).not.toContain("Prima");
  });

  it("that is cancelled leaves both calendars, is not reminded, and its reason stays between the two", async () => {
    const [, mentee] = pairing.members;
    if (!mentee) throw new Error("a pair has two members");
    await cancelSession(stage.ctx, { id: sessionId(1), reason: "Un impegno", by: mentee.participantId });
    await stage.pass({ days: 12 });
    const cancellations = (await stage.mails()).filter(({ calendar }) => calendar?.method === "CANCEL");
    expect(cancellations.map(({ to, calendar }) => [to, calendar?.sequence]).sort()).toEqual(
      [
        [MENTOR, 1],
        [MENTEE, 1],
      ].sort(),
    );
    const withReason = cancellations.filter(({ text }) => text.includes("Un impegno"));
    expect(withReason.map(({ to }) => to)).toEqual([MENTOR]);
    expect(withReason[0]?.text).toContain("bruno.mentee non può esserci.");
    const toWhoCancelled = cancellations.find(({ to }) => to === MENTEE);
    expect(toWhoCancelled?.text).toContain("Abbiamo avvisato zoe.mentor.");
    expect((await stage.mails()).some(({ kind }) => kind === "reminder")).toBe(false);
  });
});

describe("when somebody leaves", () => {
  const afterwards = async () => {
    await stage.pass({ days: 60 });
    const mails = await stage.mails();
    const toMembers = mails.filter(({ kind }) => kind !== "weekly summary");
    return toMembers.filter(({ sentAt }) => sentAt > "2026-11-24T09:00:00.000Z");
  };

  it("her sessions are called off for both, and nothing is mailed any more", async () => {
    await stage.pass({ minutes: 10 });
    const [mentor] = pairing.members;
    if (!mentor) throw new Error("a pair has two members");
    await transitionParticipant(stage.ctx, { id: mentor.participantId, to: "withdrawn" });
    const mails = await afterwards();
    expect(mails.map(({ calendar }) => calendar?.method)).toEqual(["CANCEL", "CANCEL", "CANCEL", "CANCEL"]);
    expect((await kept()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  it("ending the pairing calls its sessions off and thanks both", async () => {
    await stage.pass({ minutes: 10 });
    await endPairing(stage.ctx, { id: pairing.id, ending: "unwound" });
    const mails = await afterwards();
    const methods = mails.flatMap(({ calendar }) => calendar?.method ?? []);
    expect(methods).toEqual(["CANCEL", "CANCEL", "CANCEL", "CANCEL"]);
    expect(mails.filter(({ kind }) => kind === "farewell").map(({ to }) => to)).toHaveLength(2);
    expect(mails).toHaveLength(6);
    expect(mails.some(({ text }) => text.includes("non può esserci"))).toBe(false);
  });
});

describe("a pause", () => {
  it("keeps everything back, and after it nothing stale bursts out", async () => {
    await stage.pass({ minutes: 10 });
    const before = (await stage.mails()).length;
    await pauseProgramme(stage.ctx, { id: pairing.programmeId, paused: true });
    await stage.pass({ days: 14 });
    expect(await stage.mails()).toHaveLength(before);
    await pauseProgramme(stage.ctx, { id: pairing.programmeId, paused: false });
    await stage.pass({ minutes: 10 });
    const resumed = (await stage.mails()).slice(before);
    // The session of five days ago is still worth asking about.
    expect(
      resumed.map(({ to, kind, calendar }) => [to, calendar?.start.toISOString() ?? kind]).sort(),
    ).toEqual([
      [MENTEE, "2026-12-31T13:30:00.000Z"],
      [MENTEE, "follow-up"],
      [MENTOR, "2026-12-31T13:30:00.000Z"],
      [MENTOR, "follow-up"],
    ]);
    await stage.pass({ days: 10 });
    const reminded = (await stage.mails(MENTEE)).filter(({ kind }) => kind === "reminder");
    expect(reminded.map(({ sentAt }) => sentAt)).toEqual(["2026-12-16T13:30:00.000Z"]);
  });
});
