import { datesOf, Plan } from "@viceversa/core/pairing/index.ts";
import { LocalDate, LocalTime, startOf, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const plan = (more: object = {}) =>
  Plan.parse({ everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: 3, ...more });
const working = (...dates: string[]) => ({
  workingDays: [1, 2, 3, 4, 5],
  holidays: dates.map((date) => ({ date: LocalDate.parse(date), name: { en: "Holiday" } })),
});
const from = LocalTime.parse("2026-10-20T09:00");

describe("a plan", () => {
  it("meets on its weekday at its hour, every N weeks, also when the clocks change between", () => {
    const dates = datesOf(plan(), from, working());
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
        const dates = datesOf(plan(more), from, working());
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

  it("meets on the next working day instead of a holiday, and goes on as before", () => {
    const dates = datesOf(plan({ count: 2, weekday: 5 }), from, working("2026-10-23", "2026-10-26"));
    expect(dates).toEqual([
      { ordinal: 1, localStart: "2026-10-27T14:30" },
      { ordinal: 2, localStart: "2026-11-06T14:30" },
    ]);
  });

  it("leaves out a date in a week of holidays, and keeps the ordinals of the others", () => {
    const week = ["22", "23", "26", "27", "28"].map((day) => `2026-10-${day}`);
    expect(datesOf(plan(), from, working(...week)).map(({ ordinal }) => ordinal)).toEqual([2, 3]);
  });

  it("never meets on a holiday, and stays in order, whatever the holidays", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 60 });
    const plans = fc.record({
      everyWeeks: fc.integer({ min: 1, max: 4 }),
      weekday: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(plans, days, (more, off) => {
        const holidays = off.map((day) => new Date(Date.UTC(2026, 9, 20 + day)).toISOString().slice(0, 10));
        const dates = datesOf(plan({ ...more, count: 20 }), from, working(...holidays));
        const starts = dates.map(({ localStart }) => localStart);
        expect(starts).toEqual([...new Set(starts)].sort());
        for (const start of starts) expect(holidays).not.toContain(start.slice(0, 10));
      }),
    );
  });
});
