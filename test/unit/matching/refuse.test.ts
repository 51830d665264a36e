import {
  type AssignmentProblem,
  InvalidProblem,
  MAXIMUM_EDGES,
  MAXIMUM_SIDE,
  solve,
} from "@viceversa/matching/index.ts";
import { describe, expect, it } from "vitest";
import { type Edge, problemOf } from "../../support/assignment.ts";

function refusalOf(problem: AssignmentProblem): InvalidProblem {
  try {
    solve(problem);
  } catch (error) {
    if (error instanceof InvalidProblem) return error;
    throw error;
  }
  throw new Error("the problem was solved");
}

const pair: Edge = [0, 0, 0.5];

describe("a problem is refused, and the refusal says where it is wrong", () => {
  it.each([
    ["a left node that there is not", [pair, [2, 0, 0.5]], "index", "left node 2"],
    ["a right node that there is not", [pair, [0, 3, 0.5]], "index", "right node 3"],
    ["a score that is no number", [pair, [0, 1, Number.NaN]], "score", "NaN"],
    ["a score under 0", [pair, [0, 1, -0.000001]], "score", "-0.000001"],
    ["a score over 1", [pair, [0, 1, 1.000001]], "score", "1.000001"],
    ["an endless score", [pair, [0, 1, Number.POSITIVE_INFINITY]], "score", "Infinity"],
  ] as const)("%s", (_, edges, flaw, words) => {
    const refusal = refusalOf(problemOf([1, 1], [1, 1, 1], edges));
    expect(refusal).toMatchObject({ flaw, edge: 1 });
    expect(refusal.message).toContain("Edge 1");
    expect(refusal.message).toContain(words);
  });

  it("a pair that is given twice, wherever the two edges stand", () => {
    const refusal = refusalOf(
      problemOf(
        [1, 1],
        [1, 1],
        [
          [1, 0, 0.2],
          [0, 1, 0.5],
          [1, 1, 0.3],
          [0, 1, 0.6],
        ],
      ),
    );
    expect(refusal).toMatchObject({ flaw: "duplicate", edge: 3 });
    expect(refusal.message).toContain("Edges 1 and 3");
  });

  it("arrays of unequal lengths", () => {
    const problem = problemOf([1], [1], [pair]);
    expect(refusalOf({ ...problem, edgeLeft: new Uint32Array(2) }).flaw).toBe("lengths");
    expect(refusalOf({ ...problem, edgeRight: new Uint32Array(0) }).flaw).toBe("lengths");
    expect(refusalOf({ ...problem, edgeScore: new Float64Array(2) }).flaw).toBe("lengths");
  });

  it("more nodes than the limit of a side, which itself is allowed", () => {
    const ones = (count: number) => Array.from({ length: count }, () => 1);
    expect(solve(problemOf(ones(MAXIMUM_SIDE), ones(MAXIMUM_SIDE), [pair])).matched).toBe(1);
    expect(refusalOf(problemOf(ones(MAXIMUM_SIDE + 1), [1], [pair])).flaw).toBe("limit");
    expect(refusalOf(problemOf([1], ones(MAXIMUM_SIDE + 1), [pair])).flaw).toBe("limit");
  });

  it("more edges than the limit", () => {
    const edgeScore = new Float64Array(MAXIMUM_EDGES + 1);
    expect(refusalOf({ ...problemOf([1], [1], []), edgeScore }).message).toContain(
      `the limit is ${MAXIMUM_EDGES}`,
    );
  });

  it("more pairs than the limit, by what capacities and edges allow together", () => {
    const side = Array.from({ length: 317 }, () => 317);
    const edges = side.flatMap((_, left) => side.map((__, right): Edge => [left, right, 0]));
    expect(refusalOf(problemOf(side, side, edges)).message).toContain("100489 pairs");
    expect(solve(problemOf(side, side, edges.slice(0, 317))).matched).toBe(317);
  });

  it("an objective that there is not", () => {
    const objective = JSON.parse('"cheapest"');
    expect(() => solve(problemOf([1], [1], [pair]), { objective })).toThrow(InvalidProblem);
  });
});
