import { GenerationRanges, usualGenerations } from "@viceversa/core/organisation/index.ts";
import { generationOf, Person } from "@viceversa/core/person/index.ts";
import { type Eligibility, isEligible, misfitsOf } from "@viceversa/core/programme/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const id = `per_${"0".repeat(26)}`;
const now = "2026-11-24T09:00:00.000Z";
const person = (known: object = {}): Person =>
  Person.parse({
    id,
    externalId: "E1",
    email: "anna@example.com",
    name: "Anna",
    state: "active",
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...known,
  });
const fits = (known: object, eligibility: Eligibility) =>
  isEligible(person(known), eligibility, usualGenerations);

const some = <T>(...values: T[]) => fc.subarray(values, { minLength: 1 });
const people = fc
  .record(
    {
      birthYear: fc.integer({ min: 1940, max: 2015 }),
      seniority: fc.constantFrom("junior", "senior", "executive"),
      site: fc.constantFrom("Roma", "Torino"),
      department: fc.constantFrom("Sales", "IT"),
      languages: fc.subarray(["it", "en", "fr"]),
      locale: fc.constantFrom("it", "en"),
    },
    { requiredKeys: [] },
  )
  .map(person);
const eligibilities: fc.Arbitrary<Eligibility> = fc.record(
  {
    generations: some("boomers", "x", "millennials", "z"),
    seniorities: some("junior" as const, "senior" as const, "executive" as const),
    sites: some("Roma", "Torino", "Milano"),
    departments: some("Sales", "IT", "HR"),
    languages: some("it", "en", "fr"),
  },
  { requiredKeys: [] },
);

describe("who may take part", () => {
  it("is everybody where nothing is asked", () => {
    fc.assert(fc.property(people, (one) => isEligible(one, {}, usualGenerations)));
  });

  it("is who fits each criterion alone, and nobody else", () => {
    fc.assert(
      fc.property(people, eligibilities, (one, eligibility) => {
        const alone = Object.entries(eligibility).map(([criterion, names]) =>
          isEligible(one, { [criterion]: names }, usualGenerations),
        );
        expect(isEligible(one, eligibility, usualGenerations)).toBe(alone.every(Boolean));
      }),
    );
  });

  it("is never more people when a criterion is added or narrowed", () => {
    fc.assert(
      fc.property(people, eligibilities, eligibilities, (one, wide, more) => {
        const narrow: Eligibility = { ...more, ...wide };
        if (isEligible(one, narrow, usualGenerations)) {
          expect(isEligible(one, wide, usualGenerations)).toBe(true);
        }
      }),
    );
  });

  it("is told by the criteria that she does not fit, which are the ones that keep her out", () => {
    fc.assert(
      fc.property(people, eligibilities, (one, eligibility) => {
        const kept = { ...eligibility };
        for (const criterion of misfitsOf(one, eligibility, usualGenerations)) delete kept[criterion];
        expect(isEligible(one, kept, usualGenerations)).toBe(true);
      }),
    );
  });

  it.each<Eligibility>([
    { generations: ["boomers", "x", "millennials", "z", "alpha"] },
    { seniorities: ["junior", "intermediate", "senior", "executive"] },
    { sites: ["Roma"] },
    { departments: ["Sales"] },
    { languages: ["it", "en"] },
  ])("is nobody of whom nobody knows it: %j", (eligibility) => {
    expect(fits({}, eligibility)).toBe(false);
  });

  it("is asked for the language of her mails where the directory names none that she meets in", () => {
    expect(fits({ locale: "en" }, { languages: ["en"] })).toBe(true);
    expect(fits({ locale: "en", languages: [] }, { languages: ["en"] })).toBe(true);
    expect(fits({ locale: "en", languages: ["it"] }, { languages: ["en"] })).toBe(false);
  });
});

describe("a generation", () => {
  it.each([
    [1944, undefined],
    [1945, "boomers"],
    [1964, "boomers"],
    [1965, "x"],
    [1980, "millennials"],
    [1996, "millennials"],
    [1997, "z"],
    [2010, "alpha"],
    [2015, "alpha"],
  ])("of %s is %s until the customer says otherwise", (year, name) => {
    expect(generationOf(year, usualGenerations)).toBe(name);
  });

  it("is one at most, whatever ranges the customer gives", () => {
    const edges = fc
      .uniqueArray(fc.integer({ min: 1900, max: 2100 }), { minLength: 2, maxLength: 20 })
      .map((years) => years.toSorted((one, other) => one - other));
    fc.assert(
      fc.property(edges, fc.integer({ min: 1900, max: 2100 }), fc.boolean(), (years, year, hasGaps) => {
        const ranges = years.slice(0, -1).flatMap((from, at) => {
          if (hasGaps && at % 2 === 1) return [];
          const before = years[at + 1];
          return before === undefined ? [] : [{ name: `g${at}`, from, before }];
        });
        const accepted = GenerationRanges.safeParse(ranges);
        expect(accepted.success).toBe(ranges.length <= 10);
        const holding = ranges.filter(({ from, before }) => from <= year && year < before);
        expect(holding.length).toBeLessThanOrEqual(1);
        expect(generationOf(year, ranges)).toBe(holding[0]?.name);
      }),
    );
  });
});
