import {
  claim,
  type DueMail,
  drop,
  dueIdOf,
  dueItem,
  dueKey,
  dueWorkOf,
  FENCE_MINUTES,
  postpone,
  reconcile,
  recordSent,
  release,
  settle,
} from "@viceversa/core/due/index.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import { mailboxKey } from "@viceversa/core/person/index.ts";
import { absent, check, equal, put, update } from "@viceversa/core/table.ts";
import { Instant, plus } from "@viceversa/core/time.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { type EmbeddedTable, startEmbeddedTable } from "#test/support/embedded-table.ts";

let embedded: EmbeddedTable;
let ctx: TestContext;
let due: DueMail;
let counter = 0;

beforeAll(async () => {
  embedded = await startEmbeddedTable();
});
afterAll(() => embedded.stop());

beforeEach(async () => {
  ctx = contextOn(embedded.table);
  counter += 1;
  const entity = { type: "session" as const, id: `ses_${counter}` };
  const about = { kind: "session.reminder", identity: { participant: "ptc_1" } };
  due = {
    work: "mail",
    ...about,
    id: dueIdOf(entity, about),
    entity,
    state: "planned",
    dueAt: ctx.clock.now(),
    expiresAt: plus(ctx.clock.now(), { hours: 24 }),
  };
  await ctx.table.write(put(dueItem(due)));
});

const stored = async () => {
  const item = await ctx.table.get(dueKey(due.entity, due.id));
  return {
    due: item && dueWorkOf(item),
    inSweep: item?.["workPk"] !== undefined,
    lookAt: String(item?.["workSk"]),
  };
};
const mailbox = () => mailboxKey(`anna${counter}@example.com`);

describe("a message that is due", () => {
  it("is claimed by one of many workers", async () => {
    const claims = await Promise.all(Array.from({ length: 24 }, () => claim(ctx, due, [])));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("is not claimed once an opt-out has committed after it was read", async () => {
    await ctx.table.write(put({ ...mailbox(), version: 1, reminders: "stopped" }));
    expect(await claim(ctx, due, [check(mailbox(), absent)])).toBeUndefined();
    expect((await stored()).due?.state).toBe("planned");
  });

  it("is not claimed once its session has changed after it was read", async () => {
    const session = { pk: `session#${counter}`, sk: "ENTITY" };
    await ctx.table.write(put({ ...session, version: 1 }));
    await ctx.table.write(update(session, { add: { version: 1 } }));
    expect(await claim(ctx, due, [check(session, equal("version", 1))])).toBeUndefined();
  });

  it("is not claimed under an hour from which it was moved", async () => {
    const [step] = reconcile(due.entity, [due], [{ ...due, dueAt: plus(due.dueAt, { hours: 2 }) }]);
    if (step) await ctx.table.write(step.write);
    expect(await claim(ctx, due, [])).toBeUndefined();
  });

  it("is nobody else's until the fence has passed, and then somebody's again", async () => {
    await claim(ctx, due, []);
    ctx.passMinutes(FENCE_MINUTES - 1);
    expect(await claim(ctx, due, [])).toBeUndefined();
    ctx.passMinutes(2);
    expect(await claim(ctx, due, [])).toBeDefined();
  });

  it("is found by the sweep when its fence has passed", async () => {
    await claim(ctx, due, []);
    expect((await stored()).lookAt.startsWith(plus(due.dueAt, { minutes: FENCE_MINUTES }))).toBe(true);
  });
});

describe("a claimed message", () => {
  it("is sent once and leaves the sweep", async () => {
    const id = await claim(ctx, due, []);
    if (id) await settle(ctx, due, id, { state: "sent", messageId: "ses-1" });
    expect(await stored()).toMatchObject({ due: { state: "sent", messageId: "ses-1" }, inSweep: false });
    ctx.passMinutes(FENCE_MINUTES * 2);
    expect(await claim(ctx, due, [])).toBeUndefined();
  });

  it("is known to be sent when only SES's own event says so", async () => {
    const id = await claim(ctx, due, []);
    await recordSent(ctx, due, "ses-2");
    ctx.passMinutes(FENCE_MINUTES * 2);
    expect(await claim(ctx, due, [])).toBeUndefined();
    expect((await settle(ctx, due, id ?? deriveId("claim"), { state: "rejected" })).committed).toBe(false);
    expect((await stored()).due?.state).toBe("sent");
  });

  it("can be tried again at once when SES has refused it for now", async () => {
    const id = await claim(ctx, due, []);
    if (id) await release(ctx, due, id, plus(ctx.clock.now(), { minutes: 1 }));
    expect(await stored()).toMatchObject({ due: { state: "planned" }, inSweep: true });
    expect(await claim(ctx, due, [])).toBeDefined();
  });

  it("is not superseded: it may be on its way", async () => {
    await claim(ctx, due, []);
    expect((await drop(ctx, due, "superseded")).committed).toBe(false);
  });

  it("cannot be settled by a worker whose fence has passed and whose claim another took", async () => {
    const slow = await claim(ctx, due, []);
    ctx.passMinutes(FENCE_MINUTES + 1);
    await claim(ctx, due, []);
    expect((await settle(ctx, due, slow ?? deriveId("claim"), { state: "rejected" })).committed).toBe(false);
    expect((await stored()).due?.state).toBe("sending");
  });
});

describe("a message that must wait", () => {
  it("stays planned and is looked at again later", async () => {
    const later = Instant.parse("2026-11-24T10:00:00Z");
    await postpone(ctx, due, later);
    expect(await stored()).toMatchObject({ due: { state: "planned", dueAt: due.dueAt }, inSweep: true });
    expect((await stored()).lookAt.startsWith(later)).toBe(true);
  });

  it("that has become stale expires and leaves the sweep", async () => {
    await drop(ctx, due, "expired");
    expect(await stored()).toMatchObject({ due: { state: "expired" }, inSweep: false });
  });
});
