import { gapOf } from "@viceversa/core/competence/index.ts";
import { type Candidate, type Pool, pairName } from "@viceversa/core/matching/candidate.ts";
import { isOverridable, type RuleCode } from "@viceversa/core/matching/hard-rules.ts";
import { propose } from "@viceversa/core/matching/propose.ts";
import { compare, judge, scorePairs } from "@viceversa/core/matching/score.ts";
import { usualMatching } from "@viceversa/core/programme/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCandidate, aPool, competenceIdOf, participantIdOf, personIdOf, pools } from "#test/support/pool.ts";

const both = ({ mentors, mentees }: Pool, id: { mentorId: string; menteeId: string }) => {
  const mentor = mentors.find(({ participantId }) => participantId === id.mentorId);
  const mentee = mentees.find(({ participantId }) => participantId === id.menteeId);
  if (!mentor || !mentee) throw new Error("a pair is of two of the pool");
  return { mentor, mentee };
};

/** The hard rules once more, written down for two people; hours have tests of their own. */
function mayMeet(pool: Pool, mentor: Candidate, mentee: Candidate): boolean {
  const listed = (pairs: Pool["paired"]) =>
    pairs.some((pair) => pair.mentorId === mentor.participantId && pair.menteeId === mentee.participantId);
  const { rules } = pool;
  const isBelow = (minimum: number, one: number | undefined, other: number | undefined) =>
    minimum > 0 && one !== undefined && other !== undefined && one - other < minimum;
  const named = (list: "line" | "excludes") =>
    mentor[list].includes(mentee.personId) || mentee[list].includes(mentor.personId);
  return (
    !named("line") &&
    !named("excludes") &&
    !listed(pool.forbidden) &&
    !listed(pool.paired) &&
    !(pool.rules.formerPairings === "refused" && listed(pool.former)) &&
    !isBelow(rules.minimumGenerationGap, mentor.generation, mentee.generation) &&
    !isBelow(rules.minimumSeniorityGap, mentee.seniority, mentor.seniority) &&
    mentor.languages.some((language) => mentee.languages.includes(language)) &&
    (pool.format === "remote" || mentor.site === mentee.site) &&
    [mentor, mentee].every(({ state, places }) => (state === "prepared" || state === "active") && places > 0)
  );
}

describe("a proposal", () => {
  it("never has a pair that a hard rule forbids, nor more pairs than people have room for", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const { pairs, seated } = propose(pool, []);
        for (const pair of pairs) {
          const { mentor, mentee } = both(pool, pair);
          expect(mayMeet(pool, mentor, mentee)).toBe(true);
        }
        for (const { taken, places } of seated) expect(taken).toBeLessThanOrEqual(places);
      }),
    );
  });

  it("is the same in whatever order people stand", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const other = { ...pool, mentors: pool.mentors.toReversed(), mentees: pool.mentees.toReversed() };
        expect(propose(other, []).pairs).toEqual(propose(pool, []).pairs);
      }),
    );
  });

  it("keeps every lock that it can, and says why of each other", () => {
    fc.assert(
      fc.property(pools, fc.nat(), (pool, seed) => {
        const ids = pool.mentors.flatMap(({ participantId: mentorId }) =>
          pool.mentees.map(({ participantId: menteeId }) => ({ mentorId, menteeId })),
        );
        const locks = ids.filter((_, at) => (at * 7 + seed) % 5 === 0);
        const { pairs, droppedLocks, lockedPairs } = propose(pool, locks);
        const locked = pairs.filter((pair) => pair.locked).map(pairName);
        expect(locked).toHaveLength(lockedPairs);
        expect([...locked, ...droppedLocks.map(pairName)].sort()).toEqual(locks.map(pairName).sort());
        for (const { reasons } of droppedLocks) expect(reasons).not.toEqual([]);
        for (const { warnings } of pairs) expect(isOverridable(warnings)).toBe(true);
      }),
    );
  });

  it("tells of everybody who is in no pair what stood in the way", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        for (const { taken, obstacles } of propose(pool, []).seated)
          expect(Object.keys(obstacles).length > 0).toBe(taken === 0);
      }),
    );
  });

  it("is honestly empty when a side is", () => {
    const alone = propose(aPool([], [aCandidate("bruno")]), []);
    expect(alone.pairs).toEqual([]);
    expect(alone.seated).toMatchObject([{ taken: 0, obstacles: { "nobody-there": 1 } }]);
  });

  it("refuses more people than one run compares", () => {
    const many = Array.from({ length: 4_001 }, (_, at) => aCandidate(`p${at}`));
    expect(() => propose(aPool(many, many), [])).toThrow("Split the programme");
    const crowd = Array.from({ length: 5_001 }, (_, at) => aCandidate(`q${at}`));
    expect(() => propose(aPool(crowd, crowd.slice(1)), [])).toThrow(
      expect.objectContaining({
        slug: "limit-reached",
        message: expect.stringContaining("5001 mentors and 5000 mentees"),
        data: { limit: 16_000_000, compared: 25_005_000 },
      }),
    );
  });

  it("keeps the first of two locks that contradict one another, and says why not the other", () => {
    const pool = aPool([aCandidate("anna"), aCandidate("berta")], [aCandidate("carlo")]);
    const locks = ["anna", "berta"].map((name) => ({
      mentorId: participantIdOf(name),
      menteeId: participantIdOf("carlo"),
    }));
    const [first, second] = locks.toSorted((one, other) => (one.mentorId < other.mentorId ? -1 : 1));
    const found = propose(pool, locks);
    expect(found.pairs).toMatchObject([{ ...first, locked: true }]);
    expect(found.droppedLocks).toEqual([{ ...second, reasons: ["no-capacity"] }]);
    expect(found.seated.find(({ participantId }) => participantId === second?.mentorId)?.taken).toBe(0);
  });

  it("keeps a locked pair of one reporting line only where that was set aside for it", () => {
    const boss = aCandidate("boss");
    const pool = aPool([aCandidate("anna", { line: [boss.personId] })], [boss]);
    const pair = { mentorId: participantIdOf("anna"), menteeId: participantIdOf("boss") };
    expect(propose(pool, [pair]).droppedLocks).toMatchObject([{ reasons: ["reporting-line"] }]);
    expect(propose(pool, [{ ...pair, warnings: ["reporting-line"] }]).pairs).toMatchObject([
      { ...pair, locked: true, warnings: ["reporting-line"] },
    ]);
  });

  it("keeps apart whom a programme finds too close in age or rank, but nobody of whom that is not known", () => {
    const pool = (one: object, other: object, rules: object) =>
      aPool([aCandidate("a", one)], [aCandidate("b", other)], { rules: { ...usualMatching, ...rules } });
    const reasons = (of: Pool) => judge(of).reasons;
    const ages = { minimumGenerationGap: 2 };
    expect(reasons(pool({ generation: 3 }, { generation: 1 }, ages))).toEqual([]);
    expect(reasons(pool({ generation: 3 }, { generation: 2 }, ages))).toEqual(["generation-gap"]);
    expect(reasons(pool({ generation: 1 }, { generation: 3 }, ages))).toEqual(["generation-gap"]);
    expect(reasons(pool({}, { generation: 3 }, ages))).toEqual([]);
    expect(reasons(pool({ generation: 3 }, { generation: 3 }, {}))).toEqual([]);
    const ranks = { minimumSeniorityGap: 1 };
    expect(reasons(pool({ seniority: 0 }, { seniority: 1 }, ranks))).toEqual([]);
    expect(reasons(pool({ seniority: 1 }, { seniority: 1 }, ranks))).toEqual(["seniority-gap"]);
    expect(reasons(pool({ seniority: 1 }, {}, ranks))).toEqual([]);
  });
});

describe("a score", () => {
  it("of preferences tells whether both like to meet in one way, where the format leaves the choice", () => {
    const of = (one: object, other: object, format: Pool["format"]) =>
      judge(aPool([aCandidate("a", one)], [aCandidate("b", other)], { format })).criteria.preferences;
    expect(of({ prefers: "link" }, { prefers: "link" }, "group")).toBe(1);
    expect(of({ prefers: "link" }, { prefers: "place" }, "group")).toBe(0);
    expect(of({ prefers: "link" }, {}, "group")).toBe(0.5);
    expect(of({ prefers: "link" }, { prefers: "place" }, "remote")).toBe(0.5);
  });

  it("lies between 0 and 1, as does each of its criteria", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const places = pool.mentors.flatMap((_, mentor) =>
          pool.mentees.map((__, mentee) => [mentor, mentee] as const),
        );
        for (const { score, criteria } of scorePairs(pool, places))
          for (const value of [score, ...Object.values(criteria)]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  it("of two is the same alone as among others", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const { edges } = compare(pool);
        for (const [edge, score] of edges.edgeScore.entries()) {
          const [mentor, mentee] = [
            pool.mentors[edges.edgeLeft[edge] ?? 0],
            pool.mentees[edges.edgeRight[edge] ?? 0],
          ];
          const alone = judge({ ...pool, mentors: [mentor as Candidate], mentees: [mentee as Candidate] });
          expect(alone.reasons).toEqual([]);
          expect(alone.score).toBeCloseTo(score, 5);
        }
      }),
    );
  });

  it("of competences is what the mentor's levels reach of the mentee's wishes, by their weight", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        for (const mentor of pool.mentors)
          for (const mentee of pool.mentees) {
            const reached = mentee.wants.map((want) => {
              const offer = mentor.offers.find(({ competenceId }) => competenceId === want.competenceId);
              return { reached: gapOf(offer?.level, want), weight: 4 - want.priority };
            });
            const whole = reached.reduce((sum, { weight }) => sum + weight, 0);
            const expected =
              whole === 0 ? 0 : reached.reduce((sum, one) => sum + one.reached * one.weight, 0) / whole;
            const { criteria } = judge({ ...pool, mentors: [mentor], mentees: [mentee] });
            expect(criteria.competences).toBeCloseTo(expected, 5);
          }
      }),
    );
  });

  it("prefers the mentor who teaches the first wish to the one who teaches the last", () => {
    const mentee = aCandidate("bruno", {
      wants: [
        { competenceId: competenceIdOf("a"), to: "advanced", priority: 1 },
        { competenceId: competenceIdOf("b"), to: "advanced", priority: 3 },
      ],
    });
    const mentors = ["a", "b"].map((key) =>
      aCandidate(key, { offers: [{ competenceId: competenceIdOf(key), level: "advanced" }] }),
    );
    expect(propose(aPool(mentors, [mentee]), []).pairs).toMatchObject([{ mentorId: participantIdOf("a") }]);
  });

  it("grows with the generations between an older mentee and a younger mentor, and not the other way", () => {
    const value = (mentor: number | undefined, mentee: number | undefined) => {
      const pool = aPool(
        [aCandidate("zoe", { generation: mentor })],
        [aCandidate("bruno", { generation: mentee })],
      );
      return judge(pool).criteria.generations;
    };
    expect([value(3, 0), value(3, 2), value(2, 2), value(0, 3), value(undefined, 1)]).toEqual([
      1, 0.333333, 0, 0, 0.5,
    ]);
  });
});

describe("two people", () => {
  const zoe = (more: Partial<Candidate> = {}) => aCandidate("zoe", more);
  const bruno = (more: Partial<Candidate> = {}) => aCandidate("bruno", more);
  const ids = [{ mentorId: participantIdOf("zoe"), menteeId: participantIdOf("bruno") }];
  const cases: [RuleCode, Pool][] = [
    ["same-person", aPool([zoe()], [zoe()])],
    ["reporting-line", aPool([zoe({ line: [personIdOf("x"), personIdOf("bruno")] })], [bruno()])],
    ["reporting-line", aPool([zoe()], [bruno({ line: [personIdOf("zoe")] })])],
    ["not-available", aPool([zoe({ excludes: [personIdOf("bruno")] })], [bruno()])],
    ["not-available", aPool([zoe()], [bruno({ excludes: [personIdOf("zoe")] })])],
    ["forbidden", aPool([zoe()], [bruno()], { forbidden: ids })],
    ["not-prepared", aPool([zoe()], [bruno({ state: "withdrawn" })])],
    ["no-capacity", aPool([zoe({ places: 0 })], [bruno()])],
    ["already-paired", aPool([zoe()], [bruno()], { paired: ids })],
    ["former-pairing", aPool([zoe()], [bruno()], { former: ids })],
    ["no-common-language", aPool([zoe({ languages: ["en"] })], [bruno()])],
    ["different-site", aPool([zoe({ site: "Roma" })], [bruno({ site: "Bari" })], { format: "in-person" })],
    [
      "no-common-hours",
      aPool([zoe({ availability: [{ weekday: 1, from: "09:00", to: "09:45" }] })], [bruno()]),
    ],
  ];
  it.each(cases)("are kept apart with the reason %s", (code, pool) => {
    expect(judge(pool).reasons).toEqual([code]);
  });

  it("meet when nothing stands between them", () => {
    expect(judge(aPool([zoe()], [bruno()])).reasons).toEqual([]);
    expect(judge(aPool([zoe({ site: "Roma" })], [bruno({ site: "Bari" })])).reasons).toEqual([]);
  });
});
