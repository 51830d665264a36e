import { DUE_PREFIX, dueWorkOf } from "@viceversa/core/due/index.ts";
import { markKey, partitionOf } from "@viceversa/core/entity.ts";
import {
  cancelSession,
  moveSession,
  planSession,
  SESSION_REMINDER,
  type Session,
  SessionInput,
  SessionMove,
  sessionRef,
} from "@viceversa/core/session/index.ts";
import { synchronise } from "@viceversa/core/workflow/synchronise.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { type EmbeddedCloud, startEmbeddedCloud } from "#test/support/embedded-cloud.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";

let ctx: TestContext;
let cloud: EmbeddedCloud;
let session: Session;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  cloud = await startEmbeddedCloud();
  ctx = contextOn(embedded.table, { scheduler: cloud.scheduler });
  await anOrganisation(ctx);
  const pairing = await anAcceptedPairing(ctx, await anOpenProgramme(ctx));
  session = await planSession(
    ctx,
    SessionInput.parse({
      pairingId: pairing.id,
      localStart: "2026-12-03T14:30",
      zone: "Europe/Rome",
      minutes: 60,
      venue: { kind: "link", link: "https://meet.example.com/1" },
    }),
  );
  return async () => {
    await cloud.stop();
    await embedded.stop();
  };
});

const run = () => synchronise(ctx, sessionRef(session.id));
const move = (version: number, localStart: string) =>
  moveSession(ctx, { id: session.id, version, to: SessionMove.parse({ localStart, zone: "Europe/Rome" }) });
const due = async () => {
  const page = await ctx.table.query({
    partition: partitionOf(sessionRef(session.id)),
    sort: { beginsWith: DUE_PREFIX },
    limit: 50,
  });
  return page.items.map(dueWorkOf).filter(({ kind }) => kind === SESSION_REMINDER);
};
const states = async () => (await due()).map(({ state }) => state).sort();
const mark = () => ctx.table.get(markKey(sessionRef(session.id)));
/** When the scheduler will call for a reminder. */
const hours = async () => {
  const ids = new Set((await due()).map(({ id }): string => id));
  const names = cloud.schedules.names().filter((name) => ids.has(name));
  return names.map((name) => cloud.schedules.get(name)?.ScheduleExpression);
};

describe("synchronising a session", () => {
  it("plans a reminder for each member, a schedule for each reminder, and clears the mark", async () => {
    await run();
    expect(await states()).toEqual(["planned", "planned"]);
    expect(await hours()).toEqual(["at(2026-12-02T13:30:00)", "at(2026-12-02T13:30:00)"]);
    expect(await mark()).toBeUndefined();
  });

  it("changes nothing the second time, however often it runs", async () => {
    await run();
    const before = [await due(), await hours()];
    await Promise.all([run(), run(), run()]);
    expect([await due(), await hours()]).toEqual(before);
  });

  it("leaves no schedule and nothing planned after a cancellation", async () => {
    await run();
    await cancelSession(ctx, { id: session.id });
    await run();
    expect(await states()).toEqual(["superseded", "superseded"]);
    expect(await hours()).toEqual([]);
  });

  it("follows a session that moves there and back with the reminders it had first", async () => {
    await run();
    const first = (await due()).map(({ id }) => id);
    await move(1, "2026-12-04T10:00");
    await run();
    await move(2, "2026-12-03T14:30");
    await run();
    const planned = (await due()).filter(({ state }) => state === "planned").map(({ id }) => id);
    expect(planned.sort()).toEqual(first.sort());
    expect(await hours()).toEqual(["at(2026-12-02T13:30:00)", "at(2026-12-02T13:30:00)"]);
  });

  it("puts what is due at once on the queue and makes no schedule in the past", async () => {
    ctx.passMinutes(8 * 24 * 60 + 6 * 60);
    const before = ctx.queued.length;
    await run();
    expect(await hours()).toEqual([]);
    const ids = new Set(ctx.queued.slice(before).map(({ body }) => (body as { id: string }).id));
    expect((await due()).every(({ id }) => ids.has(id))).toBe(true);
  });
});

describe("a synchronisation that is overtaken", () => {
  it("undoes nothing: a cancellation that commits while it runs is not planned over", async () => {
    const table = ctx.table;
    let cancelled = false;
    const slow: TestContext = {
      ...ctx,
      table: {
        get: table.get.bind(table),
        getMany: table.getMany.bind(table),
        query: table.query.bind(table),
        write: table.write.bind(table),
        async transact(writes) {
          if (!cancelled) {
            cancelled = true;
            await cancelSession(ctx, { id: session.id });
          }
          return table.transact(writes);
        },
      },
    };
    await synchronise(slow, sessionRef(session.id));
    expect(await states()).toEqual([]);
    expect(await mark()).toBeDefined();
    await run();
    expect(await states()).toEqual([]);
    expect(await hours()).toEqual([]);
  });

  it("is done again after a crash before its schedules were made", async () => {
    const crashing = {
      ...ctx,
      scheduler: { ...ctx.scheduler, put: () => Promise.reject(new Error("crash")) },
    };
    await expect(synchronise(crashing, sessionRef(session.id))).rejects.toThrow("crash");
    expect(await mark()).toBeDefined();
    await run();
    expect(await hours()).toHaveLength(2);
    expect(await states()).toEqual(["planned", "planned"]);
    expect(await mark()).toBeUndefined();
  });
});
