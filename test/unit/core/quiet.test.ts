import { Plan } from "@viceversa/core/pairing/index.ts";
import { quietSpellOf } from "@viceversa/core/report/index.ts";
import { Instant, LocalTime, plus, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const at = (text: string) => Instant.parse(text);
const working = { workingDays: [1, 2, 3, 4, 5], holidays: [] };
const pairing = {
  plan: Plan.parse({ everyWeeks: 2, weekday: 4, wallTime: "14:30", minutes: 60, count: 12 }),
  plannedFrom: LocalTime.parse("2026-12-01T09:00"),
  zone: Zone.parse("Europe/Rome"),
  createdAt: at("2026-11-24T09:00:00Z"),
};
const spellOf = (more: { pauses?: { from: Instant; to?: Instant }[]; lastHeldAt?: Instant; now?: Instant }) =>
  quietSpellOf(pairing, more.lastHeldAt, {
    pauses: more.pauses ?? [],
    working,
    now: more.now ?? at("2027-01-04T09:00:00Z"),
  });

describe("a spell without a meeting", () => {
  it("is too long after two cadences, counted from the last meeting or else from the first date", () => {
    const lastHeldAt = at("2026-12-03T13:30:00Z");
    expect(spellOf({ lastHeldAt })).toEqual({ since: lastHeldAt, quietFrom: "2026-12-31T13:30:00.000Z" });
    expect(spellOf({})?.quietFrom).toBe("2026-12-22T09:00:00.000Z");
    const later = quietSpellOf({ ...pairing, plannedFrom: LocalTime.parse("2027-02-01T09:00") }, undefined, {
      pauses: [],
      working,
      now: at("2027-01-04T09:00:00Z"),
    });
    expect(later?.since).toBe("2027-01-21T13:30:00.000Z");
  });

  it("does not count a pause, also one that still goes on", () => {
    const pause = { from: at("2026-12-10T00:00:00Z"), to: at("2026-12-20T00:00:00Z") };
    expect(spellOf({ pauses: [pause] })?.quietFrom).toBe("2027-01-01T09:00:00.000Z");
    const now = at("2027-01-10T00:00:00Z");
    expect(spellOf({ pauses: [{ from: pause.from }], now })?.quietFrom).toBe("2027-01-22T09:00:00.000Z");
  });

  it("is none once the plan has run out", () => {
    expect(spellOf({ lastHeldAt: at("2027-04-22T12:30:00Z") })).toBeUndefined();
  });

  it("is never shorter for a pause, and longer by no more than it", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(minutes, minutes, (begins, lasts) => {
        const from = plus(pairing.createdAt, { minutes: begins });
        const to = plus(from, { minutes: lasts });
        const without = spellOf({});
        const paused = spellOf({ pauses: [{ from, to }] });
        if (!without || !paused) return;
        expect(paused.quietFrom >= without.quietFrom).toBe(true);
        expect(paused.quietFrom <= plus(without.quietFrom, { minutes: lasts })).toBe(true);
      }),
    );
  });
});
