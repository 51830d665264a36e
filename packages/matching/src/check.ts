import { leftSeats, type Network, networkOf, rightSeats, sum } from "./network.ts";
import {
  type AssignmentProblem,
  InvalidProblem,
  MAXIMUM_EDGES,
  MAXIMUM_PAIRS,
  MAXIMUM_SIDE,
  unitsOf,
} from "./problem.ts";

/**
 * The problem as a network, values in score units.
 *
 * @throws InvalidProblem  arrays of unequal lengths, an index out of range, a score that is no number from 0 to 1,
 *                         two edges between the same nodes, or more than a limit allows
 */
export function checked(problem: AssignmentProblem): Network {
  checkSizes(problem);
  for (let edge = 0; edge < problem.edgeScore.length; edge += 1) checkEdge(problem, edge);
  const { edgeScore } = problem;
  const network = networkOf({ ...problem, worthOf: (row) => unitsOf(edgeScore[row] ?? 0) });
  checkDuplicates(network, "sides");
  const pairs = Math.min(sum(leftSeats(network)), sum(rightSeats(network)));
  checkLimit("pairs that capacities allow", pairs, MAXIMUM_PAIRS);
  return network;
}

function checkSizes({
  leftCapacities,
  rightCapacities,
  edgeLeft,
  edgeRight,
  edgeScore,
}: AssignmentProblem): void {
  checkLimit("left nodes", leftCapacities.length, MAXIMUM_SIDE);
  checkLimit("right nodes", rightCapacities.length, MAXIMUM_SIDE);
  checkLimit("edges", edgeScore.length, MAXIMUM_EDGES);
  if (edgeLeft.length === edgeScore.length && edgeRight.length === edgeScore.length) return;
  throw new InvalidProblem(
    "lengths",
    `There are ${edgeLeft.length} left ends, ${edgeRight.length} right ends and ${edgeScore.length} scores; give one of each for every edge.`,
  );
}

export function checkLimit(what: string, count: number, limit: number): void {
  if (count > limit) throw new InvalidProblem("limit", `There are ${count} ${what}; the limit is ${limit}.`);
}

function checkEdge(problem: AssignmentProblem, edge: number): void {
  checkIndex("left", problem.edgeLeft[edge] ?? 0, problem.leftCapacities.length, edge);
  checkIndex("right", problem.edgeRight[edge] ?? 0, problem.rightCapacities.length, edge);
  checkScore(problem.edgeScore[edge] ?? 0, edge);
}

export function checkScore(score: number, edge: number): void {
  if (score >= 0 && score <= 1) return;
  throw new InvalidProblem("score", `Edge ${edge} has the score ${score}; give a number from 0 to 1.`, edge);
}

function checkIndex(side: string, node: number, count: number, edge: number): void {
  if (node < count) return;
  throw new InvalidProblem("index", `Edge ${edge} names the ${side} node ${node}; there are ${count}.`, edge);
}

export function checkDuplicates({ lefts, rights, rows }: Network, ends: "sides" | "nodes"): void {
  for (let edge = 1; edge < rows.length; edge += 1) {
    if (lefts[edge] !== lefts[edge - 1] || rights[edge] !== rights[edge - 1]) continue;
    const row = rows[edge] ?? 0;
    const [left, right] = ends === "sides" ? ["left node", "right node"] : ["node", "node"];
    throw new InvalidProblem(
      "duplicate",
      `Edges ${rows[edge - 1]} and ${row} both join ${left} ${lefts[edge]} and ${right} ${rights[edge]}; give each pair once.`,
      row,
    );
  }
}
