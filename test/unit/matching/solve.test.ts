import { type Objective, SCORE_UNITS, solve, verifyCertificate } from "@viceversa/matching/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Edge,
  fineScores,
  pairsOf,
  problemOf,
  problems,
  reordered,
  searched,
  tiedScores,
} from "../../support/assignment.ts";

const objectives = ["total", "fair"] as const satisfies readonly Objective[];
const small = fc.oneof(
  problems({ maximumSide: 5, maximumCapacity: 3, score: tiedScores }),
  problems({ maximumSide: 6, maximumCapacity: 2, score: tiedScores }),
  problems({ maximumSide: 6, maximumCapacity: 3, score: fineScores }),
);
const medium = fc.oneof(
  problems({ maximumSide: 30, maximumCapacity: 5, score: tiedScores }),
  problems({ maximumSide: 12, maximumCapacity: 4, score: tiedScores }),
  problems({ maximumSide: 30, maximumCapacity: 4, score: fineScores }),
);

describe.each(objectives)("an assignment by %s", (objective) => {
  it("is as good as what trying out everything finds", () => {
    fc.assert(
      fc.property(small, (problem) => {
        const found = searched(problem, objective);
        const assignment = solve(problem, { objective });
        expect(assignment.matched).toBe(found.matched);
        expect(assignment.totalScore).toBe(found.total / SCORE_UNITS);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is proven by its certificate, without a gap", () => {
    fc.assert(
      fc.property(medium, (problem) => {
        const assignment = solve(problem, { objective });
        expect(verifyCertificate(problem, assignment)).toEqual([]);
        expect(assignment.certificate.gap).toEqual({ matched: 0, total: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it("has the same pairs in whatever order the edges are given", () => {
    const withOrder = medium.chain((problem) => {
      const edges = [...problem.edgeScore.keys()];
      return fc.tuple(
        fc.constant(problem),
        fc.shuffledSubarray(edges, { minLength: edges.length, maxLength: edges.length }),
      );
    });
    fc.assert(
      fc.property(withOrder, ([problem, order]) => {
        const other = reordered(problem, order);
        const [one, two] = [solve(problem, { objective }), solve(other, { objective })];
        expect(pairsOf(other, two)).toEqual(pairsOf(problem, one));
        expect(two.totalScore).toBe(one.totalScore);
      }),
    );
  });

  it("is the same when it is asked for twice", () => {
    fc.assert(
      fc.property(medium, (problem) => {
        expect(solve(problem, { objective })).toEqual(solve(problem, { objective }));
      }),
      { numRuns: 30 },
    );
  });

  it("is empty where nobody can be paired", () => {
    const nobody = [
      problemOf([], [], []),
      problemOf([1, 1], [], []),
      problemOf([], [2], []),
      problemOf([1], [1], []),
      problemOf([0], [1], [[0, 0, 1]]),
      problemOf([1], [0], [[0, 0, 0.5]]),
    ];
    for (const problem of nobody) {
      const assignment = solve(problem, { objective });
      expect(assignment).toMatchObject({ matched: 0, totalScore: 0, weakestScore: null });
      expect(assignment.edges).toHaveLength(0);
      expect(verifyCertificate(problem, assignment)).toEqual([]);
    }
  });

  it("leaves out whoever has no capacity, however good the pair would be", () => {
    const problem = problemOf(
      [1, 0],
      [1, 1, 0],
      [
        [0, 2, 1],
        [1, 0, 1],
        [0, 1, 0.25],
      ],
    );
    const assignment = solve(problem, { objective });
    expect(pairsOf(problem, assignment)).toEqual(["0-1"]);
    expect(assignment.weakestScore).toBe(0.25);
    expect(verifyCertificate(problem, assignment)).toEqual([]);
  });

  it("never pairs two people twice, though both have room", () => {
    const problem = problemOf([65_535], [65_535, 3], [[0, 0, 1]]);
    expect(pairsOf(problem, solve(problem, { objective }))).toEqual(["0-0"]);
  });

  it("gives each as many as the capacities allow", () => {
    const problem = problemOf(
      [3],
      [1, 1, 1, 1],
      [
        [0, 0, 0.1],
        [0, 1, 0.9],
        [0, 2, 0.8],
        [0, 3, 0.7],
      ],
    );
    const assignment = solve(problem, { objective });
    expect(pairsOf(problem, assignment)).toEqual(["0-1", "0-2", "0-3"]);
    expect(assignment.totalScore).toBe(2.4);
  });

  it("pairs everybody even where that takes a long chain of the worst pairs", () => {
    const length = 400;
    const edges = Array.from({ length }, (_, at): Edge[] => [
      [at, at, 0],
      ...(at + 1 < length ? [[at, at + 1, 1] as const] : []),
    ]).flat();
    const ones = Array.from({ length }, () => 1);
    const problem = problemOf(ones, ones, edges);
    const assignment = solve(problem, { objective });
    expect(assignment).toMatchObject({ matched: length, totalScore: 0, weakestScore: 0 });
    expect(verifyCertificate(problem, assignment)).toEqual([]);
  });
});

describe("scores", () => {
  it("may all be in steps but for one", () => {
    const side = 40;
    const odd = fc.record({ edge: fc.nat(side * side - 1), score: fineScores });
    const ones = Array.from({ length: side }, () => 1);
    fc.assert(
      fc.property(
        fc.array(tiedScores, { minLength: side ** 2, maxLength: side ** 2 }),
        odd,
        (scores, one) => {
          const edges = scores.map((score, at): Edge => {
            return [Math.floor(at / side), at % side, at === one.edge ? one.score : score];
          });
          const problem = problemOf(ones, ones, edges);
          expect(verifyCertificate(problem, solve(problem))).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("are told apart by a millionth, and not by less", () => {
    const of = (score: number) =>
      problemOf(
        [1],
        [1, 1],
        [
          [0, 0, 0.5],
          [0, 1, score],
        ],
      );
    expect(pairsOf(of(0.500001), solve(of(0.500001)))).toEqual(["0-1"]);
    expect(solve(of(0.5000004)).totalScore).toBe(0.5);
  });
});

describe("the two objectives", () => {
  /** Together 1.0 with a weakest pair of 0, or 0.8 with one of 0.4. */
  const problem = problemOf(
    [1, 1],
    [1, 1],
    [
      [0, 0, 1],
      [0, 1, 0.4],
      [1, 0, 0.4],
      [1, 1, 0],
    ],
  );

  it("differ where one pair would pay for the others", () => {
    expect(pairsOf(problem, solve(problem))).toEqual(["0-0", "1-1"]);
    expect(pairsOf(problem, solve(problem, { objective: "fair" }))).toEqual(["0-1", "1-0"]);
  });

  it("both pair as many as can be, before anything else", () => {
    const lonely = problemOf(
      [1, 1],
      [1, 1],
      [
        [0, 0, 1],
        [0, 1, 0],
        [1, 0, 0],
      ],
    );
    for (const objective of objectives) expect(solve(lonely, { objective }).matched).toBe(2);
  });
});
