export type { PairIds } from "./candidate.ts";
export { carryOutRun } from "./carry-out.ts";
export { discardMatchingRun } from "./discard.ts";
export { ExplainRequest, Explanation, explainPair } from "./explain.ts";
export { allowPair, forbidPair } from "./forbid.ts";
export { getMatchingRun } from "./get.ts";
export type { ProposalRef } from "./items.ts";
export {
  finishPublication,
  type Gathering,
  gatheredIn,
  judgeForPublication,
  type Newcomer,
  type PublicationRefusal,
  publicationWrite,
} from "./judge-publication.ts";
export {
  listForbiddenPairs,
  listMatchingRuns,
  listProposedPairs,
  listUnmatched,
  MatchingRunsRequest,
  ProposedPairsRequest,
  UnmatchedRequest,
} from "./list.ts";
export { lockPair } from "./lock-pair.ts";
export { publishMatchingRun } from "./publish.ts";
export { putPair } from "./put-pair.ts";
export { pairsOf, proposalOf, readRun } from "./read.ts";
export { removePair } from "./remove-pair.ts";
export {
  ForbiddenPair,
  ForbiddenPairInput,
  MatchingRun,
  MatchingRunView,
  PairAddress,
  ProposedPair,
  PublicationInput,
  Seat,
} from "./schema.ts";
export { rerunMatching, startMatchingRun } from "./start.ts";
export { forgetForbiddenPairs, MatchingTraces, readMatchingTraces } from "./traces.ts";
