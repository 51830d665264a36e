import {
  type AssignmentProblem,
  type CompactProblem,
  type GroupAssignment,
  InvalidProblem,
  matchGroups,
  solve,
  verifyGroups,
} from "@viceversa/matching/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Edge,
  fineScores,
  problemOf,
  problems,
  reordered,
  tiedScores,
} from "../../support/assignment.ts";

const wide = fc
  .oneof(
    problems({ maximumSide: 12, maximumCapacity: 6, score: tiedScores }),
    problems({ maximumSide: 12, maximumCapacity: 6, score: fineScores }),
  )
  .map((problem) => ({ ...problem, leftCapacities: problem.leftCapacities.map((seats) => 3 * seats) }));
const sizes = fc.integer({ min: 1, max: 4 });
const pairsOf = (problem: AssignmentProblem, { edges }: Pick<GroupAssignment, "edges">): string[] =>
  Array.from(edges, (edge) => `${problem.edgeLeft[edge]}-${problem.edgeRight[edge]}`);

describe.each(["total", "fair"] as const)("groups by %s", (objective) => {
  it("are of the smallest size at least, and proven to be as good as is said", () => {
    fc.assert(
      fc.property(wide, sizes, (problem, leftMinimum) => {
        expect(verifyGroups(problem, matchGroups(problem, { objective, leftMinimum }))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("are the same in whatever order the edges are given", () => {
    const withOrder = wide.chain((problem) => {
      const edges = [...problem.edgeScore.keys()];
      const order = fc.shuffledSubarray(edges, { minLength: edges.length, maxLength: edges.length });
      return fc.tuple(fc.constant(problem), order, sizes);
    });
    fc.assert(
      fc.property(withOrder, ([problem, order, leftMinimum]) => {
        const other = reordered(problem, order);
        const one = matchGroups(problem, { objective, leftMinimum });
        const two = matchGroups(other, { objective, leftMinimum });
        expect(pairsOf(other, two)).toEqual(pairsOf(problem, one));
        expect(two.certificate.bound).toEqual(one.certificate.bound);
      }),
      { numRuns: 50 },
    );
  });

  it("are what the best assignment gives where that has no group that is too small", () => {
    fc.assert(
      fc.property(wide, (problem) => {
        const groups = matchGroups(problem, { objective, leftMinimum: 1 });
        expect(groups.edges).toEqual(solve(problem, { objective }).edges);
        expect(groups.certificate).toMatchObject({ isProven: true, solved: 1 });
      }),
      { numRuns: 30 },
    );
  });

  it("are none where nobody finds enough", () => {
    const problem = problemOf(
      [3, 3],
      [1, 1],
      [
        [0, 0, 1],
        [1, 1, 1],
      ],
    );
    const groups = matchGroups(problem, { objective, leftMinimum: 2 });
    expect(groups).toMatchObject({ matched: 0, totalScore: 0, weakestScore: null });
    expect(groups.certificate.isProven).toBe(true);
    expect(verifyGroups(problem, groups)).toEqual([]);
    for (const nobody of [problemOf([], [], []), problemOf([2], [], []), problemOf([0], [1], [[0, 0, 1]])])
      expect(verifyGroups(nobody, matchGroups(nobody, { objective, leftMinimum: 2 }))).toEqual([]);
  });
});

describe("groups", () => {
  /** Each of three would teach two of six best; but a group is of three. */
  const problem = problemOf(
    [3, 3, 3],
    [1, 1, 1, 1, 1, 1],
    [0, 1, 2].flatMap((left) =>
      [0, 1, 2, 3, 4, 5].map((right): Edge => [left, right, right >> 1 === left ? 1 : 0.1 * (left + 1)]),
    ),
  );

  it("are closed where that leaves others larger, with as many pairs", () => {
    expect(solve(problem).totalScore).toBe(6);
    const groups = matchGroups(problem, { leftMinimum: 3 });
    const sizes = [0, 1, 2].map(
      (left) => pairsOf(problem, groups).filter((pair) => pair.startsWith(`${left}-`)).length,
    );
    expect(sizes).toEqual([0, 3, 3]);
    expect(groups.totalScore).toBe(4.5);
    expect(groups.certificate).toMatchObject({ isProven: true, bound: { matched: 6, totalScore: 4.5 } });
  });

  it("say how much better the best could be where the search may not end", () => {
    const groups = matchGroups(problem, { leftMinimum: 3, limit: 1 });
    expect(groups.certificate).toMatchObject({ isProven: false, bound: { matched: 6, totalScore: 6 } });
    expect(verifyGroups(problem, groups)).toEqual([]);
  });

  it("are refused with a smallest size or a limit that is none", () => {
    for (const leftMinimum of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => matchGroups(problem, { leftMinimum })).toThrow(InvalidProblem);
    for (const limit of [0, 2.5, 1e9])
      expect(() => matchGroups(problem, { leftMinimum: 2, limit })).toThrow(InvalidProblem);
  });

  it("that are claimed falsely are found out", () => {
    const groups = matchGroups(problem, { leftMinimum: 3 });
    const { certificate } = groups;
    const faultsOf = (claim: GroupAssignment) => [
      ...new Set(verifyGroups(problem, claim).map(({ what }) => what)),
    ];
    const bound = (change: Partial<typeof certificate.bound>) => ({
      ...groups,
      certificate: { ...certificate, bound: { ...certificate.bound, ...change } },
    });
    expect(faultsOf(groups)).toEqual([]);
    expect(faultsOf({ ...groups, leftMinimum: 4 })).toEqual(["capacity"]);
    expect(faultsOf({ ...groups, edges: groups.edges.slice(1) })).toEqual(["capacity", "figures"]);
    expect(faultsOf({ ...groups, edges: groups.edges.map(() => 0) })).toContain("edges");
    expect(faultsOf({ ...groups, totalScore: 5 })).toContain("figures");
    expect(faultsOf(bound({ totalScore: 4 }))).toEqual(["bound"]);
    expect(faultsOf(bound({ totalScore: 7 }))).toEqual(["bound"]);
    expect(faultsOf(bound({ totalScore: 5 }))).toEqual(["bound"]);
    expect(faultsOf({ ...groups, certificate: { ...certificate, isProven: false } })).toEqual(["bound"]);
    expect(faultsOf({ ...groups, objective: "fair" })).toEqual(["bound"]);
  });
});

describe("a compact problem", () => {
  const compact: CompactProblem = {
    leftCapacities: Uint8Array.of(1, 2),
    rightCapacities: Uint8Array.of(1, 1, 1),
    starts: Uint32Array.of(0, 2, 4),
    edgeRight: Uint16Array.of(0, 1, 0, 2),
    edgeUnits: Uint32Array.of(900_000, 600_000, 800_000, 100_000),
  };

  it("has the same solution as the same problem at length", () => {
    const atLength = problemOf(
      [1, 2],
      [1, 1, 1],
      [
        [0, 0, 0.9],
        [0, 1, 0.6],
        [1, 0, 0.8],
        [1, 2, 0.1],
      ],
    );
    expect(solve(compact)).toEqual(solve(atLength));
    expect(matchGroups(compact, { leftMinimum: 2 })).toEqual(matchGroups(atLength, { leftMinimum: 2 }));
    expect(verifyGroups(compact, matchGroups(compact, { leftMinimum: 2 }))).toEqual([]);
  });

  it.each([
    ["lengths", { edgeRight: Uint16Array.of(0, 1, 0) }],
    ["lengths", { starts: Uint32Array.of(0, 4) }],
    ["order", { starts: Uint32Array.of(0, 3, 2) }],
    ["order", { starts: Uint32Array.of(0, 2, 3) }],
    ["order", { edgeRight: Uint16Array.of(1, 0, 0, 2) }],
    ["order", { edgeRight: Uint16Array.of(0, 0, 0, 2) }],
    ["index", { edgeRight: Uint16Array.of(0, 1, 0, 3) }],
    ["score", { edgeUnits: Uint32Array.of(900_000, 600_000, 800_000, 1_000_001) }],
  ] as const)("is refused for its %s", (flaw, change) => {
    expect(() => solve({ ...compact, ...change })).toThrow(expect.objectContaining({ flaw }));
  });
});
