import {
  type Answered,
  type ChangeCell,
  type LinkedResponse,
  pairedChange,
  pairedStatistics,
  type ReleasedTables,
  releaseTables,
  studentQuantile,
} from "@viceversa/core/wave/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const K = 5;
const by = ["role", "generation", "department"] as const;
const text = { en: "x" };
const instrument: Answered["instrument"] = {
  scale: Array(5).fill(text),
  items: ["one", "two"].map((key) => ({ kind: "scale", key, text, subscale: "all", reverse: false })),
};
const step = fc.integer({ min: 1, max: 5 });
const person = fc.record({
  groups: fc.record({
    role: fc.constantFrom("mentor", "mentee"),
    generation: fc.constantFrom("x", "z"),
    department: fc.constant("IT"),
  }),
  before: fc.option(fc.record({ one: step, two: step }), { freq: 40 }),
  after: fc.option(fc.record({ one: step, two: step }), { freq: 25 }),
});
type Person = { groups: LinkedResponse["groups"]; before: Answers | null; after: Answers | null };
type Answers = { one: number; two: number };

const responsesOf = (people: readonly Person[], when: "before" | "after"): LinkedResponse[] =>
  people.flatMap((one, at) => {
    const answers = one[when];
    return answers ? [{ participantId: `p${at}`, answers, groups: one.groups }] : [];
  });
const tablesOf = (responses: readonly LinkedResponse[]): ReleasedTables =>
  releaseTables({ items: [...instrument.items], scale: [...instrument.scale] }, responses, {
    threshold: K,
    invited: 60,
    by,
  });
function changeOf(people: readonly Person[], released = tablesOf(responsesOf(people, "before"))): ChangeCell {
  const [cell] = pairedChange({
    earlier: { instrument, responses: responsesOf(people, "before"), released },
    later: { instrument, responses: responsesOf(people, "after") },
    threshold: K,
  });
  if (!cell) throw new Error("the dimension is measured both times");
  return cell;
}

/** The people of each sum that a wave has released: everybody, and each shown group. */
function sumsOf(people: readonly Person[], when: "before" | "after"): Set<number>[] {
  const tables = tablesOf(responsesOf(people, when));
  const answered = [...people.keys()].filter((at) => people[at]?.[when]);
  const shown = by.flatMap((partition) =>
    (tables.by[partition] ?? []).flatMap((cell) =>
      cell.kind === "shown" ? [answered.filter((at) => people[at]?.groups[partition] === cell.group)] : [],
    ),
  );
  return [answered, ...shown].map((members) => new Set(members));
}

/** Whom each combination of a wave's sums and a multiple of the paired people's concerns, if fewer than K. */
function concerned(sums: readonly Set<number>[], both: ReadonlySet<number>, times: number): Set<number>[] {
  let weights: number[][] = [[]];
  for (const _ of sums) weights = weights.flatMap((all) => [-1, 0, 1].map((weight) => [...all, weight]));
  return weights.flatMap((all) => {
    const counts = new Map<number, number>([...both].map((at) => [at, times]));
    for (const [which, weight] of all.entries()) {
      for (const at of sums[which] ?? []) counts.set(at, (counts.get(at) ?? 0) + weight);
    }
    const left = [...counts].filter(([, count]) => count !== 0).map(([at]) => at);
    return left.length < K ? [new Set(left)] : [];
  });
}

const people = (
  count: number,
  before: (at: number) => Answers | null,
  after: (at: number) => Answers | null,
) =>
  Array.from({ length: count }, (_, at) => ({
    groups: { role: "mentee", generation: "x", department: "IT" },
    before: before(at),
    after: after(at),
  }));
const spread = (at: number): Answers => ({ one: 1 + (at % 4), two: 1 + (at % 3) });
const higher = (at: number): Answers => ({ one: 2 + (at % 4), two: 2 + ((at + (at % 2)) % 3) });

describe("what has changed between two waves", () => {
  it("tells nothing about fewer than the threshold, whatever is added to and subtracted from it", () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.array(person, { minLength: 0, maxLength: 30, size: "max" }), (company) => {
        if (changeOf(company).kind === "suppressed") return;
        shown += 1;
        const both = new Set([...company.keys()].filter((at) => company[at]?.before && company[at]?.after));
        // The change is the later answers of these people less their earlier ones.
        const before = concerned(sumsOf(company, "before"), both, -1);
        const after = concerned(sumsOf(company, "after"), both, 1);
        for (const one of before) {
          for (const other of after) {
            const people = new Set([...one, ...other]).size;
            expect(people === 0 || people >= K).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(shown).toBeGreaterThan(3);
  });

  it("is shown for those who answered both times, with its interval and its size", () => {
    const company = people(12, spread, higher);
    expect(changeOf(company)).toMatchObject({ kind: "shown", subscale: "all", n: 12 });
  });

  it.each<[string, Person[]]>([
    ["four answered both times", people(4, spread, higher)],
    ["one person answered only before", people(12, spread, (at) => (at === 0 ? null : higher(at)))],
    ["four answered only afterwards", people(14, (at) => (at < 4 ? null : spread(at)), higher)],
    ["all changed alike", people(12, spread, (at) => ({ one: spread(at).one + 1, two: spread(at).two + 1 }))],
    ["all gave the best answer in the end", people(12, spread, () => ({ one: 5, two: 5 }))],
  ])("is suppressed when %s", (_, company) => {
    expect(changeOf(company)).toEqual({ kind: "suppressed", subscale: "all" });
  });

  it("is suppressed when somebody was erased since, or is in another group than her answer was counted in", () => {
    const company = people(14, spread, higher);
    const released = tablesOf(responsesOf(company, "before"));
    expect(changeOf(company, released).kind).toBe("shown");
    expect(changeOf(company.slice(1), released).kind).toBe("suppressed");
    const [first, ...others] = company;
    const moved = [
      { ...first, groups: { role: "mentee", generation: "x", department: "HR" } } as Person,
      ...others,
    ];
    expect(changeOf(moved, released).kind).toBe("suppressed");
  });

  it("is not computed of what was asked in another way the second time", () => {
    const responses = responsesOf(people(12, spread, higher), "before");
    const other = { ...instrument, scale: [...instrument.scale, text] };
    const released = tablesOf(responses);
    const change = { earlier: { instrument, responses, released }, threshold: K };
    expect(pairedChange({ ...change, later: { instrument: other, responses } })).toEqual([]);
    expect(pairedChange({ ...change, later: { instrument, responses } })).toHaveLength(1);
  });
});

describe("the statistics of paired differences", () => {
  it("are those of the textbook: ten people of Student's sleep data", () => {
    // Student (1908), hours of sleep gained with one drug less with the other.
    const hours = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const { mean, interval, effectSize } = pairedStatistics(hours) ?? expect.fail();
    expect(mean).toBeCloseTo(1.58, 10);
    expect(interval.from).toBeCloseTo(0.7001, 3);
    expect(interval.to).toBeCloseTo(2.4599, 3);
    expect(effectSize).toBeCloseTo(1.2846, 3);
  });

  it.each([
    [2, 4.3027],
    [4, 2.7764],
    [9, 2.2622],
    [29, 2.0452],
    [120, 1.9799],
  ])("use the tabulated quantile with %i degrees of freedom", (degrees, quantile) => {
    expect(Math.abs(studentQuantile(degrees) - quantile)).toBeLessThan(0.001);
  });

  it("turn round with the differences, widen with fewer people, and hold the mean", () => {
    const differences = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 3, maxLength: 50 });
    fc.assert(
      fc.property(differences, (all) => {
        const statistics = pairedStatistics(all);
        const turned = pairedStatistics(all.map((one) => -one));
        expect(statistics === undefined).toBe(new Set(all).size === 1);
        if (!statistics || !turned) return;
        expect(statistics.interval.from <= statistics.mean && statistics.mean <= statistics.interval.to).toBe(
          true,
        );
        expect(turned.interval.from).toBeCloseTo(-statistics.interval.to, 9);
        expect(turned.effectSize).toBeCloseTo(-statistics.effectSize, 9);
        const twice = pairedStatistics([...all, ...all]) ?? expect.fail();
        expect(twice.interval.to - twice.interval.from).toBeLessThan(
          statistics.interval.to - statistics.interval.from,
        );
      }),
    );
  });
});
