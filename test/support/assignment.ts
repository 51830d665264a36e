import type { Assignment, AssignmentProblem, Objective } from "@viceversa/matching/index.ts";
import fc from "fast-check";

/** An edge as a test writes it: left node, right node, score. */
export type Edge = readonly [left: number, right: number, score: number];

/** A problem from plain lists. */
export const problemOf = (
  leftCapacities: readonly number[],
  rightCapacities: readonly number[],
  edges: readonly Edge[],
): AssignmentProblem => ({
  leftCapacities: Uint16Array.from(leftCapacities),
  rightCapacities: Uint16Array.from(rightCapacities),
  edgeLeft: Uint32Array.from(edges, ([left]) => left),
  edgeRight: Uint32Array.from(edges, ([, right]) => right),
  edgeScore: Float64Array.from(edges, ([, , score]) => score),
});

/** The chosen pairs as `left-right`, in the order in which they come. */
export const pairsOf = (problem: AssignmentProblem, { edges }: Assignment): string[] =>
  Array.from(edges, (edge) => `${problem.edgeLeft[edge]}-${problem.edgeRight[edge]}`);

/** The same problem with its edges in another order. */
export function reordered(problem: AssignmentProblem, order: readonly number[]): AssignmentProblem {
  const { edgeLeft, edgeRight, edgeScore } = problem;
  return {
    ...problem,
    edgeLeft: Uint32Array.from(order, (edge) => edgeLeft[edge] ?? 0),
    edgeRight: Uint32Array.from(order, (edge) => edgeRight[edge] ?? 0),
    edgeScore: Float64Array.from(order, (edge) => edgeScore[edge] ?? 0),
  };
}

interface Shape {
  readonly maximumSide: number;
  readonly maximumCapacity: number;
  readonly score: fc.Arbitrary<number>;
}

/** Problems of any shape up to a size: with no nodes, no edges, all edges, capacities of 0 and more than there are edges. */
export const problems = ({ maximumSide, maximumCapacity, score }: Shape): fc.Arbitrary<AssignmentProblem> => {
  const capacity = fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: maximumCapacity }) },
  );
  const side = fc.array(capacity, { maxLength: maximumSide, size: "max" });
  return fc.tuple(side, side).chain(([left, right]) => {
    const all = left.flatMap((_, from) => right.map((_, to) => [from, to] as const));
    return fc
      .tuple(fc.shuffledSubarray(all), fc.array(score, { minLength: all.length, maxLength: all.length }))
      .map(([ends, scores]) =>
        problemOf(
          left,
          right,
          ends.map(([from, to], at): Edge => [from, to, scores[at] ?? 0]),
        ),
      );
  });
};

/** Scores with few levels, so that much is equal. */
export const tiedScores = fc.constantFrom(0, 0.25, 0.5, 0.5, 1);
/** Scores with many levels, finer than the solver counts. */
export const fineScores = fc.double({ min: 0, max: 1, noNaN: true });

/** What an exhaustive search finds best. */
export interface Found {
  readonly matched: number;
  /** In millionths. */
  readonly total: number;
}

const nothing: Found = { matched: 0, total: 0 };

/**
 * The best assignment by trying out everything: for each left node every set of its edges, given what room is left at
 * the right nodes.
 */
export function searched(problem: AssignmentProblem, objective: Objective): Found {
  if (objective === "total") return searchedFrom(problem, 0);
  const { matched } = searchedFrom(problem, 0);
  const scores = [...new Set(Array.from(problem.edgeScore, millionths))].sort((a, b) => b - a);
  for (const weakest of scores) {
    const found = searchedFrom(problem, weakest);
    if (found.matched === matched) return found;
  }
  return nothing;
}

const millionths = (score: number): number => Math.round(score * 1_000_000);

function searchedFrom(problem: AssignmentProblem, weakest: number): Found {
  const edges = Array.from(problem.edgeScore, (score, edge) => ({
    left: problem.edgeLeft[edge] ?? 0,
    right: problem.edgeRight[edge] ?? 0,
    score: millionths(score),
  })).filter(({ score }) => score >= weakest);
  const known = new Map<string, Found>();
  const from = (left: number, room: readonly number[]): Found => {
    if (left === problem.leftCapacities.length) return nothing;
    const state = `${left}:${room}`;
    const before = known.get(state);
    if (before) return before;
    const own = edges.filter((edge) => edge.left === left && (room[edge.right] ?? 0) > 0);
    const best = subsets(own, problem.leftCapacities[left] ?? 0)
      .map((taken): Found => {
        const rest = from(
          left + 1,
          room.map((seats, right) => seats - (taken.some((edge) => edge.right === right) ? 1 : 0)),
        );
        return {
          matched: taken.length + rest.matched,
          total: taken.reduce((sum, { score }) => sum + score, rest.total),
        };
      })
      .reduce(better);
    known.set(state, best);
    return best;
  };
  return from(0, Array.from(problem.rightCapacities));
}

function better(one: Found, other: Found): Found {
  if (one.matched !== other.matched) return one.matched > other.matched ? one : other;
  return one.total >= other.total ? one : other;
}

/** All sets of up to so many of the items, in their order. */
function subsets<Item>(items: readonly Item[], most: number): Item[][] {
  const sets: Item[][] = [[]];
  for (const item of items) for (const set of [...sets]) if (set.length < most) sets.push([...set, item]);
  return sets;
}
