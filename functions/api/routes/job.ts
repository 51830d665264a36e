import { idOf } from "@viceversa/core/ids.ts";
import { getJob, Job, listJobErrors, RowError } from "@viceversa/core/job/index.ts";
import { PageRequest } from "@viceversa/core/page.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("job") });

operation(
  room,
  {
    operation: "job.get",
    method: "get",
    path: "/{id}",
    summary: "A job and its progress",
    params,
    answer: Job,
    versioned: true,
  },
  (ctx, { params }) => getJob(ctx, params.id),
);

operation(
  room,
  {
    operation: "job.list-errors",
    method: "get",
    path: "/{id}/errors",
    summary: "The rows that a job could not take, by line",
    params,
    query: PageRequest,
    answer: listOf(RowError),
  },
  (ctx, { params, query }) => listJobErrors(ctx, { id: params.id, ...query }),
);
