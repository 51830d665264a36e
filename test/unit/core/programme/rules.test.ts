import {
  changedRules,
  isTogether,
  placeOfItsKind,
  sessionCountOf,
  usualRules,
  workingHoursOf,
} from "@viceversa/core/programme/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const weeks = fc.integer({ min: 1, max: 104 });
const cadences = fc.integer({ min: 1, max: 12 });

describe("the sessions of a programme", () => {
  it("fit into its duration, and one more would not", () => {
    fc.assert(
      fc.property(weeks, cadences, (durationWeeks, everyWeeks) => {
        const count = sessionCountOf({ ...usualRules, durationWeeks, everyWeeks });
        expect(count).toBeGreaterThanOrEqual(1);
        if (count > 1) expect(count * everyWeeks).toBeLessThanOrEqual(durationWeeks);
        expect((count + 1) * everyWeeks).toBeGreaterThan(durationWeeks);
      }),
    );
  });
});

describe("the rounds of a rhythm", () => {
  const counts = fc.integer({ min: 1, max: 6 });
  it("are counted each among those of its kind, without a gap", () => {
    fc.assert(
      fc.property(counts, counts, (together, individual) => {
        const programme = { format: "mixed", rules: { rhythm: { together, individual } } } as const;
        const rounds = Array.from({ length: 40 }, (_, at) => at + 1);
        for (const kind of [true, false]) {
          const places = rounds
            .filter((ordinal) => isTogether(programme.rules, ordinal) === kind)
            .map((ordinal) => placeOfItsKind(programme, ordinal));
          expect(places).toEqual(places.map((_, at) => at + 1));
        }
      }),
    );
  });
});

describe("a change of rules", () => {
  const rules = fc.record(
    {
      durationWeeks: weeks,
      everyWeeks: cadences,
      workingHours: fc.constantFrom({ from: "08:00", to: "17:00" }, { from: "10:00", to: "19:00" }),
    },
    { requiredKeys: [] },
  );

  it("takes the given parts and leaves the others, however changes follow one another", () => {
    fc.assert(
      fc.property(rules, rules, (one, other) => {
        expect(changedRules(changedRules(usualRules, one), other)).toEqual({
          ...usualRules,
          ...one,
          ...other,
        });
      }),
    );
  });

  it("goes back to the organisation's hours", () => {
    const organisation = { workingHours: { from: "09:00", to: "18:00" } };
    const own = changedRules(usualRules, { workingHours: { from: "10:00", to: "16:00" } });
    expect(workingHoursOf(own, organisation)).toEqual({ from: "10:00", to: "16:00" });
    expect(workingHoursOf(changedRules(own, { workingHours: null }), organisation)).toEqual(
      organisation.workingHours,
    );
  });
});
