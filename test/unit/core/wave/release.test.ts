import { shippedInstruments } from "@viceversa/core/instrument/index.ts";
import {
  type CountedResponse,
  type ReleasedTables,
  releasedComments,
  releaseTables,
} from "@viceversa/core/wave/index.ts";
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
// Companies of all sizes alike: without "max" hardly one has more than ten people.
const company = fc.array(respondent, { minLength: 0, maxLength: 40, size: "max" });

const release = (responses: readonly CountedResponse[], threshold = K): ReleasedTables =>
  releaseTables(instrument, responses, { threshold, invited: 60, by: partitions });
const shownIn = (tables: ReleasedTables, partition: Partition) =>
  (tables.by[partition] ?? []).filter((cell) => cell.kind === "shown");
const namesIn = (tables: ReleasedTables) =>
  partitions.flatMap((partition) => shownIn(tables, partition).map(({ group }) => group));
/** People whom no table tells apart, as the attacker sees them who knows everybody's groups. */
function crowdsOf(responses: readonly CountedResponse[]): readonly CountedResponse[][] {
  const crowds = new Map<string, CountedResponse[]>();
  for (const response of responses) {
    const key = partitions.map((partition) => response.groups[partition]).join();
    crowds.set(key, [...(crowds.get(key) ?? []), response]);
  }
  return [...crowds.values()];
}
/** The crowds of each shown group. */
const setsOf = (tables: ReleasedTables, crowds: readonly CountedResponse[][]) =>
  partitions.flatMap((partition) =>
    shownIn(tables, partition).map(({ group }) =>
      [...crowds.keys()].filter((at) => crowds[at]?.[0]?.groups[partition] === group),
    ),
  );
const people = (count: number, role: string, department: string, glad = (at: number) => 1 + (at % 5)) =>
  Array.from({ length: count }, (_, at) => ({
    answers: { glad: glad(at) },
    groups: { role, department, generation: ["x", "millennials", "z"][at % 3] ?? "z" },
  }));

/**
 * Adds and subtracts the sums of the shown groups in every way, each up to twice, or once where there are many,
 * and shows how often each crowd is counted then. Subtracting the total besides takes out all who are counted
 * equally often, however often that is.
 */
function everyCombination(
  tables: ReleasedTables,
  crowds: readonly CountedResponse[][],
  visit: (counted: readonly number[]) => void,
) {
  const sets = setsOf(tables, crowds);
  const times = sets.length > 7 ? [-1, 0, 1] : [-2, -1, 0, 1, 2];
  const combine = (
    counted: readonly number[],
    [set, ...others]: readonly number[][],
    factors: readonly number[],
  ): void => {
    if (!set) {
      visit(counted);
      return;
    }
    for (const factor of factors) {
      const more = [...counted];
      for (const crowd of set) more[crowd] = (more[crowd] ?? 0) + factor;
      combine(more, others, times);
    }
  };
  // A combination is about the same people as its opposite.
  const first = times.filter((factor) => factor >= 0);
  combine(
    crowds.map(() => 0),
    sets,
    first,
  );
}

/** How many people the narrowest combination is about. */
function fewestIn(tables: ReleasedTables, responses: readonly CountedResponse[]): number {
  const crowds = crowdsOf(responses);
  let fewest = responses.length;
  everyCombination(tables, crowds, (counted) => {
    for (const base of new Set(counted)) {
      let about = 0;
      for (const [at, crowd] of crowds.entries()) if (counted[at] !== base) about += crowd.length;
      if (about > 0 && about < fewest) fewest = about;
    }
  });
  return fewest;
}

/** Whether some combination counts only people who gave one answer, and takes away only such as gave another. */
function findsAgreement(tables: ReleasedTables, responses: readonly CountedResponse[], key: string): boolean {
  const crowds = crowdsOf(responses);
  // A bit for each answer that a crowd gave: one bit means that all of it agree.
  const answers = crowds.map((crowd) =>
    crowd.reduce((given, response) => given | (1 << Number(response.answers[key])), 0),
  );
  const agree = (given: number): boolean => (given & (given - 1)) === 0;
  let found = false;
  everyCombination(tables, crowds, (counted) => {
    for (const base of found ? [] : new Set(counted)) {
      let [more, fewer] = [0, 0];
      for (const [at, given] of answers.entries()) {
        const times = counted[at] ?? 0;
        if (times > base) more |= given;
        if (times < base) fewer |= given;
      }
      if (more + fewer > 0 && agree(more) && agree(fewer) && (more & fewer) === 0) found = true;
    }
  });
  return found;
}

describe("what a wave releases", () => {
  it("shows no group under the threshold", () => {
    fc.assert(
      fc.property(company, (responses) => {
        const tables = release(responses);
        for (const { responses: size } of partitions.flatMap((one) => shownIn(tables, one))) {
          expect(size).toBeGreaterThanOrEqual(K);
        }
      }),
    );
  });

  it("lets nobody compute anything about a few people by adding and subtracting what is shown", () => {
    fc.assert(
      fc.property(company, fc.integer({ min: 3, max: 6 }), (responses, threshold) => {
        const tables = release(responses, threshold);
        if (tables.total.kind === "suppressed") return;
        expect(fewestIn(tables, responses)).toBeGreaterThanOrEqual(threshold);
      }),
      { numRuns: 30 },
    );
  });

  it("does not show a role from which two departments can be taken so that three people are left", () => {
    const responses = [
      ...people(6, "mentor", "Sales"),
      ...people(6, "mentor", "IT"),
      ...people(3, "mentor", "HR"),
      ...people(9, "mentee", "HR"),
      ...people(9, "mentee", "Legal"),
    ];
    const tables = release(responses);
    expect(fewestIn(tables, responses)).toBeGreaterThanOrEqual(K);
    expect(namesIn(tables)).toEqual(["mentee", "mentor", "millennials", "x", "z", "HR", "Sales"]);
  });

  it("shows all that is safe: roles, generations and departments that are spread evenly", () => {
    const responses = ["mentor", "mentee"].flatMap((role) =>
      ["Sales", "IT"].flatMap((department) => people(10, role, department)),
    );
    const all = ["mentee", "mentor", "millennials", "x", "z", "IT", "Sales"];
    expect(namesIn(release(responses))).toEqual(all);
  });

  it("shows the same groups whatever the order of the respondents", () => {
    const shuffled = company.chain((responses) =>
      fc.tuple(
        fc.constant(responses),
        fc.shuffledSubarray(responses, { minLength: responses.length, maxLength: responses.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(namesIn(release(one))).toEqual(namesIn(release(other)));
      }),
    );
  });

  it.each([5, 10, 50])("decides for 2,000 respondents in well under a second, threshold %i", (threshold) => {
    const responses = Array.from({ length: 2_000 }, (_, at) => ({
      answers: { glad: 1 + (at % 5) },
      groups: { role: `r${at % 2}`, generation: `g${at % 5}`, department: `d${Math.floor(at / 80)}` },
    }));
    const before = performance.now();
    const tables = release(responses, threshold);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(namesIn(tables)).toHaveLength(32);
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

  it("gives no exact figure of an item from which the answers of people who agree can be computed", () => {
    fc.assert(
      fc.property(company, fc.integer({ min: 3, max: 6 }), (responses, threshold) => {
        const tables = release(responses, threshold);
        for (const key of ["glad", "recommend"] as const) {
          const figures = partitions.flatMap((one) => shownIn(tables, one).map(({ items }) => items[key]));
          if (!figures.some((figure) => figure?.kind === "exact")) continue;
          expect(findsAgreement(tables, responses, key)).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("gives bounds where those whom a table hides all gave the same answer", () => {
    const always = () => 5;
    const responses = [
      ...people(10, "mentor", "Sales"),
      ...people(3, "mentor", "IT", always),
      ...people(3, "mentor", "HR", always),
    ];
    const [sales] = shownIn(release(responses), "department");
    expect(sales).toMatchObject({ group: "Sales", items: { glad: { kind: "bounds" } } });
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
    const shown = namesIn(tables);
    expect(shown.includes("mentor") && shown.includes("z")).toBe(false);
    expect(shown.includes("mentee") && shown.includes("x")).toBe(false);
  });

  it("shows comments only from twice the threshold on, in no order of arrival", () => {
    const of = (count: number) =>
      releasedComments(
        instrument,
        Array.from({ length: count }, (_, at) => ({
          answers: { glad: 3, comment: `c${9 - (at % 10)}` },
          groups: {},
        })),
        K,
      );
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
