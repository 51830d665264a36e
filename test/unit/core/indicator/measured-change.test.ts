import {
  changeBetween,
  type DatedValue,
  differenceInDifferences,
  improvementOf,
  meanIn,
} from "@viceversa/core/indicator/index.ts";
import { LocalDate } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const day = (text: string): LocalDate => LocalDate.parse(text);
const windows = {
  baseline: { from: day("2026-01-01"), to: day("2026-06-30") },
  programme: { from: day("2026-07-01"), to: day("2026-12-31") },
};
const on = (date: string, value: number): DatedValue => ({ date: day(date), value });

/** Whole numbers, so that sums are exact. */
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const dayOf = (year: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) =>
      day(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`),
    );
const series = fc.array(fc.record({ date: fc.oneof(dayOf(2025), dayOf(2026), dayOf(2027)), value: whole }), {
  maxLength: 60,
});
const shifted = (values: readonly DatedValue[], by: (date: LocalDate) => number): DatedValue[] =>
  values.map(({ date, value }) => ({ date, value: value + by(date) }));
const about = (one: number | undefined, other: number | undefined) => {
  if (one === undefined || other === undefined) return expect(one).toBe(other);
  return expect(Math.abs(one - other)).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(one), Math.abs(other)),
  );
};

describe("the mean of a window", () => {
  it("counts the days on its edges, and nothing beside it", () => {
    const values = [on("2025-12-31", 99), on("2026-01-01", 1), on("2026-06-30", 4), on("2026-07-01", 99)];
    expect(meanIn(values, windows.baseline)).toEqual({ n: 2, mean: 2.5 });
  });

  it("is missing, and not 0, where there are no values", () => {
    expect(meanIn([], windows.baseline)).toEqual({ n: 0, mean: undefined });
  });

  it("lies among its values, whatever their order, and moves with them", () => {
    fc.assert(
      fc.property(series, whole, (values, by) => {
        const { n, mean } = meanIn(values, windows.baseline);
        const within = values.filter(({ date }) => date >= "2026-01-01" && date <= "2026-06-30");
        expect(n).toBe(within.length);
        expect(meanIn(values.toReversed(), windows.baseline)).toEqual({ n, mean });
        about(
          meanIn(
            shifted(values, () => by),
            windows.baseline,
          ).mean,
          mean === undefined ? mean : mean + by,
        );
        if (mean === undefined) return;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...within.map(({ value }) => value)));
        expect(mean).toBeLessThanOrEqual(Math.max(...within.map(({ value }) => value)));
      }),
    );
  });
});

describe("a change from the baseline to the programme", () => {
  it("is told in the unit and as a fraction of the baseline", () => {
    const values = [on("2026-02-28", 40), on("2026-03-31", 60), on("2026-09-30", 75)];
    expect(changeBetween(values, windows)).toEqual({
      baseline: { n: 2, mean: 50 },
      programme: { n: 1, mean: 75 },
      difference: 25,
      relative: 0.5,
    });
  });

  it("has no fraction of a baseline of 0, and one of the same sign as the difference below 0", () => {
    expect(changeBetween([on("2026-02-28", 0), on("2026-09-30", 5)], windows)).toMatchObject({
      difference: 5,
      relative: undefined,
    });
    expect(changeBetween([on("2026-02-28", -10), on("2026-09-30", -5)], windows)).toMatchObject({
      difference: 5,
      relative: 0.5,
    });
  });

  it("is known exactly where both windows have values, and never not a number", () => {
    fc.assert(
      fc.property(series, (values) => {
        const { baseline, programme, difference, relative } = changeBetween(values, windows);
        expect(difference !== undefined).toBe(baseline.n > 0 && programme.n > 0);
        for (const figure of [baseline.mean, programme.mean, difference, relative]) {
          if (figure !== undefined) expect(Number.isFinite(figure)).toBe(true);
        }
      }),
    );
  });

  it("is the same when every value is moved by as much, and turns round when every value does", () => {
    fc.assert(
      fc.property(series, whole, (values, by) => {
        const { difference } = changeBetween(values, windows);
        about(
          changeBetween(
            shifted(values, () => by),
            windows,
          ).difference,
          difference,
        );
        const mirrored = values.map(({ date, value }) => ({ date, value: -value }));
        about(
          changeBetween(mirrored, windows).difference,
          difference === undefined ? difference : -difference,
        );
      }),
    );
  });

  it("as a fraction does not depend on the unit's size", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 1_000 }), (values, times) => {
        const larger = values.map(({ date, value }) => ({ date, value: value * times }));
        about(changeBetween(larger, windows).relative, changeBetween(values, windows).relative);
      }),
    );
  });

  it("is not computed from windows that share a day", () => {
    const { from } = windows.programme;
    const overlapping = { ...windows, baseline: { ...windows.baseline, to: from } };
    expect(() => changeBetween([], overlapping)).toThrow("before the programme window begins");
  });
});

describe("a difference in differences", () => {
  it("is what changed for the participants beyond the comparison group", () => {
    const result = differenceInDifferences(
      {
        participants: [on("2026-02-28", 40), on("2026-09-30", 70)],
        comparison: [on("2026-02-28", 50), on("2026-08-31", 58), on("2026-09-30", 62)],
      },
      windows,
    );
    expect(result.estimate).toBe(20);
    expect([result.participants.baseline.n, result.comparison.programme.n]).toEqual([1, 2]);
  });

  it("is missing where any of the four means is", () => {
    fc.assert(
      fc.property(series, series, (participants, comparison) => {
        const result = differenceInDifferences({ participants, comparison }, windows);
        const counts = [result.participants, result.comparison].flatMap(({ baseline, programme }) => [
          baseline.n,
          programme.n,
        ]);
        expect(result.estimate === undefined).toBe(counts.includes(0));
      }),
    );
  });

  it("does not move with what moves both groups at a time, nor with how far apart they were before", () => {
    fc.assert(
      fc.property(series, series, whole, whole, (participants, comparison, trend, gap) => {
        const both = (date: LocalDate) => (date >= windows.programme.from ? trend : 0);
        const { estimate } = differenceInDifferences({ participants, comparison }, windows);
        const moved = differenceInDifferences(
          { participants: shifted(participants, both), comparison: shifted(comparison, both) },
          windows,
        );
        about(moved.estimate, estimate);
        const apart = { participants: shifted(participants, () => gap), comparison };
        about(differenceInDifferences(apart, windows).estimate, estimate);
      }),
    );
  });

  it("of a group with itself is 0", () => {
    fc.assert(
      fc.property(series, (values) => {
        const { estimate = 0 } = differenceInDifferences(
          { participants: values, comparison: values },
          windows,
        );
        expect(estimate).toBe(0);
      }),
    );
  });
});

describe("an improvement", () => {
  it("is a rise where more is better and a fall where less is", () => {
    expect(improvementOf({ direction: "up" }, 3)).toBe(3);
    expect(improvementOf({ direction: "down" }, 3)).toBe(-3);
    expect(improvementOf({ direction: "down" }, 0)).toBe(0);
    expect(improvementOf({ direction: "down" }, undefined)).toBeUndefined();
  });
});
