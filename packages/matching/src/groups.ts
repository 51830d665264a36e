import { bestOf } from "./best.ts";
import { type Checked, checked } from "./check.ts";
import {
  type GroupAssignment,
  type GroupCertificate,
  type GroupOptions,
  leastFor,
  MAXIMUM_SOLVED,
} from "./group-problem.ts";
import { isBetter } from "./group-relaxation.ts";
import { GroupSearch, type Searched } from "./group-search.ts";
import {
  type Assignment,
  type AssignmentProblem,
  type CompactProblem,
  InvalidProblem,
  MAXIMUM_PAIRS,
  SCORE_UNITS,
} from "./problem.ts";
import { leftsOf } from "./rows.ts";
import { checkedObjective } from "./solve.ts";

/** Edges that may be looked at in all assignments together, when the caller sets no limit: some seconds. */
const USUAL_WORK = 20_000_000;
const LEAST_SOLVED = 12;
const MOST_SOLVED = 400;

/**
 * The best groups that can be found: first the most pairs, then (with `fair`) the best weakest pair, then the greatest
 * sum of scores, where no left node is in fewer pairs than the smallest size, unless in none. Where the best
 * assignment without a smallest size has no group that is too small, it is the one that `solve` gives; otherwise the
 * search is exact as long as its limit suffices, and `certificate` says whether it did. The limit is a number of
 * assignments and not of seconds, so that the same problem gives the same groups.
 *
 * @throws InvalidProblem  see `checked`; another objective, a smallest size or a limit that is none, or begun groups
 *   of other nodes
 */
export function matchGroups(
  problem: AssignmentProblem | CompactProblem,
  options: GroupOptions,
): GroupAssignment {
  const { leftMinimum, begun } = options;
  const objective = checkedObjective(options);
  requireWhole("smallest size", leftMinimum, MAXIMUM_PAIRS);
  if (begun && begun.length !== problem.leftCapacities.length) {
    throw new InvalidProblem("lengths", "Say of each left node whether it has a group already.");
  }
  const given = checked(problem);
  const limit = options.limit ?? usualLimit(given.rows.values.length);
  requireWhole("limit of assignments", limit, MAXIMUM_SOLVED);
  const relaxed = bestOf(given, objective);
  const { edges, matched, totalScore, weakestScore } = relaxed;
  if (isLargeEnough(problem, relaxed, options)) {
    const figures = { matched, weakestScore, totalScore };
    const bound = objective === "fair" ? figures : { ...figures, weakestScore: null };
    const certificate = { bound, isProven: true, relaxed, solved: 1, limit };
    return { objective, leftMinimum, begun, edges, ...figures, certificate };
  }
  const found = new GroupSearch({ rows: given.rows, objective, leftMinimum, begun, limit }).run();
  return {
    objective,
    leftMinimum,
    begun,
    ...described(given, found),
    certificate: certified(found, relaxed, limit),
  };
}

function requireWhole(what: string, number: number, most: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= most) return;
  throw new InvalidProblem(
    "minimum",
    `The ${what} is given as ${number}; give a whole number from 1 to ${most}.`,
  );
}

const usualLimit = (edgeCount: number): number =>
  Math.max(LEAST_SOLVED, Math.min(MOST_SOLVED, Math.floor(USUAL_WORK / Math.max(1, edgeCount))));

function isLargeEnough(
  problem: AssignmentProblem | CompactProblem,
  { edges }: Assignment,
  sizes: GroupOptions,
): boolean {
  const loads = new Uint32Array(problem.leftCapacities.length);
  const lefts = "starts" in problem ? leftsOf(problem, Int32Array.from(edges)) : edges.map(leftIn(problem));
  for (const left of lefts) loads[left] = (loads[left] ?? 0) + 1;
  return loads.every((load, left) => load === 0 || load >= leastFor(sizes, left));
}

const leftIn =
  ({ edgeLeft }: AssignmentProblem) =>
  (edge: number): number =>
    edgeLeft[edge] ?? 0;

function described(
  { rows, order }: Checked,
  { edges }: Searched,
): Pick<GroupAssignment, "edges" | "matched" | "totalScore" | "weakestScore"> {
  const values = Array.from(edges, (edge) => rows.values[edge] ?? 0);
  return {
    edges: Uint32Array.from(edges, (edge) => (order ? (order[edge] ?? 0) : edge)),
    matched: edges.length,
    totalScore: values.reduce((sum, value) => sum + value, 0) / SCORE_UNITS,
    weakestScore: edges.length === 0 ? null : values.reduce((one, two) => Math.min(one, two)) / SCORE_UNITS,
  };
}

function certified(found: Searched, relaxed: Assignment, limit: number): GroupCertificate {
  const [matched, weakest, total] = found.bound;
  const weakestScore = matched === 0 || relaxed.objective === "total" ? null : weakest / SCORE_UNITS;
  return {
    bound: { matched, weakestScore, totalScore: total / SCORE_UNITS },
    isProven: !isBetter(found.bound, found.worth),
    relaxed,
    solved: 1 + found.solved,
    limit,
  };
}
