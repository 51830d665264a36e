import type { Pairing } from "@viceversa/core/pairing/index.ts";
import { endPairing } from "@viceversa/core/pairing/index.ts";
import {
  cancelSession,
  getSession,
  moveSession,
  planSession,
  SessionInput,
  SessionMove,
} from "@viceversa/core/session/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";
import { anAcceptedPairing, anOpenProgramme } from "#test/support/programme.ts";

let ctx: TestContext;
let pairing: Pairing;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  pairing = await anAcceptedPairing(ctx, await anOpenProgramme(ctx));
  return () => embedded.stop();
});

const input = (more: object = {}) => ({
  pairingId: pairing.id,
  localStart: "2026-12-03T14:30",
  zone: "Europe/Rome",
  minutes: 60,
  venue: { kind: "link", link: "https://meet.example.com/1" },
  ...more,
});
const plan = (more?: object) => planSession(ctx, SessionInput.parse(input(more)));
const to = (localStart: string) => SessionMove.parse({ localStart, zone: "Europe/Rome" });

describe("a session", () => {
  it("expects every member of its pairing at the instant of its wall time", async () => {
    expect(await plan()).toMatchObject({
      start: "2026-12-03T13:30:00.000Z",
      state: "planned",
      sequence: 0,
      attendees: pairing.members.map(({ participantId }) => ({ participantId, state: "expected" })),
    });
  });

  it("is moved by one of two who move it at once; the other is told", async () => {
    const { id } = await plan();
    const both = await Promise.allSettled(
      ["2026-12-04T10:00", "2026-12-05T10:00"].map((time) =>
        moveSession(ctx, { id, version: 1, to: to(time) }),
      ),
    );
    const refused = both.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ slug: "precondition-failed" });
    expect(await getSession(ctx, id)).toMatchObject({ sequence: 1, version: 2 });
  });

  it("is cancelled once; its sequence rises and it moves no more", async () => {
    const { id } = await plan();
    expect(await cancelSession(ctx, { id, reason: "Ill" })).toMatchObject({
      state: "cancelled",
      sequence: 1,
    });
    await expect(cancelSession(ctx, { id })).rejects.toThrow("has ended");
    await expect(moveSession(ctx, { id, version: 2, to: to("2026-12-04T10:00") })).rejects.toThrow(
      "cannot be moved",
    );
  });

  it("keeps the reason of its cancellation out of what is shown and out of the audit", async () => {
    const { id } = await plan();
    expect(await cancelSession(ctx, { id, reason: "A private matter" })).not.toHaveProperty(
      "cancellationReason",
    );
    const { items } = await ctx.table.query({ partition: `audit#session#${id}`, limit: 10 });
    expect(JSON.stringify(items)).not.toContain("private");
  });

  it("is not planned for a pairing that has ended", async () => {
    await endPairing(ctx, { id: pairing.id, ending: "unwound" });
    await expect(plan()).rejects.toThrow("This pairing is ended");
  });
});

describe("a session that cannot be", () => {
  it.each([
    ["in the past", { localStart: "2026-11-23T10:00" }, "is past"],
    ["in an hour that the clocks skip", { localStart: "2027-03-28T02:30" }, "skip"],
    ["at a place in a remote programme", { venue: { kind: "place", place: "Room 3" } }, "needs a link"],
  ])("%s is refused", async (_, more, reason) => {
    await expect(plan(more)).rejects.toThrow(reason);
  });

  it.each([
    ["a script as its link", { venue: { kind: "link", link: "javascript:alert(1)" } }],
    ["a link and a place", { venue: { kind: "link", link: "https://a.example", place: "Room 3" } }],
    ["an impossible date", { localStart: "2026-02-30T10:00" }],
    ["no length", { minutes: 0 }],
  ])("with %s is refused", (_, more) => {
    expect(SessionInput.safeParse(input(more)).success).toBe(false);
  });
});
