import type { Id } from "@viceversa/core/ids.ts";
import { managerCycles, type Reporting, reportingLine } from "@viceversa/core/person/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type PersonId = Id<"person">;
const idOf = (at: number) => `per_${String(at).padStart(3, "0")}` as PersonId;

/** Companies of any shape: each person may report to anybody, to somebody unknown, or to nobody. */
const companies: fc.Arbitrary<Reporting[]> = fc.integer({ min: 1, max: 30 }).chain((size) =>
  fc
    .array(fc.option(fc.integer({ min: 0, max: size }), { nil: undefined }), {
      minLength: size,
      maxLength: size,
    })
    .map((managers) =>
      managers.map((manager, at) => ({
        id: idOf(at),
        managerId: manager === undefined ? undefined : idOf(manager),
      })),
    ),
);

const byIdOf = (people: readonly Reporting[]) => new Map(people.map((person) => [person.id, person]));

/** By the definition: whoever comes back to herself by going up. */
function isInACircle(person: Reporting, people: readonly Reporting[]): boolean {
  const byId = byIdOf(people);
  let at = person.managerId;
  for (let step = 0; step <= people.length && at !== undefined; step += 1) {
    if (at === person.id) return true;
    at = byId.get(at)?.managerId;
  }
  return false;
}

describe("the circles of a company", () => {
  it("hold exactly those who come back to themselves by going up, each person once", () => {
    fc.assert(
      fc.property(companies, (people) => {
        const found = managerCycles(people).flat();
        const expected = people.filter((person) => isInACircle(person, people)).map(({ id }) => id);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it("are in the order of reporting: each reports to the next, and the last to the first", () => {
    fc.assert(
      fc.property(companies, (people) => {
        const byId = byIdOf(people);
        for (const cycle of managerCycles(people)) {
          const next = [...cycle.slice(1), cycle[0]];
          expect(cycle.map((id) => byId.get(id)?.managerId)).toEqual(next);
        }
      }),
    );
  });

  it("do not hang on the order in which people are told", () => {
    const shuffled = companies.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    );
    fc.assert(
      fc.property(shuffled, ([people, others]) => {
        expect(managerCycles(others)).toEqual(managerCycles(people));
      }),
    );
  });
});

describe("the line above a person", () => {
  it("is each one's manager in turn, with nobody twice and never herself", () => {
    fc.assert(
      fc.property(companies, (people) => {
        const byId = byIdOf(people);
        for (const person of people) {
          const line = reportingLine(person, byId);
          expect(new Set([person.id, ...line]).size).toBe(line.length + 1);
          const chain = [person.id, ...line];
          for (const [at, id] of line.entries()) expect(byId.get(chain[at] as PersonId)?.managerId).toBe(id);
        }
      }),
    );
  });

  it("goes on to the top, to the edge of what is known, or to where it would go round", () => {
    fc.assert(
      fc.property(companies, (people) => {
        const byId = byIdOf(people);
        for (const person of people) {
          const line = reportingLine(person, byId);
          const last = byId.get(line.at(-1) ?? person.id);
          const above = last?.managerId;
          const ends = above === undefined || !byId.has(above) || above === person.id || line.includes(above);
          expect(ends).toBe(true);
        }
      }),
    );
  });
});
