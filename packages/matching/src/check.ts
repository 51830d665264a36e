import { countingSort } from "./counting-sort.ts";
import {
  type AssignmentProblem,
  type CompactProblem,
  InvalidProblem,
  MAXIMUM_EDGES,
  MAXIMUM_PAIRS,
  MAXIMUM_SIDE,
  SCORE_UNITS,
  unitsOf,
} from "./problem.ts";
import { type Rows, type SeatCounts, seatCounts, sum } from "./rows.ts";

/** A problem's edges in canonical order, and where each stands in the caller's arrays: in the same place, if `null`. */
interface InRows {
  readonly rows: Rows;
  readonly order: Int32Array | null;
}

export interface Checked extends InRows {
  readonly counts: SeatCounts;
}

/**
 * The problem in rows, values in score units.
 *
 * @throws InvalidProblem  arrays of unequal lengths, an index out of range, a score that is no number from 0 to 1,
 *                         two edges between the same nodes, or more than a limit allows; of a compact problem also
 *                         rows that are not in order
 */
export function checked(problem: AssignmentProblem | CompactProblem): Checked {
  const found = "starts" in problem ? checkedRows(problem) : checkedEdges(problem);
  const counts = seatCounts(found.rows);
  checkLimit("pairs that capacities allow", Math.min(sum(counts.left), sum(counts.right)), MAXIMUM_PAIRS);
  return { ...found, counts };
}

const sidesOf = ({ leftCapacities, rightCapacities }: AssignmentProblem | CompactProblem) => ({
  leftCapacities: Int32Array.from(leftCapacities),
  rightCapacities: Int32Array.from(rightCapacities),
});

function checkSides({ leftCapacities, rightCapacities }: AssignmentProblem | CompactProblem): void {
  checkLimit("left nodes", leftCapacities.length, MAXIMUM_SIDE);
  checkLimit("right nodes", rightCapacities.length, MAXIMUM_SIDE);
}

function checkedEdges(problem: AssignmentProblem): InRows {
  const { edgeLeft, edgeRight, edgeScore, leftCapacities, rightCapacities } = problem;
  checkSides(problem);
  checkLimit("edges", edgeScore.length, MAXIMUM_EDGES);
  if (edgeLeft.length !== edgeScore.length || edgeRight.length !== edgeScore.length)
    throw new InvalidProblem(
      "lengths",
      `There are ${edgeLeft.length} left ends, ${edgeRight.length} right ends and ${edgeScore.length} scores; give one of each for every edge.`,
    );
  const [leftCount, rightCount] = [leftCapacities.length, rightCapacities.length];
  for (let edge = 0; edge < edgeScore.length; edge += 1) {
    const left = edgeLeft[edge] ?? 0;
    const right = edgeRight[edge] ?? 0;
    const score = edgeScore[edge] ?? 0;
    if (left < leftCount && right < rightCount && score >= 0 && score <= 1) continue;
    checkIndex("left", left, leftCount, edge);
    checkIndex("right", right, rightCount, edge);
    checkScore(score, edge);
  }
  return inRows(problem, ["left node", "right node"]);
}

/** Brings edges into rows; their ends and scores were checked. */
export function inRows(problem: AssignmentProblem, ends: readonly [string, string]): InRows {
  const { edgeRight, edgeScore } = problem;
  const { starts, order } = canonical(problem);
  const rights = new Uint16Array(edgeScore.length);
  const values = new Uint32Array(edgeScore.length);
  for (let place = 0; place < values.length; place += 1) {
    const edge = order ? (order[place] ?? 0) : place;
    rights[place] = edgeRight[edge] ?? 0;
    values[place] = unitsOf(edgeScore[edge] ?? 0);
  }
  const found = { rows: { ...sidesOf(problem), starts, rights, values, least: 0 }, order };
  checkDuplicates(found, ends);
  return found;
}

/** The order that brings edges into rows, if they are not: two stable counting sorts, linear in nodes and edges. */
function canonical(problem: AssignmentProblem): {
  readonly starts: Uint32Array;
  readonly order: Int32Array | null;
} {
  const { edgeLeft, edgeRight, leftCapacities, rightCapacities } = problem;
  if (isCanonical(edgeLeft, edgeRight)) {
    const starts = new Uint32Array(leftCapacities.length + 1);
    for (let edge = 0; edge < edgeLeft.length; edge += 1) {
      const left = edgeLeft[edge] ?? 0;
      starts[left + 1] = (starts[left + 1] ?? 0) + 1;
    }
    for (let left = 0; left < leftCapacities.length; left += 1)
      starts[left + 1] = (starts[left + 1] ?? 0) + (starts[left] ?? 0);
    return { starts, order: null };
  }
  const byRight = countingSort(null, edgeRight, rightCapacities.length).sorted;
  const { sorted, starts } = countingSort(byRight, edgeLeft, leftCapacities.length);
  return { starts, order: sorted };
}

function isCanonical(edgeLeft: Uint32Array, edgeRight: Uint32Array): boolean {
  for (let edge = 1; edge < edgeLeft.length; edge += 1) {
    const step = (edgeLeft[edge] ?? 0) - (edgeLeft[edge - 1] ?? 0);
    if (step < 0 || (step === 0 && (edgeRight[edge] ?? 0) < (edgeRight[edge - 1] ?? 0))) return false;
  }
  return true;
}

function checkedRows(problem: CompactProblem): InRows {
  const { leftCapacities, starts, edgeRight, edgeUnits } = problem;
  checkSides(problem);
  checkLimit("edges", edgeUnits.length, MAXIMUM_EDGES);
  if (edgeRight.length !== edgeUnits.length || starts.length !== leftCapacities.length + 1)
    throw new InvalidProblem(
      "lengths",
      `There are ${edgeRight.length} right ends and ${edgeUnits.length} scores, ${leftCapacities.length} left nodes and ${starts.length} starts; give one of each for every edge, and a start for each left node and for the end.`,
    );
  const isRising = starts.every((start, left) => start >= (starts[left - 1] ?? 0));
  if (!isRising || starts[0] !== 0 || starts.at(-1) !== edgeUnits.length)
    throw new InvalidProblem("order", "Starts do not rise from 0 to the number of edges.");
  for (let left = 0; left < leftCapacities.length; left += 1) checkRow(problem, left);
  const rows = { ...sidesOf(problem), starts, rights: edgeRight, values: edgeUnits, least: 0 };
  return { rows, order: null };
}

function checkRow({ starts, edgeRight, edgeUnits, rightCapacities }: CompactProblem, left: number): void {
  const end = starts[left + 1] ?? 0;
  let lower = -1;
  for (let edge = starts[left] ?? 0; edge < end; edge += 1) {
    const right = edgeRight[edge] ?? 0;
    const units = edgeUnits[edge] ?? 0;
    if (right <= lower)
      throw new InvalidProblem("order", `Edge ${edge} does not stand after a lower right node.`, edge);
    if (units > SCORE_UNITS) checkScore(units / SCORE_UNITS, edge);
    lower = right;
  }
  if (lower >= rightCapacities.length) checkIndex("right", lower, rightCapacities.length, end - 1);
}

export function checkLimit(what: string, count: number, limit: number): void {
  if (count > limit) throw new InvalidProblem("limit", `There are ${count} ${what}; the limit is ${limit}.`);
}

export function checkScore(score: number, edge: number): void {
  if (score >= 0 && score <= 1) return;
  throw new InvalidProblem("score", `Edge ${edge} has the score ${score}; give a number from 0 to 1.`, edge);
}

function checkIndex(side: string, node: number, count: number, edge: number): void {
  if (node < count) return;
  throw new InvalidProblem("index", `Edge ${edge} names the ${side} node ${node}; there are ${count}.`, edge);
}

function checkDuplicates({ rows: { starts, rights }, order }: InRows, ends: readonly [string, string]): void {
  for (let left = 0; left + 1 < starts.length; left += 1)
    for (let place = (starts[left] ?? 0) + 1; place < (starts[left + 1] ?? 0); place += 1) {
      if (rights[place] !== rights[place - 1]) continue;
      const [before, edge] = [place - 1, place].map((at) => (order ? (order[at] ?? 0) : at));
      throw new InvalidProblem(
        "duplicate",
        `Edges ${before} and ${edge} both join ${ends[0]} ${left} and ${ends[1]} ${rights[place]}; give each pair once.`,
        edge ?? null,
      );
    }
}
