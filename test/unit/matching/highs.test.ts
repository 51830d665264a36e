import {
  type Assignment,
  type AssignmentProblem,
  matchGroups,
  matchPeers,
  SCORE_UNITS,
  solve,
  verifyGroups,
} from "@viceversa/matching/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fineScores, problems, tiedScores } from "../../support/assignment.ts";
import { type Choice, optimumOf } from "../../support/linear-program.ts";
import { pools } from "../../support/peers.ts";

const NUMBER_OF_RUNS = 25;
const score = fc.oneof(tiedScores, fineScores);

function choiceOf(problem: AssignmentProblem, leftMinimum?: number): Choice {
  const { leftCapacities, rightCapacities, edgeLeft, edgeRight, edgeScore } = problem;
  const named = (side: string, capacities: Iterable<number>): [string, number][] =>
    Array.from(capacities, (seats, node) => [`${side}${node}`, seats]);
  const left = named("left", leftCapacities);
  return {
    pairs: Array.from(edgeScore, (pairScore, edge) => ({
      places: [`left${edgeLeft[edge]}`, `right${edgeRight[edge]}`],
      score: pairScore,
    })),
    room: Object.fromEntries([...left, ...named("right", rightCapacities)]),
    ...(leftMinimum ? { minima: Object.fromEntries(left.map(([name]) => [name, leftMinimum])) } : {}),
  };
}

const figuresOf = (
  { matched, weakestScore, totalScore }: Pick<Assignment, "matched" | "weakestScore" | "totalScore">,
  objective: "total" | "fair",
) => ({
  matched,
  weakest: objective === "fair" && weakestScore !== null ? Math.round(weakestScore * SCORE_UNITS) : null,
  total: Math.round(totalScore * SCORE_UNITS),
});

describe.each(["total", "fair"] as const)("HiGHS finds nothing better, by %s,", (objective) => {
  it.each([
    ["one-to-one", 1],
    ["with capacities", 4],
  ])("than the pairs %s", (_, maximumCapacity) => {
    fc.assert(
      fc.property(problems({ maximumSide: 8, maximumCapacity, score }), (problem) => {
        expect(figuresOf(solve(problem, { objective }), objective)).toEqual(
          optimumOf(choiceOf(problem), objective),
        );
      }),
      { numRuns: NUMBER_OF_RUNS },
    );
  });

  it("than the groups with a smallest size", () => {
    const shapes = fc.tuple(
      problems({ maximumSide: 6, maximumCapacity: 4, score }),
      fc.integer({ min: 2, max: 4 }),
    );
    fc.assert(
      fc.property(shapes, ([problem, leftMinimum]) => {
        const wide = { ...problem, leftCapacities: problem.leftCapacities.map((seats) => 3 * seats) };
        const groups = matchGroups(wide, { objective, leftMinimum });
        expect(verifyGroups(wide, groups)).toEqual([]);
        expect(groups.certificate.isProven).toBe(true);
        expect(figuresOf(groups, objective)).toEqual(optimumOf(choiceOf(wide, leftMinimum), objective));
      }),
      { numRuns: NUMBER_OF_RUNS },
    );
  });

  it("than the pairs of peers", () => {
    fc.assert(
      fc.property(pools(10, score), (problem) => {
        const { capacities, edgeOne, edgeOther, edgeScore } = problem;
        const choice: Choice = {
          pairs: Array.from(edgeScore, (pairScore, edge) => ({
            places: [`peer${edgeOne[edge]}`, `peer${edgeOther[edge]}`],
            score: pairScore,
          })),
          room: Object.fromEntries(Array.from(capacities, (seats, node) => [`peer${node}`, seats])),
        };
        expect(figuresOf(matchPeers(problem, { objective }), objective)).toEqual(
          optimumOf(choice, objective),
        );
      }),
      { numRuns: NUMBER_OF_RUNS },
    );
  });
});
