import {
  absent,
  all,
  any,
  below,
  type Condition,
  check,
  equal,
  type Item,
  missing,
  oneOf,
  present,
  put,
  remove,
  type SingleWrite,
  type Table,
  update,
  type Write,
} from "@viceversa/core/table.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingForDynamoDbLocal, startDynamoDbLocal } from "#test/support/dynamodb-local.ts";
import { connectTable, type EmbeddedTable, startEmbeddedTable } from "#test/support/embedded-table.ts";

const RUNS = 150;
const why = missingForDynamoDbLocal();
if (why) process.stdout.write(`Skipping the comparison with DynamoDB Local: ${why}\n`);

const value = fc.integer({ min: 0, max: 3 });
const attribute = fc.constantFrom("a", "b");
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(present, absent),
  fc.tuple(attribute, value).map(([name, one]) => equal(name, one)),
  fc.tuple(attribute, value).map(([name, one]) => below(name, one)),
  fc
    .tuple(attribute, fc.array(value, { minLength: 1, maxLength: 3 }))
    .map(([name, some]) => oneOf(name, some)),
  attribute.map((name) => missing(name)),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  simple,
  fc.tuple(simple, simple).map((both) => all(...both)),
  fc.tuple(simple, simple).map((both) => any(...both)),
);
const attributes = fc.record({ a: value, b: value }, { requiredKeys: [] });
type Made = (partition: string, sk: string) => Write;
const single: fc.Arbitrary<Made> = fc.oneof(
  fc.tuple(attributes, fc.option(condition, { nil: undefined }), fc.boolean()).map(
    ([item, when, indexed]) =>
      (pk: string, sk: string): Write =>
        put({ pk, sk, ...item, ...(indexed && { workPk: pk, workSk: `w${sk}` }) } as Item, when),
  ),
  fc.tuple(attribute, value, fc.option(condition, { nil: undefined })).map(
    ([name, one, when]) =>
      (pk: string, sk: string): Write =>
        update({ pk, sk }, { set: { [name]: one } }, when),
  ),
  fc.tuple(attribute, value, fc.option(condition, { nil: undefined })).map(
    ([name, one, when]) =>
      (pk: string, sk: string): Write =>
        update({ pk, sk }, { add: { [name]: one } }, when),
  ),
  fc.tuple(attribute, fc.option(condition, { nil: undefined })).map(
    ([name, when]) =>
      (pk: string, sk: string): Write =>
        update({ pk, sk }, { remove: [name, "workPk"] }, when),
  ),
  fc.option(condition, { nil: undefined }).map(
    (when) =>
      (pk: string, sk: string): Write =>
        remove({ pk, sk }, when),
  ),
);
const checking: fc.Arbitrary<Made> = condition.map(
  (when) =>
    (pk: string, sk: string): Write =>
      check({ pk, sk }, when),
);
const keys = ["x", "y", "z"];
/** Writes on one to three different keys, as one transaction; a lone write may also go by itself. */
const step = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 }),
    fc.array(fc.oneof(single, single, checking), { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([on, made, alone]) => ({ on, made, alone }));

type Step = { on: string[]; made: Made[]; alone: boolean };

async function play(table: Table, partition: string, steps: readonly Step[]) {
  const outcomes = [];
  for (const { on, made, alone } of steps) {
    const writes = on.map((sk, at) => (made[at] as Made)(partition, sk));
    const [first] = writes;
    const lone = alone && writes.length === 1 && first && first.write !== "check";
    outcomes.push(lone ? await table.write(first as SingleWrite) : await table.transact(writes));
  }
  const stored = await table.query({ partition, limit: 100 });
  const indexed = await table.query({ index: "work", partition, limit: 100 });
  return { outcomes, stored: stored.items, indexed: indexed.items };
}

describe.skipIf(why)("beside AWS's DynamoDB Local, the embedded table", () => {
  let embedded: EmbeddedTable;
  let reference: Awaited<ReturnType<typeof startDynamoDbLocal>>;
  let theirs: Awaited<ReturnType<typeof connectTable>>;
  let counter = 0;

  beforeAll(async () => {
    embedded = await startEmbeddedTable();
    reference = await startDynamoDbLocal();
    theirs = await connectTable(reference.endpoint);
  }, 60_000);
  afterAll(async () => {
    theirs?.client.destroy();
    reference?.stop();
    await embedded?.stop();
  });

  it("has the same outcomes, refusals, items and index after any sequence of writes and transactions", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        counter += 1;
        const partition = `p${counter}`;
        const ours = await play(embedded.table, partition, steps);
        expect(ours).toEqual(await play(theirs.table, partition, steps));
      }),
      { numRuns: RUNS },
    );
  }, 180_000);
});
