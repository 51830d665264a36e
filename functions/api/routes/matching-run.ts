import { idOf } from "@viceversa/core/ids.ts";
import { Job } from "@viceversa/core/job/index.ts";
import {
  discardMatchingRun,
  getMatchingRun,
  listProposedPairs,
  listUnmatched,
  lockPair,
  MatchingRunView,
  OverrideInput,
  PairAddress,
  ProposedPair,
  ProposedPairsRequest,
  PublicationInput,
  publishMatchingRun,
  putPair,
  removePair,
  rerunMatching,
  Seat,
  UnmatchedRequest,
} from "@viceversa/core/matching/index.ts";
import { z } from "zod";
import { createRoom, listOf, Nothing, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("matchingRun") });
const pair = params.extend(PairAddress.shape);
const PAIR = "/{id}/pairs/{mentorId}/{menteeId}";

operation(
  room,
  {
    operation: "matching-run.get",
    method: "get",
    path: "/{id}",
    summary: "A matching run: who would meet whom, who nobody and why, and why there is no better proposal",
    params,
    answer: MatchingRunView,
  },
  (ctx, { params }) => getMatchingRun(ctx, params.id),
);

operation(
  room,
  {
    operation: "matching-run.list-pairs",
    method: "get",
    path: "/{id}/pairs",
    summary: "The pairs of a run as they are now, by mentor and mentee",
    params,
    query: ProposedPairsRequest,
    answer: listOf(ProposedPair),
  },
  (ctx, { params, query }) => listProposedPairs(ctx, { id: params.id, ...query }),
);

operation(
  room,
  {
    operation: "matching-run.list-unmatched",
    method: "get",
    path: "/{id}/unmatched",
    summary: "Who is in no pair of a run, and what stood in the way",
    params,
    query: UnmatchedRequest,
    answer: listOf(Seat),
  },
  (ctx, { params, query }) => listUnmatched(ctx, { id: params.id, ...query }),
);

operation(
  room,
  {
    operation: "matching-run.put-pair",
    method: "put",
    path: PAIR,
    summary: "Put a pair into a proposal by hand, locked; rules that are set aside become its warnings",
    params: pair,
    answer: ProposedPair,
    errors: [409],
  },
  (ctx, { params }) => putPair(ctx, params),
);

operation(
  room,
  {
    operation: "matching-run.override-pair",
    method: "put",
    path: `${PAIR}/override`,
    summary:
      "Put a pair into a proposal although one reports to the other, with a reason that is kept with it",
    params: pair,
    body: OverrideInput,
    answer: ProposedPair,
    errors: [409],
  },
  (ctx, { params, body }) => putPair(ctx, { ...params, override: body }),
);

operation(
  room,
  {
    operation: "matching-run.remove-pair",
    method: "delete",
    path: PAIR,
    summary: "Take a pair out of a proposal; both are free in it again",
    params: pair,
    answer: Nothing,
    status: 204,
    errors: [409],
  },
  (ctx, { params }) => removePair(ctx, params),
);

operation(
  room,
  {
    operation: "matching-run.lock-pair",
    method: "put",
    path: `${PAIR}/lock`,
    summary: "Lock a pair, so that another run keeps it",
    params: pair,
    answer: ProposedPair,
    errors: [409],
  },
  (ctx, { params }) => lockPair(ctx, { ...params, locked: true }),
);

operation(
  room,
  {
    operation: "matching-run.unlock-pair",
    method: "delete",
    path: `${PAIR}/lock`,
    summary: "Unlock a pair",
    params: pair,
    answer: ProposedPair,
    errors: [409],
  },
  (ctx, { params }) => lockPair(ctx, { ...params, locked: false }),
);

operation(
  room,
  {
    operation: "matching-run.rerun",
    method: "post",
    path: "/{id}/rerun",
    summary:
      "Match anew in another run that takes this one's place; locked pairs stay. Its job names the run",
    params,
    answer: Job,
    status: 202,
    errors: [409],
  },
  (ctx, { params }) => rerunMatching(ctx, { id: params.id }),
);

operation(
  room,
  {
    operation: "matching-run.discard",
    method: "post",
    path: "/{id}/discard",
    summary: "Discard a run that nobody wants to publish",
    params,
    answer: MatchingRunView,
    errors: [409],
  },
  (ctx, { params }) => discardMatchingRun(ctx, { id: params.id }),
);

operation(
  room,
  {
    operation: "matching-run.publish",
    method: "post",
    path: "/{id}/publication",
    summary: "Publish a proposal: each pair becomes a pairing with a plan, and both are asked by mail",
    params,
    body: PublicationInput,
    answer: Job,
    status: 202,
    errors: [409],
  },
  (ctx, { params, body }) => publishMatchingRun(ctx, { id: params.id, ...body }),
);
