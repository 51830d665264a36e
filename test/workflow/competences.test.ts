import {
  CompetenceInput,
  createCompetence,
  getCompetences,
  retireCompetence,
  shippedCompetences,
} from "@viceversa/core/competence/index.ts";
import { deriveId, type Id } from "@viceversa/core/ids.ts";
import type { Table } from "@viceversa/core/table.ts";
import { beforeAll, expect, it } from "vitest";
import { contextOn } from "#test/support/context.ts";
import { type EmbeddedTable, startEmbeddedTable } from "#test/support/embedded-table.ts";

let embedded: EmbeddedTable;
let trips: number;
beforeAll(async () => {
  embedded = await startEmbeddedTable();
  return () => embedded.stop();
});

/** The embedded table, with the reads of a verb counted. */
const countedTable = (table: Table): Table => {
  trips = 0;
  return {
    get: (key) => {
      trips += 1;
      return table.get(key);
    },
    getMany: (wanted) => {
      trips += 1;
      return table.getMany(wanted);
    },
    query: (spec) => table.query(spec),
    write: (write) => table.write(write),
    transact: (writes) => table.transact(writes),
  };
};

const shippedIds = shippedCompetences.map(({ id }) => id);
const text = { en: "Mixing colours" };

it("competences are read together in one round trip, shipped, own, retired and repeated ones alike", async () => {
  const ctx = contextOn(countedTable(embedded.table));
  const own: Id<"competence">[] = [];
  for (const key of ["paint", "varnish"]) {
    const area = { key: "colour", title: text };
    const input = CompetenceInput.parse({ key, title: text, description: text, area });
    own.push((await createCompetence(ctx, input)).id);
  }
  const [first = shippedIds[0], second] = own;
  if (!first || !second) throw new Error("two competences were made");
  await retireCompetence(ctx, second);
  trips = 0;
  const nobody = deriveId("competence", "nobody");
  const found = await getCompetences(ctx, [...shippedIds, first, second, first, nobody]);
  expect(trips).toBe(1);
  expect([...found.keys()].sort()).toEqual([...shippedIds, first, second].sort());
  expect([found.get(first)?.state, found.get(second)?.state]).toEqual(["active", "retired"]);
});

it("shipped competences are read without asking the table", async () => {
  const ctx = contextOn(countedTable(embedded.table));
  expect((await getCompetences(ctx, shippedIds)).size).toBe(25);
  expect((await getCompetences(ctx, [])).size).toBe(0);
  expect(trips).toBe(0);
});
