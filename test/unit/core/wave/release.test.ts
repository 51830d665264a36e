import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import { type CountedResponse, type ReleasedTables, releaseTables } from "@viceversa/core/wave/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const [instrument] = shippedInstruments;
if (!instrument) throw new Error("an instrument is shipped");
const K = 5;
const partitions = ["role", "generation", "department"] as const;
type Partition = (typeof partitions)[number];

const respondent = fc.record({
  groups: fc.record({
    role: fc.constantFrom("mentor", "mentee"),
    generation: fc.constantFrom("x", "millennials", "z"),
    department: fc.constantFrom("Sales", "IT", "HR", "Legal"),
  }),
  answers: fc.record({ glad: fc.integer({ min: 1, max: 5 }), recommend: fc.integer({ min: 4, max: 5 }) }),
});
const company = fc.array(respondent, { minLength: 0, maxLength: 60 });

const release = (responses: readonly CountedResponse[]): ReleasedTables =>
  releaseTables(instrument, responses, { threshold: K, invited: 60, by: partitions });
const shownIn = (tables: ReleasedTables, partition: Partition) =>
  (tables.by[partition] ?? []).filter((cell) => cell.kind === "shown");
/** The respondents of each shown cell, as the attacker who knows everybody's groups sees them. */
const setsOf = (tables: ReleasedTables, responses: readonly CountedResponse[]) => [
  ...(tables.total.kind === "shown" ? [new Set(responses.keys())] : []),
  ...partitions.flatMap((partition) =>
    shownIn(tables, partition).map(
      ({ group }) =>
        new Set(
          [...responses.entries()].filter(([, { groups }]) => groups[partition] === group).map(([at]) => at),
        ),
    ),
  ),
];
const isRevealing = (size: number) => size > 0 && size < K;

describe("what a wave releases", () => {
  it("shows no group under the threshold", () => {
    fc.assert(
      fc.property(company, (responses) => {
        for (const set of setsOf(release(responses), responses)) expect(isRevealing(set.size)).toBe(false);
      }),
    );
  });

  it("lets nobody subtract the shown groups of a partition from the total and find a few people", () => {
    fc.assert(
      fc.property(company, (responses) => {
        const tables = release(responses);
        if (tables.total.kind === "suppressed") return;
        for (const partition of partitions) {
          const shown = shownIn(tables, partition).reduce((sum, cell) => sum + cell.responses, 0);
          expect(isRevealing(responses.length - shown)).toBe(false);
        }
      }),
    );
  });

  it("lets nobody subtract one shown group from another that holds it and find a few people", () => {
    fc.assert(
      fc.property(company, (responses) => {
        const sets = setsOf(release(responses), responses);
        for (const inner of sets) {
          for (const outer of sets) {
            if (![...inner].every((member) => outer.has(member))) continue;
            expect(isRevealing(outer.size - inner.size)).toBe(false);
          }
        }
      }),
    );
  });

  it("lets nobody compute one person by adding and subtracting any two shown groups of two partitions", () => {
    fc.assert(
      fc.property(company, (responses) => {
        const sets = setsOf(release(responses), responses);
        for (const [at, one] of sets.entries()) {
          for (const two of sets.slice(at + 1)) {
            const union = new Set([...one, ...two]);
            const disjoint = union.size === one.size + two.size;
            if (disjoint) expect(isRevealing(responses.length - union.size)).toBe(false);
          }
        }
      }),
    );
  });

  it("gives no exact figure of an item on which some shown group is unanimous, outside the total", () => {
    fc.assert(
      fc.property(company, (responses) => {
        const tables = release(responses);
        for (const partition of partitions) {
          for (const cell of shownIn(tables, partition)) {
            const members = responses.filter(({ groups }) => groups[partition] === cell.group);
            for (const key of ["glad", "recommend"] as const) {
              const unanimous = new Set(members.map(({ answers }) => answers[key])).size === 1;
              if (!unanimous) continue;
              const figures = partitions.flatMap((one) =>
                shownIn(tables, one).map(({ items }) => items[key]?.kind),
              );
              expect(new Set(figures)).toEqual(new Set(["bounds"]));
            }
          }
        }
      }),
    );
  });

  it("does not show two groups of which one lies in the other but for two people", () => {
    const person = (role: string, generation: string) => ({
      answers: { glad: 3 },
      groups: { role, generation, department: "IT" },
    });
    const responses = [
      ...Array.from({ length: 10 }, (_, at) => ({
        ...person("mentor", "z"),
        answers: { glad: 1 + (at % 5) },
      })),
      ...Array.from({ length: 2 }, () => person("mentor", "x")),
      ...Array.from({ length: 8 }, (_, at) => ({
        ...person("mentee", "x"),
        answers: { glad: 1 + (at % 5) },
      })),
    ];
    const tables = release(responses);
    const shown = [...shownIn(tables, "role"), ...shownIn(tables, "generation")].map(({ group }) => group);
    expect(shown.includes("mentor") && shown.includes("z")).toBe(false);
    expect(shown.includes("mentee") && shown.includes("x")).toBe(false);
  });

  it("shows comments only from twice the threshold on, in no order of arrival", () => {
    const of = (count: number) =>
      release(
        Array.from({ length: count }, (_, at) => ({
          answers: { glad: 3, comment: `c${9 - (at % 10)}` },
          groups: {},
        })),
      ).comments;
    expect(of(2 * K - 1)).toEqual([]);
    expect(of(2 * K)).toEqual(["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"]);
  });

  it("is useful where it can be: two large roles are shown with mean and favourable share", () => {
    const responses = Array.from({ length: 20 }, (_, at) => ({
      answers: { glad: 1 + (at % 5) },
      groups: { role: at < 10 ? "mentor" : "mentee", generation: "x", department: "IT" },
    }));
    expect(release(responses).by.role).toMatchObject([
      { kind: "shown", group: "mentee", responses: 10, items: { glad: { mean: 3, favourable: 0.4 } } },
      { kind: "shown", group: "mentor", responses: 10 },
    ]);
  });

  it("counts a reversed item the other way round, so that high is always good", () => {
    const responses = Array.from({ length: 6 }, (_, at) => ({ answers: { time: 1 + (at % 2) }, groups: {} }));
    expect(release(responses).total).toMatchObject({ items: { time: { mean: 4.5, favourable: 1 } } });
  });
});
