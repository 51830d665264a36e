import {
  nextDigest,
  nextOpening,
  type QuietTimes,
  usualNotifications,
} from "@viceversa/core/organisation/index.ts";
import { dayOf, epochOf, fromEpoch, Instant, LocalDate, localOf, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const { quietHours, quietDays } = usualNotifications;
const usual: QuietTimes = { zone: Zone.parse("Europe/Rome"), quietHours, quietDays, holidays: [] };
const opening = (at: string, times: Partial<QuietTimes> = {}) =>
  nextOpening(Instant.parse(at), { ...usual, ...times });

describe("mail that can wait", () => {
  it.each([
    ["at once in the day", "2026-11-24T09:00:00.000Z", "2026-11-24T09:00:00.000Z"],
    ["in the morning when it arises in the evening", "2026-11-24T20:15:00Z", "2026-11-25T06:30:00.000Z"],
    ["in the morning when it arises at night", "2026-11-24T03:00:00Z", "2026-11-24T06:30:00.000Z"],
    ["on Monday when it arises on a Friday evening", "2026-11-27T19:00:00Z", "2026-11-30T06:30:00.000Z"],
    ["on Monday when it arises on a Saturday at noon", "2026-11-28T11:00:00Z", "2026-11-30T06:30:00.000Z"],
    ["at the same hour of the clock in summer", "2026-06-30T22:00:00Z", "2026-07-01T05:30:00.000Z"],
  ])("comes %s", (_, at, expected) => {
    expect(opening(at)).toBe(expected);
  });

  it("keeps quiet in the middle of a day too, for whoever wants that", () => {
    const times = { quietHours: { from: "09:00", to: "17:00" }, quietDays: [] };
    expect(opening("2026-11-24T09:00:00Z", times)).toBe("2026-11-24T16:00:00.000Z");
    expect(opening("2026-11-24T17:30:00Z", times)).toBe("2026-11-24T17:30:00.000Z");
  });

  it("does not come on the company's holidays", () => {
    const holidays = [{ date: LocalDate.parse("2026-12-08") }];
    expect(opening("2026-12-07T20:00:00Z", { holidays })).toBe("2026-12-09T06:30:00.000Z");
  });

  it("always finds an hour that is neither quiet nor past, within ten days", () => {
    const wallTime = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
    const times = fc.record({
      zone: fc
        .constantFrom("Europe/Rome", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
        .map((zone) => Zone.parse(zone)),
      quietHours: fc.record({ from: wallTime, to: wallTime }).filter(({ from, to }) => from !== to),
      quietDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
      holidays: fc.constant([]),
    });
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(moment, times, (at, given) => {
        const now = fromEpoch(at);
        for (const found of [nextOpening(now, given), nextDigest(now, given)]) {
          expect(epochOf(found)).toBeGreaterThanOrEqual(at);
          expect(epochOf(found) - at).toBeLessThan(10 * 86_400_000);
          expect(given.quietDays).not.toContain(dayOf(localOf(found, given.zone)).weekday);
          expect(nextOpening(found, given)).toBe(found);
        }
      }),
    );
  });
});

describe("the digest of whoever wants one a day", () => {
  it("comes when the quiet ends, of the next day once it has", () => {
    expect(nextDigest(Instant.parse("2026-11-24T05:00:00Z"), usual)).toBe("2026-11-24T06:30:00.000Z");
    expect(nextDigest(Instant.parse("2026-11-24T09:00:00Z"), usual)).toBe("2026-11-25T06:30:00.000Z");
    expect(nextDigest(Instant.parse("2026-11-27T09:00:00Z"), usual)).toBe("2026-11-30T06:30:00.000Z");
  });
});
