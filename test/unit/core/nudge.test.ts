import { Instant, plus } from "@viceversa/core/time.ts";
import { apartFrom } from "@viceversa/core/workflow/pairing-nudge.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const since = Instant.parse("2026-12-03T13:30:00Z");
const session = (days: number, state: "planned" | "missed" = "planned") => ({
  state,
  start: plus(since, { hours: days * 24 }),
  minutes: 60,
});
const nudgedAfter = (days: number, ...sessions: ReturnType<typeof session>[]) =>
  apartFrom(sessions, { since, quietFrom: plus(since, { hours: days * 24 }) })?.quietFrom;

describe("a nudge", () => {
  it("comes as soon as a spell is too long, where no session is near", () => {
    expect(nudgedAfter(28, session(35))).toBe(plus(since, { hours: 28 * 24 }));
    expect(nudgedAfter(28, session(28, "missed"))).toBe(plus(since, { hours: 28 * 24 }));
    expect(nudgedAfter(28)).toBe(plus(since, { hours: 28 * 24 }));
  });

  it("waits until who has met can have said so, and is none after the last session", () => {
    const waits = plus(since, { hours: 31 * 24 + 1 });
    expect(nudgedAfter(28, session(28), session(42))).toBe(waits);
    expect(nudgedAfter(28, session(29), session(42))).toBe(plus(waits, { hours: 24 }));
    expect(nudgedAfter(28, session(28))).toBeUndefined();
  });

  it("never comes on the eve of a session or in the days after it, however many there are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 60 }), { maxLength: 8 }), (days) => {
        const sessions = days.map((day) => session(day));
        const at = nudgedAfter(28, ...sessions);
        const near = sessions.filter(
          ({ start }) =>
            at && plus(start, { hours: -24 }) <= at && at < plus(start, { hours: 3 * 24, minutes: 60 }),
        );
        expect(near).toEqual([]);
      }),
    );
  });
});
