import type { z } from "zod";
import type { Context } from "../context.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { Instant } from "../time.ts";
import { JOBS_BY_UPDATE } from "./items.ts";
import { Job } from "./schema.ts";
import { maySee } from "./scope.ts";

export const JobsRequest = PageRequest.extend({
  kind: Job.shape.kind.optional(),
  state: Job.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type JobsRequest = z.infer<typeof JobsRequest>;

/** The jobs that the actor may see, in the order of change. */
export const listJobs = (ctx: Context, request: JobsRequest): Promise<List<Job>> => {
  const { kind, state, updatedSince } = request;
  const query = {
    index: "byUpdated",
    partition: JOBS_BY_UPDATE,
    ...(updatedSince && { sort: { from: updatedSince } }),
  } as const;
  return listPage(ctx, query, request, (item) => {
    if (!maySee(ctx, item) || (kind !== undefined && item["kind"] !== kind)) return undefined;
    return state === undefined || item["state"] === state ? Job.parse(item) : undefined;
  });
};
