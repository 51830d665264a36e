import { pairName } from "@viceversa/core/matching/candidate.ts";
import { propose } from "@viceversa/core/matching/propose.ts";
import { compare, judge } from "@viceversa/core/matching/score.ts";
import { costsOf, isReckonable, weighPartners } from "@viceversa/core/matching/weigh-partners.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCandidate, aPool, participantIdOf, pools } from "#test/support/pool.ts";

describe("the partners that one person could have", () => {
  it("are those whom no rule keeps her from, scored as in a run, the best first", () => {
    fc.assert(
      fc.property(pools, fc.nat(), (pool, seed) => {
        const everybody = [...pool.mentors, ...pool.mentees];
        const her = everybody[seed % Math.max(1, everybody.length)];
        if (!her) return;
        const weighed = weighPartners(pool, her.participantId);
        const mentors = weighed?.role === "mentor" ? [her] : pool.mentors;
        const mentees = weighed?.role === "mentor" ? pool.mentees : [her];
        const expected = mentors.flatMap((mentor) =>
          mentees.map((mentee) => ({
            name: pairName({ mentorId: mentor.participantId, menteeId: mentee.participantId }),
            ...judge({ ...pool, mentors: [mentor], mentees: [mentee] }),
          })),
        );
        const possible = expected.filter(({ reasons }) => reasons.length === 0);
        expect(weighed?.possible.map((one) => [pairName(one), one.score])).toEqual(
          possible
            .sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1))
            .map(({ name, score }) => [name, score]),
        );
        const kept = expected.length - possible.length;
        expect(Math.max(0, ...(weighed?.obstacles.values() ?? []))).toBeLessThanOrEqual(kept);
        expect((weighed?.obstacles.size ?? 0) > 0).toBe(kept > 0);
      }),
    );
  });

  it("are nobody's of somebody who is in neither side", () => {
    expect(weighPartners(aPool([aCandidate("a")], []), participantIdOf("b"))).toBeUndefined();
  });
});

describe("what a pair costs all together", () => {
  it("is never a gain: fewer pairs, or as many and no greater sum, and nothing for a pair of the best proposal", () => {
    fc.assert(
      fc.property(pools, (drawn) => {
        const pool = { ...drawn, rules: { ...drawn.rules, objective: "total" as const } };
        const open = compare(pool);
        const pairs = pool.mentors.flatMap(({ participantId: mentorId }, mentor) =>
          pool.mentees.flatMap(({ participantId: menteeId }, mentee) =>
            open.blocked[mentor * pool.mentees.length + mentee] === 0 ? [{ mentorId, menteeId }] : [],
          ),
        );
        const best = new Set(propose(pool, []).pairs.map(pairName));
        for (const [at, cost] of costsOf(pool, [], pairs).entries()) {
          const isBest = best.has(pairName(pairs[at] ?? { mentorId: "" as never, menteeId: "" as never }));
          if (isBest) expect(cost).toEqual({ pairs: 0, total: 0, changes: 0 });
          else if (cost?.pairs === 0) expect(cost.total).toBeGreaterThanOrEqual(-1e-6);
          else expect(cost?.pairs).toBeGreaterThan(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is not told of a pair that locked pairs leave no room for", () => {
    const pool = aPool([aCandidate("a")], [aCandidate("b"), aCandidate("c")]);
    const of = (mentee: string) => ({ mentorId: participantIdOf("a"), menteeId: participantIdOf(mentee) });
    expect(costsOf(pool, [of("b")], [of("b"), of("c")])).toEqual([
      { pairs: 0, total: 0, changes: 0 },
      undefined,
    ]);
  });

  it("is reckoned while somebody waits for 400 by 400 with room, and not for more", () => {
    const many = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => aCandidate(`${name}${at}`));
    expect(isReckonable(aPool(many("a", 400), many("b", 400)))).toBe(true);
    expect(isReckonable(aPool(many("a", 401), many("b", 400)))).toBe(false);
    expect(isReckonable(aPool(many("a", 400), [...many("b", 400), aCandidate("c", { places: 0 })]))).toBe(
      true,
    );
  });
});
