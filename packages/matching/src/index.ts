export {
  type Assignment,
  type AssignmentProblem,
  type Certificate,
  type Cover,
  type Flaw,
  InvalidProblem,
  MAXIMUM_EDGES,
  MAXIMUM_PAIRS,
  MAXIMUM_SIDE,
  type Objective,
  SCORE_UNITS,
} from "./problem.ts";
export { type SolveOptions, solve } from "./solve.ts";
export { type Fault, verifyCertificate } from "./verify.ts";
