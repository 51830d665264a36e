import { datesOf, Plan } from "@viceversa/core/pairing/index.ts";
import { LocalTime, startOf, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const plan = (more: object = {}) =>
  Plan.parse({ everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: 3, ...more });
const from = LocalTime.parse("2026-10-20T09:00");

describe("a plan", () => {
  it("meets on its weekday at its hour, every N weeks, also when the clocks change between", () => {
    const dates = datesOf(plan(), from);
    expect(dates.map(({ localStart }) => localStart)).toEqual([
      "2026-10-22T14:30",
      "2026-11-05T14:30",
      "2026-11-19T14:30",
    ]);
    const starts = dates.map(({ localStart }) => startOf(localStart, Zone.parse("Europe/Rome")));
    expect(starts.slice(0, 2)).toEqual(["2026-10-22T12:30:00.000Z", "2026-11-05T13:30:00.000Z"]);
  });

  it("always has its count of dates, in order, all on its weekday", () => {
    const plans = fc.record({
      everyWeeks: fc.integer({ min: 1, max: 12 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      count: fc.integer({ min: 1, max: 104 }),
    });
    fc.assert(
      fc.property(plans, (more) => {
        const dates = datesOf(plan(more), from);
        expect(dates.map(({ ordinal }) => ordinal)).toEqual(
          Array.from({ length: more.count }, (_, at) => at + 1),
        );
        for (const { localStart } of dates) {
          expect(new Date(`${localStart}Z`).getUTCDay() || 7).toBe(more.weekday);
          expect(localStart >= from).toBe(true);
        }
      }),
    );
  });

  it.each([
    { wallTime: "24:00" },
    { weekday: 0 },
    { everyWeeks: 0 },
    { count: 105 },
    { minutes: 5 },
    { unknown: 1 },
  ])("with %o is refused", (wrong) => {
    expect(Plan.safeParse({ ...plan(), ...wrong }).success).toBe(false);
  });
});
