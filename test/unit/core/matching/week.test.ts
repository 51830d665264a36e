import type { Candidate } from "@viceversa/core/matching/candidate.ts";
import { commonStarts, SLOT_MINUTES, startCounts } from "@viceversa/core/matching/week.ts";
import { Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCandidate, aPool, pools } from "#test/support/pool.ts";

const wallTimes = (mentor: Candidate, mentee: Candidate, sessionMinutes = 60) =>
  commonStarts(mentor, [mentee], aPool([mentor], [mentee], { sessionMinutes })).map((slot) => {
    const minutes = slot * SLOT_MINUTES;
    const clock = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0"));
    return `${1 + Math.floor(minutes / 1_440)} ${clock.join(":")}`;
  });
const at = (weekday: number, from: string, to: string) => ({ availability: [{ weekday, from, to }] });

describe("two who look for an hour to meet in", () => {
  it("find those in which both are free for the whole session, on the mentee's clock", () => {
    const mentor = aCandidate("zoe", { ...at(2, "10:00", "12:00"), zone: Zone.parse("Europe/London") });
    const mentee = aCandidate("bruno", at(2, "11:30", "15:00"));
    expect(wallTimes(mentor, mentee)).toEqual(["2 11:30", "2 11:45", "2 12:00"]);
  });

  it("meet within the mentee's working hours, unless she has only named others", () => {
    const mentor = aCandidate("zoe", at(1, "06:00", "23:00"));
    expect(wallTimes(mentor, aCandidate("bruno", at(1, "16:30", "20:00")), 90)).toEqual(["1 16:30"]);
    expect(wallTimes(mentor, aCandidate("bruno", at(1, "19:00", "20:00")))).toEqual(["1 19:00"]);
  });

  it("find one across the end of the week", () => {
    const mentor = aCandidate("zoe", { ...at(7, "20:00", "23:00"), zone: Zone.parse("America/New_York") });
    const mentee = aCandidate("bruno", { ...at(1, "09:00", "11:00"), zone: Zone.parse("Asia/Tokyo") });
    // Sunday 20:00 in New York is Monday 10:00 in Tokyo.
    expect(wallTimes(mentor, mentee)).toEqual(["1 10:00"]);
  });

  it("find none where one sleeps while the other works", () => {
    const mentor = aCandidate("zoe", { zone: Zone.parse("America/Los_Angeles") });
    expect(wallTimes(mentor, aCandidate("bruno", { zone: Zone.parse("Europe/Rome") }))).toEqual([]);
  });

  it("are counted as many as they are listed", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const counts = startCounts(pool);
        for (const [one, mentor] of pool.mentors.entries())
          for (const [other, mentee] of pool.mentees.entries())
            expect(counts(one, other)).toBe(commonStarts(mentor, [mentee], pool).length);
      }),
    );
  });
});
