import { turnsFor } from "@viceversa/core/session/turns.ts";
import { daysLater, LocalTime, minutesLater } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** A Tuesday. */
const first = LocalTime.parse("2026-12-01T15:00");
const minutes = 60;
const rules = {
  minutes,
  hours: { from: "09:00", to: "18:00" },
  working: { workingDays: [1, 2, 3, 4, 5], holidays: [] },
};
const everybody = { ...rules, isFree: () => true, comes: () => true };
const timeOf = (turn: LocalTime): string => turn.slice("2026-12-01T".length);

describe("turns", () => {
  it("follow one another, and go on at the same hour of the next working day", () => {
    expect(turnsFor(first, [1, 2, 3, 4, 5], everybody)).toEqual([
      "2026-12-01T15:00",
      "2026-12-01T16:00",
      "2026-12-01T17:00",
      "2026-12-02T15:00",
      "2026-12-02T16:00",
    ]);
  });

  it("are one for each who waits, no two at once, and within working hours after the first", () => {
    const counts = fc.record({
      waiting: fc.integer({ min: 0, max: 60 }),
      minutes: fc.constantFrom(30, 45, 60, 90),
    });
    fc.assert(
      fc.property(counts, ({ waiting, minutes }) => {
        const turns = turnsFor(first, Array.from({ length: waiting }), { ...everybody, minutes });
        expect(turns).toHaveLength(waiting);
        const sorted = turns.toSorted();
        for (const [at, turn] of sorted.entries())
          if (at > 0) expect(turn >= minutesLater(sorted[at - 1] ?? first, minutes)).toBe(true);
        for (const turn of turns) {
          expect(timeOf(turn) >= "09:00").toBe(true);
          expect(timeOf(minutesLater(turn, minutes)) <= "18:00").toBe(true);
        }
      }),
    );
  });

  it("are when she can come, for each for whom there is such a turn", () => {
    const hours = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 8, maxLength: 12 });
    const all = turnsFor(first, Array.from({ length: 41 }), everybody);
    fc.assert(
      fc.property(fc.array(hours, { minLength: 1, maxLength: 8 }), (wishes) => {
        const turns = turnsFor(first, wishes, {
          ...everybody,
          comes: (wish, turn) => wish.some((at) => all[at] === turn),
        });
        expect(new Set(turns).size).toBe(wishes.length);
        const possible = all.filter((turn) => turn <= daysLater(first, 6));
        // As many as there are wait at most, so that whoever names as many turns of the week gets one of them.
        for (const [at, wish] of wishes.entries())
          if (new Set(wish.filter((one) => possible.includes(all[one] ?? first))).size >= wishes.length)
            expect(wish.map((one) => all[one])).toContain(turns[at]);
      }),
    );
  });

  it("lie within working hours but for the first of a day, whenever that was asked for", () => {
    const evening = LocalTime.parse("2026-12-01T19:00");
    const turns = turnsFor(evening, [1, 2, 3], everybody);
    expect(turns).toEqual(["2026-12-01T19:00", "2026-12-02T19:00", "2026-12-02T09:00"]);
    const dawn = LocalTime.parse("2026-12-01T07:00");
    expect(turnsFor(dawn, [1, 2], everybody)).toEqual(["2026-12-01T07:00", "2026-12-01T09:00"]);
  });

  it("are given to her who can come to the fewest before her who can come to any", () => {
    const [any, one] = turnsFor(first, ["any", "one"], {
      ...everybody,
      comes: (who, turn) => who === "any" || turn === first,
    });
    expect([any, one]).toEqual(["2026-12-01T16:00", first]);
  });

  it("go round what is planned already, and to nobody's hours when there are none", () => {
    const turns = turnsFor(first, [1], { ...rules, isFree: (turn) => turn !== first, comes: () => false });
    expect(turns).toEqual(["2026-12-01T16:00"]);
  });
});
