import { bestOf } from "./best.ts";
import { checked } from "./check.ts";
import {
  type Assignment,
  type AssignmentProblem,
  type CompactProblem,
  InvalidProblem,
  type Objective,
} from "./problem.ts";

/** What the solver may be asked for. */
export interface SolveOptions {
  readonly objective?: Objective;
}

/**
 * The best assignment, with its proof: first the most pairs, then the greatest sum of scores; with `fair`, between
 * the two, the best weakest pair. The same edges in another order give the same pairs.
 *
 * @throws InvalidProblem  see `checked`; or another objective
 */
export function solve(problem: AssignmentProblem | CompactProblem, options: SolveOptions = {}): Assignment {
  const objective = checkedObjective(options);
  return bestOf(checked(problem), objective);
}

/** @throws InvalidProblem  an objective that there is not */
export function checkedObjective({ objective = "total" }: SolveOptions): Objective {
  if (objective === "total" || objective === "fair") return objective;
  throw new InvalidProblem("objective", `"${String(objective)}" is no objective; give "total" or "fair".`);
}
