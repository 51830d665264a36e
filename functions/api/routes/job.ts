import { idOf } from "@viceversa/core/ids.ts";
import {
  cancelJob,
  getJob,
  Job,
  JobsRequest,
  listJobErrors,
  listJobs,
  RowError,
} from "@viceversa/core/job/index.ts";
import { PageRequest } from "@viceversa/core/page.ts";
import { PersonExport, readExport } from "@viceversa/core/workflow/person-data/index.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("job") });

operation(
  room,
  {
    operation: "job.list",
    method: "get",
    path: "",
    summary: "The jobs that you may see, in the order of change: all, or as a manager those that you started",
    query: JobsRequest,
    answer: listOf(Job),
  },
  (ctx, { query }) => listJobs(ctx, query),
);

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
    operation: "job.read-file",
    method: "get",
    path: "/{id}/file",
    summary: "What an export holds; one that somebody has asked for herself only she reads",
    params,
    answer: PersonExport,
  },
  (ctx, { params }) => readExport(ctx, params.id),
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

operation(
  room,
  {
    operation: "job.cancel",
    method: "post",
    path: "/{id}/cancellation",
    summary: "Stop a job where it is; what it has done so far stays done",
    params,
    answer: Job,
    errors: [409],
  },
  (ctx, { params }) => cancelJob(ctx, params.id),
);
