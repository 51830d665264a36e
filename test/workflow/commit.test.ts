import { AlreadyDone, commit, once } from "@viceversa/core/commit.ts";
import { entityKey, markKey } from "@viceversa/core/entity.ts";
import { IdempotencyMismatch } from "@viceversa/core/errors.ts";
import { absent, equal, put, update } from "@viceversa/core/table.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { type EmbeddedTable, startEmbeddedTable } from "#test/support/embedded-table.ts";

let embedded: EmbeddedTable;
let ctx: TestContext;
let counter = 0;
beforeAll(async () => {
  embedded = await startEmbeddedTable();
});
afterAll(() => embedded.stop());
beforeEach(() => {
  counter += 1;
  ctx = contextOn(embedded.table, { idempotencyKey: `key-${counter}` });
});

const session = () => ({ type: "session" as const, id: `ses_${counter}` });
const audits = async () =>
  (await ctx.table.query({ partition: `audit#session#ses_${counter}`, limit: 10 })).items.map(
    ({ action }) => action,
  );

/** A verb as verbs are: it plans a session and answers with what it stored. */
const plan = (input = { topic: "AI" }) =>
  once(ctx, "session.plan", input, async () => {
    const result = { id: session().id, topic: input.topic };
    const outcome = await commit(ctx, {
      changes: [put({ ...entityKey(session()), version: 1, ...result }, absent)],
      audit: { action: "session.planned", subject: session() },
      marks: [session()],
      idempotency: { operation: "session.plan", input, result },
    });
    if (!outcome.committed) throw new Error("refused");
    return result;
  });

describe("a commit", () => {
  it("writes the change, its audit entry and its mark, and asks for synchronisation once", async () => {
    await plan();
    expect(await ctx.table.get(entityKey(session()))).toMatchObject({ topic: "AI" });
    expect(await audits()).toEqual(["session.planned"]);
    expect(await ctx.table.get(markKey(session()))).toMatchObject({ entity: session() });
    expect(ctx.queued).toEqual([
      { queue: "due", body: { message: "synchronise", entities: [session()] }, delaySeconds: 0 },
    ]);
  });

  it("that is refused writes nothing, audits nothing and asks for nothing", async () => {
    await plan();
    const before = ctx.queued.length;
    const outcome = await commit(contextOn(embedded.table), {
      changes: [update(entityKey(session()), { set: { topic: "x" } }, equal("version", 9))],
      audit: { action: "session.changed", subject: session() },
      marks: [session()],
      idempotency: "not repeatable",
    });
    expect(outcome).toMatchObject({ committed: false, refusals: [{ index: 0, found: { topic: "AI" } }] });
    expect(await audits()).toEqual(["session.planned"]);
    expect(ctx.queued).toHaveLength(before);
  });

  it("gives each mark a fresh id, so that a slow synchronisation of the old one can be told", async () => {
    await plan();
    const first = await ctx.table.get(markKey(session()));
    await commit(ctx, {
      changes: [],
      audit: "nothing to audit",
      marks: [session()],
      idempotency: "not repeatable",
    });
    expect((await ctx.table.get(markKey(session())))?.["id"]).not.toBe(first?.["id"]);
  });
});

describe("a repeated request", () => {
  it("gets the first answer and changes nothing", async () => {
    const first = await plan();
    expect(await plan()).toEqual(first);
    expect(await audits()).toHaveLength(1);
    expect(ctx.queued).toHaveLength(1);
  });

  it("gets the winner's answer when both run at once", async () => {
    const answers = await Promise.all([plan(), plan(), plan(), plan()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await audits()).toHaveLength(1);
  });

  it("with the same key for something else is refused", async () => {
    await plan();
    await expect(plan({ topic: "something else" })).rejects.toThrow(IdempotencyMismatch);
  });

  it("is a new request once the record has expired, even while it can still be read", async () => {
    await plan();
    ctx.passMinutes(8 * 24 * 60);
    counter += 1;
    expect(await plan({ topic: "another" })).toEqual({ id: session().id, topic: "another" });
  });

  it("is told apart from a refused change", async () => {
    await plan();
    const again = commit(ctx, {
      changes: [],
      audit: "nothing to audit",
      marks: [],
      idempotency: { operation: "session.plan", input: {}, result: {} },
    });
    await expect(again).rejects.toThrow(AlreadyDone);
  });
});
