import {
  dueBefore,
  epochOf,
  Instant,
  LocalTime,
  localOf,
  nextWeekday,
  startOf,
  weeksLater,
  Zone,
} from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rome = Zone.parse("Europe/Rome");
const local = (text: string) => LocalTime.parse(text);

describe("a meeting's wall time", () => {
  it("keeps its hour across the change of the clocks", () => {
    expect(startOf(local("2026-10-22T10:00"), rome)).toBe("2026-10-22T08:00:00.000Z");
    expect(startOf(weeksLater(local("2026-10-22T10:00"), 1), rome)).toBe("2026-10-29T09:00:00.000Z");
  });

  it("is refused when the clocks skip it", () => {
    expect(() => startOf(local("2027-03-28T02:30"), rome)).toThrow("skip 2027-03-28T02:30");
  });

  it("is the first of two when the clocks repeat it", () => {
    expect(startOf(local("2026-10-25T02:30"), rome)).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is found again from its instant, in every zone and hour that exists", () => {
    const zones = ["Europe/Rome", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "UTC"];
    const minutes = fc.integer({ min: 0, max: 4 * 366 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const instant = Instant.parse(new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString());
        const wall = localOf(instant, Zone.parse(zone));
        const again = startOf(wall, Zone.parse(zone));
        expect(localOf(again, Zone.parse(zone))).toBe(wall);
        expect(epochOf(again)).toBeLessThanOrEqual(epochOf(instant));
      }),
    );
  });
});

describe("a reminder", () => {
  it("of a day comes at the same wall time of the day before, also when that day has 25 hours", () => {
    expect(dueBefore(local("2026-10-25T10:00"), rome, 1_440)).toBe("2026-10-24T08:00:00.000Z");
  });

  it("of less than a day comes after elapsed time", () => {
    expect(dueBefore(local("2026-10-25T04:00"), rome, 120)).toBe("2026-10-25T01:00:00.000Z");
  });
});

describe("a weekday", () => {
  it.each([
    ["2026-11-24T09:00", 2, "10:00", "2026-11-24T10:00"],
    ["2026-11-24T11:00", 2, "10:00", "2026-12-01T10:00"],
    ["2026-11-24T11:00", 1, "10:00", "2026-11-30T10:00"],
  ])("after %s is found", (after, weekday, wallTime, expected) => {
    expect(nextWeekday(local(after), weekday, wallTime)).toBe(expected);
  });
});

describe("what is no time", () => {
  it.each(["2026-02-30T10:00", "2026-11-24", "2026-11-24T10:00Z", "24/11/2026 10:00"])(
    "is refused: %s",
    (text) => {
      expect(LocalTime.safeParse(text).success).toBe(false);
    },
  );

  it.each(["2026-11-24T10:00:00", "2026-13-01T10:00:00Z", "now"])("is refused as an instant: %s", (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  it.each(["Europe/Roma", "+01:00", "", "../../etc"])("is refused as a zone: %s", (text) => {
    expect(Zone.safeParse(text).success).toBe(false);
  });

  it("is told from an instant with any offset, which becomes UTC", () => {
    expect(Instant.parse("2026-11-24T10:00:00+01:00")).toBe("2026-11-24T09:00:00.000Z");
  });
});
