export type { Fault } from "./faults.ts";
export {
  type GroupAssignment,
  type GroupCertificate,
  type GroupOptions,
  MAXIMUM_SOLVED,
} from "./group-problem.ts";
export { matchGroups } from "./groups.ts";
export {
  MAXIMUM_PEERS,
  type PeerAssignment,
  type PeerCertificate,
  type PeerPrices,
  type PeerProblem,
} from "./peer-problem.ts";
export { matchPeers } from "./peers.ts";
export {
  type Assignment,
  type AssignmentProblem,
  type Certificate,
  type CompactProblem,
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
export { verifyCertificate } from "./verify.ts";
export { verifyGroups } from "./verify-groups.ts";
export { verifyPeers } from "./verify-peers.ts";
