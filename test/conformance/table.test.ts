import {
  absent,
  all,
  any,
  below,
  belowAttribute,
  check,
  equal,
  type Item,
  missing,
  oneOf,
  present,
  put,
  remove,
  update,
} from "@viceversa/core/table.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedTable, startEmbeddedTable } from "#test/support/embedded-table.ts";

let embedded: EmbeddedTable;
beforeAll(async () => {
  embedded = await startEmbeddedTable();
});
afterAll(() => embedded.stop());

let counter = 0;
const fresh = (attributes: Record<string, string | number> = {}): Item => {
  counter += 1;
  return { pk: `thing#${counter}`, sk: "ENTITY", version: 1, ...attributes };
};
const keyIn = ({ pk, sk }: Item) => ({ pk, sk });

describe("one write", () => {
  it("is refused with the item as it was found", async () => {
    const item = fresh({ state: "held" });
    await embedded.table.write(put(item));
    const outcome = await embedded.table.write(
      update(keyIn(item), { set: { state: "cancelled" } }, equal("state", "planned")),
    );
    expect(outcome).toEqual({ committed: false, refusals: [{ index: 0, found: item }] });
    expect(await embedded.table.get(keyIn(item))).toEqual(item);
  });

  it("sets, adds and removes attributes", async () => {
    const item = fresh({ load: 1, note: "x" });
    await embedded.table.write(put(item));
    await embedded.table.write(
      update(keyIn(item), { set: { state: "a" }, add: { load: 2 }, remove: ["note"] }),
    );
    expect(await embedded.table.get(keyIn(item))).toEqual({
      ...keyIn(item),
      version: 1,
      state: "a",
      load: 3,
    });
  });

  it("has one winner of 32 that run at once", async () => {
    const item = fresh();
    await embedded.table.write(put(item));
    const outcomes = await Promise.all(
      Array.from({ length: 32 }, () =>
        embedded.table.write(update(keyIn(item), { add: { version: 1 } }, equal("version", 1))),
      ),
    );
    expect(outcomes.filter(({ committed }) => committed)).toHaveLength(1);
  });
});

describe("a transaction", () => {
  it("writes everything or nothing and says which conditions failed", async () => {
    const kept = fresh({ load: 2, capacity: 2 });
    const created = fresh();
    await embedded.table.transact([put(kept)]);
    const outcome = await embedded.table.transact([
      put(created, absent),
      update(keyIn(kept), { add: { load: 1 } }, belowAttribute("load", "capacity")),
    ]);
    expect(outcome).toEqual({ committed: false, refusals: [{ index: 1, found: kept }] });
    expect(await embedded.table.getMany([keyIn(created), keyIn(kept)])).toEqual([undefined, kept]);
  });

  it("holds against single writes on the same item", async () => {
    const counterItem = fresh({ load: 0, capacity: 10 });
    await embedded.table.transact([put(counterItem)]);
    const increment = update(keyIn(counterItem), { add: { load: 1 } }, belowAttribute("load", "capacity"));
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        at % 2 ? embedded.table.transact([increment]) : embedded.table.write(increment),
      ),
    );
    expect(await embedded.table.get(keyIn(counterItem))).toMatchObject({ load: 10 });
  });

  it.each([
    ["present", present, true],
    ["absent", absent, false],
    ["oneOf", oneOf("state", ["planned", "sent"]), true],
    ["missing", missing("state"), false],
    ["below", below("version", 2), true],
    ["not below", below("version", 1), false],
    ["all", all(present, equal("state", "sent")), false],
    ["any", any(absent, equal("state", "planned")), true],
  ])("checks %s", async (_name, when, holds) => {
    const item = fresh({ state: "planned" });
    await embedded.table.transact([put(item)]);
    const outcome = await embedded.table.transact([check(keyIn(item), when), put(fresh())]);
    expect(outcome.committed).toBe(holds);
  });

  it("removes an item and its index rows", async () => {
    const item = fresh({ workPk: "work#0", workSk: "2026-11-24T09:00:00.000Z#a" });
    await embedded.table.transact([put(item)]);
    const spec = { index: "work", partition: "work#0", limit: 10 } as const;
    expect((await embedded.table.query(spec)).items).toEqual([item]);
    await embedded.table.transact([remove(keyIn(item), present)]);
    expect((await embedded.table.query(spec)).items).toEqual([]);
  });

  it("refuses two writes on one item and leaves it as it was", async () => {
    const item = fresh();
    await expect(embedded.table.transact([put(item), remove(keyIn(item))])).rejects.toThrow(/one item/);
    expect(await embedded.table.get(keyIn(item))).toBeUndefined();
  });
});

describe("a query", () => {
  it("pages through a partition in order, both ways", async () => {
    for (const sk of ["a", "b", "c"]) await embedded.table.transact([put({ pk: "paged", sk })]);
    const first = await embedded.table.query({ partition: "paged", limit: 2 });
    expect(first.items.map(({ sk }) => sk)).toEqual(["a", "b"]);
    const second = await embedded.table.query({
      partition: "paged",
      limit: 2,
      ...(first.next && { after: first.next }),
    });
    expect(second.items.map(({ sk }) => sk)).toEqual(["c"]);
    const backwards = await embedded.table.query({
      partition: "paged",
      limit: 9,
      descending: true,
      sort: { from: "b" },
    });
    expect(backwards.items.map(({ sk }) => sk)).toEqual(["c", "b"]);
  });

  it("counts its round trips and its capacity", async () => {
    embedded.table.usage.reset();
    await embedded.table.query({ partition: "paged", limit: 9 });
    expect(embedded.table.usage.roundTrips).toBe(1);
    expect(embedded.table.usage.capacityUnits).toBeGreaterThan(0);
  });
});
