import { SendRate } from "@viceversa/core/due/index.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";

const PER_SECOND = 10;
let ctx: TestContext;
beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  return () => embedded.stop();
});

/** How many mails several workers get to send in one second, when each asks as often as it can. */
async function sent(workers: readonly SendRate[], queue: "due" | "bulk"): Promise<number> {
  const asked = await Promise.all(
    workers.map(async (worker) => {
      let count = 0;
      while (count < 100 && (await worker.take(ctx, queue))) count += 1;
      return count;
    }),
  );
  return asked.reduce((sum, count) => sum + count, 0);
}

describe("the rate at which mails go", () => {
  it("is kept by all workers together", async () => {
    const workers = [1, 2, 3].map(() => new SendRate(PER_SECOND));
    const count = await sent(workers, "due");
    expect(count).toBeLessThanOrEqual(PER_SECOND);
    expect(count).toBeGreaterThan(PER_SECOND / 2);
  });

  it("leaves a fifth to what has an hour, however much bulk there is", async () => {
    const workers = [1, 2].map(() => new SendRate(PER_SECOND));
    expect(await sent(workers, "bulk")).toBeLessThanOrEqual(0.8 * PER_SECOND);
    expect(await sent(workers, "due")).toBeGreaterThanOrEqual(0.2 * PER_SECOND);
  });

  it("of one mail a second is left to what has an hour in every fifth", async () => {
    const worker = new SendRate(1);
    const taken: boolean[] = [];
    for (let second = 0; second < 10; second += 1) {
      taken.push(await worker.take(ctx, "bulk"));
      ctx.passMinutes(1 / 60);
    }
    expect(taken.filter((one) => !one)).toHaveLength(2);
  });

  it("begins anew with each second", async () => {
    const worker = new SendRate(PER_SECOND);
    const first = await sent([worker], "due");
    expect(await worker.take(ctx, "due")).toBe(false);
    ctx.passMinutes(1 / 60);
    expect(await sent([worker], "due")).toBe(first);
  });

  it("costs a few writes a second and not one for each mail", async () => {
    const { table } = ctx;
    let writes = 0;
    const counting = {
      ...ctx,
      table: {
        ...table,
        write: (...given: Parameters<typeof table.write>) => {
          writes += 1;
          return table.write(...given);
        },
      },
    };
    const worker = new SendRate(100);
    for (let at = 0; at < 100; at += 1) await worker.take(counting, "due");
    expect(writes).toBeLessThanOrEqual(8);
  });
});
