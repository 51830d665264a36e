import { idOf } from "@viceversa/core/ids.ts";
import { Job } from "@viceversa/core/job/index.ts";
import {
  allowPair,
  ExplainRequest,
  Explanation,
  explainPair,
  ForbiddenPair,
  ForbiddenPairInput,
  forbidPair,
  listForbiddenPairs,
  listMatchingRuns,
  MatchingRun,
  MatchingRunsRequest,
  PairAddress,
  startMatchingRun,
  WhatIf,
  WhatIfRequest,
  whatIf,
} from "@viceversa/core/matching/index.ts";
import { PageRequest } from "@viceversa/core/page.ts";
import { z } from "zod";
import { listOf, Nothing, operation, type Room } from "../operation.ts";

const params = z.object({ id: idOf("programme") });
const pair = params.extend(PairAddress.shape);
const FORBIDDEN_PAIR = "/{id}/forbidden-pairs/{mentorId}/{menteeId}";

/** How a programme's people are matched: its runs, whom its managers keep apart, and why two go together or not. */
export function addMatching(room: Room): void {
  operation(
    room,
    {
      operation: "matching-run.list",
      method: "get",
      path: "/{id}/matching-runs",
      summary: "The matching runs of a programme, oldest first",
      params,
      query: MatchingRunsRequest,
      answer: listOf(MatchingRun),
    },
    (ctx, { params, query }) => listMatchingRuns(ctx, { programmeId: params.id, ...query }),
  );

  operation(
    room,
    {
      operation: "matching-run.start",
      method: "post",
      path: "/{id}/matching-runs",
      summary:
        "Propose who could meet whom, as a job whose facts name the run; nothing changes for anybody yet",
      params,
      answer: Job,
      status: 202,
      errors: [409],
    },
    (ctx, { params }) => startMatchingRun(ctx, { programmeId: params.id }),
  );

  operation(
    room,
    {
      operation: "matching.explain",
      method: "get",
      path: "/{id}/explain",
      summary: "Why two go together, or why not",
      params,
      query: ExplainRequest,
      answer: Explanation,
    },
    (ctx, { params, query }) => explainPair(ctx, { programmeId: params.id, ...query }),
  );

  operation(
    room,
    {
      operation: "matching.what-if",
      method: "get",
      path: "/{id}/what-if",
      summary: "With whom one person could be paired, what keeps her from others, and what it would cost all",
      params,
      query: WhatIfRequest,
      answer: WhatIf,
    },
    (ctx, { params, query }) => whatIf(ctx, { programmeId: params.id, ...query }),
  );

  operation(
    room,
    {
      operation: "forbidden-pair.list",
      method: "get",
      path: "/{id}/forbidden-pairs",
      summary: "Whom the managers of a programme keep apart, by mentor and mentee",
      params,
      query: PageRequest,
      answer: listOf(ForbiddenPair),
    },
    (ctx, { params, query }) => listForbiddenPairs(ctx, { programmeId: params.id, ...query }),
  );

  operation(
    room,
    {
      operation: "forbidden-pair.forbid",
      method: "put",
      path: FORBIDDEN_PAIR,
      summary: "Keep two apart, in every run from now on",
      params: pair,
      body: ForbiddenPairInput,
      answer: ForbiddenPair,
      errors: [409],
    },
    (ctx, { params: { id, ...pair }, body }) => forbidPair(ctx, { programmeId: id, ...pair, ...body }),
  );

  operation(
    room,
    {
      operation: "forbidden-pair.allow",
      method: "delete",
      path: FORBIDDEN_PAIR,
      summary: "Let two be matched again",
      params: pair,
      answer: Nothing,
      status: 204,
    },
    (ctx, { params: { id, ...pair } }) => allowPair(ctx, { programmeId: id, ...pair }),
  );
}
