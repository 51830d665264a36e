import {
  acceptPairing,
  createPairing,
  endPairing,
  getPairing,
  PairingInput,
} from "@viceversa/core/pairing/index.ts";
import {
  getParticipant,
  type Participant,
  transitionParticipant,
} from "@viceversa/core/participant/index.ts";
import type { Programme } from "@viceversa/core/programme/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";
import { anOpenProgramme, aPreparedParticipant } from "#test/support/programme.ts";

let ctx: TestContext;
let programme: Programme;
let mentor: Participant;
let mentee: Participant;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  programme = await anOpenProgramme(ctx);
  mentor = await aPreparedParticipant(ctx, programme, "zoe", { mentorCapacity: 2 });
  mentee = await aPreparedParticipant(ctx, programme, "bruno", { menteeCapacity: 1 });
  return () => embedded.stop();
});

const plan = { everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: 6 };
const input = (other: Participant = mentee, more: object = {}) => ({
  programmeId: programme.id,
  members: [
    { participantId: mentor.id, teaches: true, learns: false },
    { participantId: other.id, teaches: false, learns: true },
  ],
  zone: "Europe/Rome",
  venue: { kind: "link", link: "https://meet.example.com/1" },
  plan,
  plannedFrom: "2026-12-01T09:00",
  ...more,
});
const pair = (other?: Participant, more?: object) =>
  createPairing(ctx, PairingInput.parse(input(other, more)));
const loads = async () => [
  (await getParticipant(ctx, mentor.id)).mentorLoad,
  (await getParticipant(ctx, mentee.id)).menteeLoad,
];

describe("a pairing", () => {
  it("takes a place of each member and gives it back when it ends", async () => {
    const { id } = await pair();
    expect(await loads()).toEqual([1, 1]);
    await endPairing(ctx, { id, ending: "unwound" });
    expect(await loads()).toEqual([0, 0]);
    await pair();
    expect(await loads()).toEqual([1, 1]);
  });

  it("ends once, and frees the places once, when two end it at the same moment", async () => {
    const { id } = await pair();
    const both = await Promise.allSettled([1, 2].map(() => endPairing(ctx, { id, ending: "completed" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await loads()).toEqual([0, 0]);
    await expect(endPairing(ctx, { id, ending: "completed" })).rejects.toThrow("has ended");
  });

  it("never goes beyond a member's capacity, however many ask at once", async () => {
    const others = await Promise.all(
      ["dario", "elena", "fabio", "gina"].map((name) =>
        aPreparedParticipant(ctx, programme, name, { menteeCapacity: 1 }),
      ),
    );
    const all = await Promise.allSettled(others.map((other) => pair(other)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect((await getParticipant(ctx, mentor.id)).mentorLoad).toBe(2);
    await expect(pair()).rejects.toThrow("no room for another pairing as a mentor");
    expect((await getParticipant(ctx, mentee.id)).menteeLoad).toBe(0);
  });

  it("is one at a time for the same two, whoever is named first", async () => {
    const roomy = await aPreparedParticipant(ctx, programme, "ida", { menteeCapacity: 2 });
    await pair(roomy);
    const members = [...input(roomy).members].reverse();
    await expect(pair(roomy, { members })).rejects.toThrow("already");
  });

  it("waits until its members are prepared", async () => {
    await transitionParticipant(ctx, { id: mentee.id, to: "withdrawn" });
    await expect(pair()).rejects.toThrow("is withdrawn; she must be prepared first");
    expect(await loads()).toEqual([0, 0]);
  });

  it("is accepted when each member has said yes, and yes twice counts once", async () => {
    const { id } = await pair();
    const accept = (participantId: Participant["id"]) => acceptPairing(ctx, { id, participantId });
    expect(await accept(mentor.id)).toMatchObject({ state: "proposed", accepted: [mentor.id] });
    expect(await accept(mentor.id)).toMatchObject({ state: "proposed", accepted: [mentor.id] });
    expect(await accept(mentee.id)).toMatchObject({ state: "accepted" });
  });

  it("cannot be accepted by somebody else, who does not learn that it exists", async () => {
    const { id } = await pair();
    const stranger = await aPreparedParticipant(ctx, programme, "ugo", { menteeCapacity: 1 });
    await expect(acceptPairing(ctx, { id, participantId: stranger.id })).rejects.toMatchObject({
      slug: "not-found",
    });
    expect((await getPairing(ctx, id)).accepted).toEqual([]);
  });
});

describe("a plan that cannot be met", () => {
  it.each([
    ["begins in the past", { plannedFrom: "2026-11-01T09:00" }, "in the past"],
    [
      "meets in an hour that the clocks skip",
      { plannedFrom: "2027-03-14T00:00", plan: { ...plan, weekday: 7, wallTime: "02:30" } },
      "skip",
    ],
  ])("because it %s is refused and takes no place", async (_, more, reason) => {
    await expect(pair(mentee, more)).rejects.toThrow(reason);
    expect(await loads()).toEqual([0, 0]);
  });

  it.each([
    ["two mentors", (at: number) => ({ teaches: true, learns: at > 5 })],
    ["somebody who both teaches and learns", () => ({ teaches: true, learns: true })],
  ])("by %s is refused", (_, roles) => {
    const members = input().members.map(({ participantId }, at) => ({ participantId, ...roles(at) }));
    expect(PairingInput.safeParse(input(mentee, { members })).success).toBe(false);
  });
});
