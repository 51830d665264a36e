export type { PairIds } from "./candidate.ts";
export { carryOutRun } from "./carry-out.ts";
export { type SaidCriterion, type ToldPair, tellPairs } from "./describe.ts";
export { discardMatchingRun } from "./discard.ts";
export { ExplainRequest, Explanation, explainPair } from "./explain.ts";
export { allowPair, forbidPair, openRun } from "./forbid.ts";
export { getMatchingRun, type ReadProposal, readProposal } from "./get.ts";
export { freedItem, freedKey, type ProposalRef } from "./items.ts";
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
  latestRuns,
  listForbiddenPairs,
  listMatchingRuns,
  listProposedPairs,
  listUnmatched,
  MatchingRunsRequest,
  ProposedPairsRequest,
  UnmatchedRequest,
} from "./list.ts";
export { lockPair } from "./lock-pair.ts";
export { requireMayMeet } from "./may-meet.ts";
export { publishMatchingRun } from "./publish.ts";
export { putPair } from "./put-pair.ts";
export { isUntouched, pairsOf, proposalOf, readRun } from "./read.ts";
export { beginning, heldOf, type Rematching, readRematching } from "./rematch.ts";
export { removePair } from "./remove-pair.ts";
export {
  ForbiddenPair,
  ForbiddenPairInput,
  MatchingRun,
  MatchingRunView,
  OverrideInput,
  PairAddress,
  ProposedPair,
  PublicationInput,
  type RematchCause,
  Seat,
  type StoredRun,
} from "./schema.ts";
export { rerunMatching, startMatchingRun } from "./start.ts";
export { forgetForbiddenPairs, forgetOverrides, MatchingTraces, readMatchingTraces } from "./traces.ts";
export { WhatIf, WhatIfRequest, whatIf } from "./what-if.ts";
