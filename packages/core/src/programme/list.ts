import type { z } from "zod";
import type { Context } from "../context.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { Instant } from "../time.ts";
import { PROGRAMMES_BY_UPDATE } from "./items.ts";
import { Programme, type ProgrammeView, viewOf } from "./schema.ts";
import { mayManage } from "./scope.ts";

export const ProgrammesRequest = PageRequest.extend({
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
  phase: Programme.shape.phase.optional().describe("Left out, every phase but `archived`"),
});
export type ProgrammesRequest = z.infer<typeof ProgrammesRequest>;

/** The programmes that the actor manages, in the order of change; archived ones only where they are asked for. */
export const listProgrammes = (ctx: Context, request: ProgrammesRequest): Promise<List<ProgrammeView>> =>
  listPage(
    ctx,
    {
      index: "byUpdated",
      partition: PROGRAMMES_BY_UPDATE,
      ...(request.updatedSince && { sort: { from: request.updatedSince } }),
    },
    request,
    (item) => {
      const programme = Programme.parse(item);
      const asked = request.phase ? programme.phase === request.phase : programme.phase !== "archived";
      return asked && mayManage(ctx, programme) ? viewOf(programme, ctx.clock.now()) : undefined;
    },
  );
