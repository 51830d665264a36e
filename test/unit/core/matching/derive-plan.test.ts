import type { Candidate } from "@viceversa/core/matching/candidate.ts";
import { derivePlan, type Meetings, meetingSlots, slotOfPlan } from "@viceversa/core/matching/derive-plan.ts";
import { commonStarts } from "@viceversa/core/matching/week.ts";
import { datesOf } from "@viceversa/core/pairing/index.ts";
import { Programme, usualRules } from "@viceversa/core/programme/index.ts";
import { Instant, LocalDate, Zone } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCandidate, aPool, personIdOf, pools } from "#test/support/pool.ts";

const working = { workingDays: [1, 2, 3, 4, 5], holidays: [] };
const now = Instant.parse("2026-11-24T09:00:00Z");
const programme = Programme.parse({
  id: "prg_00000000000000000000000000",
  name: "AI for leaders",
  format: "remote",
  zone: "Europe/Rome",
  managers: [personIdOf("carla")],
  phase: "matching",
  paused: false,
  rules: usualRules,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
const meetings = (more: Partial<Meetings> = {}): Meetings => ({
  pool: aPool([], []),
  programme,
  working,
  firstDay: LocalDate.parse("2026-12-01"),
  now,
  ...more,
});
const nobody = { busy: new Set<number>(), seed: 0 };
const at = (weekday: number, from: string, to: string) => ({ availability: [{ weekday, from, to }] });

const zoe = aCandidate("zoe");
const bruno = aCandidate("bruno");

describe("a derived plan", () => {
  it("meets as often and as long as the programme says, at a time when both can", () => {
    fc.assert(
      fc.property(pools, fc.nat(), (pool, seed) => {
        for (const mentor of pool.mentors)
          for (const mentee of pool.mentees) {
            const common = commonStarts(mentor, [mentee], pool);
            const derived = derivePlan({ mentor, mentees: [mentee] }, meetings({ pool }), {
              busy: new Set(),
              seed,
            });
            if (!derived || common.length === 0) continue;
            expect(common).toContain(slotOfPlan(derived.plan));
            expect(derived).toMatchObject({
              zone: mentee.zone,
              plan: { everyWeeks: 2, count: 12, minutes: 60 },
            });
          }
      }),
      { numRuns: 30 },
    );
  });

  it("keeps clear of whatever the two do already, and is none where nothing is left", () => {
    const mentor = aCandidate("zoe", at(2, "10:00", "12:00"));
    const pool = aPool([mentor], [bruno]);
    const planned = (busy: ReadonlySet<number>) =>
      derivePlan({ mentor, mentees: [bruno] }, meetings({ pool }), { ...nobody, busy })?.plan.wallTime;
    expect(planned(new Set())).toBe("10:00");
    const first = meetingSlots(slotOfPlan({ ...plan, weekday: 2, wallTime: "10:00" }), bruno, pool);
    expect(planned(new Set(first))).toBe("11:00");
    const second = meetingSlots(slotOfPlan({ ...plan, weekday: 2, wallTime: "11:00" }), bruno, pool);
    expect(planned(new Set([...first, ...second]))).toBeUndefined();
  });
  const plan = { everyWeeks: 2, count: 12, minutes: 60 };

  it("prefers weekdays without holidays, then full hours", () => {
    const mentor: Candidate = aCandidate("zoe", {
      availability: [
        { weekday: 1, from: "09:15", to: "12:00" },
        { weekday: 3, from: "09:00", to: "12:00" },
      ],
    });
    const holidays = [{ date: LocalDate.parse("2026-12-02"), name: { it: "Festa" } }];
    for (const seed of [0, 1, 5, 13]) {
      const derived = derivePlan(
        { mentor, mentees: [bruno] },
        meetings({ working: { ...working, holidays } }),
        {
          ...nobody,
          seed,
        },
      );
      expect(derived?.plan).toMatchObject({ weekday: 1, wallTime: expect.stringMatching(/:00$/) });
    }
  });

  it("is the same for the same seed, and spreads pairs over the week with others", () => {
    const times = (seed: number) => {
      const plan = derivePlan({ mentor: zoe, mentees: [bruno] }, meetings(), { ...nobody, seed })?.plan;
      return `${plan?.weekday} ${plan?.wallTime}`;
    };
    expect(times(7)).toBe(times(7));
    const many = new Set(Array.from({ length: 200 }, (_, seed) => times(seed * 37)));
    expect(many.size).toBeGreaterThan(20);
  });

  it("meets when the mentee works where the two share no time at all", () => {
    const mentor = aCandidate("zoe", at(7, "03:00", "05:00"));
    expect(derivePlan({ mentor, mentees: [bruno] }, meetings(), nobody)?.plan).toMatchObject({ weekday: 1 });
  });

  it("skips an hour that clocks skip", () => {
    const night = at(7, "02:00", "05:00");
    const [mentor, mentee] = [aCandidate("zoe", night), aCandidate("bruno", night)];
    // The clocks of Rome skip from two to three on the last Sunday of March.
    const spring = meetings({ firstDay: LocalDate.parse("2027-03-28"), pool: aPool([mentor], [mentee]) });
    const derived = derivePlan({ mentor, mentees: [mentee] }, spring, nobody);
    expect(derived?.plan.wallTime).toBe("03:00");
    const [first] = derived ? datesOf(derived.plan, derived.plannedFrom, working) : [];
    expect(first?.localStart).toBe("2027-03-28T03:00");
  });

  it("is on the mentee's clock, wherever the mentor is", () => {
    const mentor = aCandidate("zoe", { ...at(3, "09:00", "10:00"), zone: Zone.parse("America/New_York") });
    const pool = aPool([mentor], [bruno]);
    const derived = derivePlan({ mentor, mentees: [bruno] }, meetings({ pool }), nobody);
    expect(derived).toMatchObject({ zone: "Europe/Rome", plan: { weekday: 3, wallTime: "15:00" } });
  });

  it("has as many sessions as fit before the end of a programme that has begun", () => {
    const begun = { ...programme, startsOn: LocalDate.parse("2026-11-02") };
    const mentor = aCandidate("zoe");
    const pool = aPool([mentor], [bruno]);
    const count = (firstDay: string) =>
      derivePlan(
        { mentor, mentees: [bruno] },
        meetings({ programme: begun, pool, firstDay: LocalDate.parse(firstDay) }),
        nobody,
      )?.plan.count;
    // Twenty-four weeks, a session every other week.
    expect([count("2026-11-30"), count("2027-01-11"), count("2027-04-12")]).toEqual([10, 7, 1]);
  });
});
