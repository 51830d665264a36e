import type { z } from "zod";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { idOf } from "../ids.ts";
import { type List, listPage, PageRequest } from "../page.ts";
import { requireManaged } from "../programme/index.ts";
import { Instant, LocalDate } from "../time.ts";
import { observationsOf, seriesOf } from "./items.ts";
import { Observation } from "./schema.ts";

export const ObservationsRequest = PageRequest.extend({
  programmeId: idOf("programme"),
  indicatorId: idOf("indicator").optional(),
  scope: Observation.shape.scope.optional(),
  role: Observation.shape.role,
  from: LocalDate.optional().describe("Only of this day or a later one"),
  to: LocalDate.optional().describe("Only of this day or an earlier one"),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type ObservationsRequest = z.infer<typeof ObservationsRequest>;

/** The observations of a programme, by indicator and, within one, by day. */
export async function listObservations(
  ctx: Context,
  request: ObservationsRequest,
): Promise<List<Observation>> {
  const { programmeId, indicatorId, scope, role, from, to, updatedSince } = request;
  if (from !== undefined && to !== undefined && from > to) {
    const issues = [{ path: ["to"], message: "Give a day that is not before `from`." }];
    throw new Invalid("The query ends before it begins.", { issues });
  }
  await requireManaged(ctx, programmeId);
  const query = {
    index: "byProgramme",
    partition: observationsOf(programmeId),
    ...(indicatorId && { sort: seriesOf(indicatorId, { from, to }) }),
  } as const;
  return listPage(ctx, query, request, (item) => {
    const observation = Observation.parse(item);
    if (scope !== undefined && observation.scope !== scope) return undefined;
    if (role !== undefined && observation.role !== role) return undefined;
    if (from !== undefined && observation.date < from) return undefined;
    if (to !== undefined && observation.date > to) return undefined;
    return updatedSince === undefined || observation.updatedAt >= updatedSince ? observation : undefined;
  });
}
