import { bothWays, type Pool, pairName } from "@viceversa/core/matching/candidate.ts";
import { codesIn, ruleBits } from "@viceversa/core/matching/hard-rules.ts";
import { propose } from "@viceversa/core/matching/propose.ts";
import { judge, scorePairs } from "@viceversa/core/matching/score.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCandidate, aPool, pools } from "#test/support/pool.ts";

/** One pool of people who all teach and learn. */
const peers = pools.map((pool): Pool => {
  const people = [...pool.mentors, ...pool.mentees].map((one) => ({
    ...one,
    places: Math.min(1, one.places),
  }));
  return {
    ...pool,
    mentors: people,
    mentees: people,
    paired: bothWays(pool.paired),
    former: bothWays(pool.former),
    forbidden: bothWays(pool.forbidden),
    format: "peer",
  };
});

describe("peers", () => {
  it("are each in one pair at most, with nobody whom a rule keeps from them in either direction", () => {
    fc.assert(
      fc.property(peers, (pool) => {
        const { pairs, seated } = propose(pool, []);
        const named = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
        expect(new Set(named).size).toBe(named.length);
        expect(seated.filter(({ taken }) => taken === 1)).toHaveLength(named.length);
        for (const { mentorId, menteeId } of pairs) {
          const one = pool.mentors.filter(({ participantId }) => participantId === mentorId);
          const other = pool.mentors.filter(({ participantId }) => participantId === menteeId);
          expect(judge({ ...pool, mentors: one, mentees: other }).reasons).toEqual([]);
          expect(judge({ ...pool, mentors: other, mentees: one }).reasons).toEqual([]);
          expect(mentorId < menteeId).toBe(true);
        }
      }),
    );
  });

  it("are proposed the same in whatever order they stand, and score the same whoever is named first", () => {
    fc.assert(
      fc.property(peers, (pool) => {
        const turned = pool.mentors.toReversed();
        const [there, back] = [propose(pool, []), propose({ ...pool, mentors: turned, mentees: turned }, [])];
        expect(back.pairs.map(pairName)).toEqual(there.pairs.map(pairName));
        if (pool.mentors.length < 2) return;
        const [one, other] = scorePairs(pool, [
          [0, 1],
          [1, 0],
        ]);
        expect(one).toEqual(other);
      }),
    );
  });

  it("are kept apart by what stands between them whoever is named first", () => {
    fc.assert(
      fc.property(peers, (pool) => {
        const bitsOf = ruleBits(pool);
        for (const one of pool.mentors.keys())
          for (const other of pool.mentors.keys()) expect(bitsOf(one, other)).toBe(bitsOf(other, one));
      }),
    );
    // As a mentor she meets outside of working hours too, as a mentee only within them.
    const late = { availability: [{ weekday: 1, from: "19:00", to: "21:00" }] };
    const both = { availability: [...late.availability, { weekday: 2, from: "10:00", to: "12:00" }] };
    const people = [aCandidate("anna", late), aCandidate("bruno", both)];
    const pool = aPool(people, people, { format: "peer" });
    expect(codesIn(ruleBits(pool)(0, 1))).toContain("no-common-hours");
    expect(codesIn(ruleBits(pool)(1, 0))).toContain("no-common-hours");
  });

  it("tell of everybody who is in no pair what stood in the way, and never that she is herself", () => {
    fc.assert(
      fc.property(peers, (pool) => {
        for (const { taken, obstacles, role } of propose(pool, []).seated) {
          expect(role).toBe("peer");
          expect(Object.keys(obstacles).length > 0).toBe(taken === 0);
          expect(obstacles).not.toHaveProperty("same-person");
        }
      }),
    );
  });
});

describe("groups", () => {
  const groups = fc.tuple(pools, fc.integer({ min: 2, max: 3 })).map(
    ([pool, smallestGroup]): Pool => ({
      ...aPool(pool.mentors, pool.mentees, pool),
      format: "group",
      smallestGroup,
      mentors: pool.mentors.map((one, at) => ({ ...one, places: 4, met: at % 3 === 0 ? 1 : 0 })),
    }),
  );

  it("are never smaller than the programme wants, unless they meet already, and never larger than their mentor", () => {
    fc.assert(
      fc.property(groups, (pool) => {
        const { pairs, proof } = propose(pool, []);
        const sizes = Map.groupBy(pairs, ({ mentorId }) => mentorId);
        for (const mentor of pool.mentors) {
          const size = sizes.get(mentor.participantId)?.length ?? 0;
          const least = mentor.met > 0 ? 1 : pool.smallestGroup;
          expect(size === 0 || (size >= least && size <= mentor.places)).toBe(true);
        }
        expect(proof.pairsBound).toBeGreaterThanOrEqual(proof.matched);
      }),
    );
  });
});
