import { z } from "zod";
import type { Context } from "../context.ts";
import { type List, listAfter, PageRequest } from "../page.ts";
import { Instant } from "../time.ts";
import { COMPETENCES_BY_UPDATE } from "./items.ts";
import { Competence, ownCompetenceOf, ownView } from "./schema.ts";
import { shippedCompetences } from "./shipped/index.ts";

export const CompetencesRequest = PageRequest.extend({
  kind: Competence.shape.kind.optional(),
  area: z.string().max(40).optional().describe("Key of an area"),
  state: Competence.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type CompetencesRequest = z.infer<typeof CompetencesRequest>;

/** The shipped competences in the order of their framework, then the customer's own in the order of change. */
export function listCompetences(ctx: Context, request: CompetencesRequest): Promise<List<Competence>> {
  const { kind, updatedSince } = request;
  const stored = {
    index: "byUpdated",
    partition: COMPETENCES_BY_UPDATE,
    ...(updatedSince && { sort: { from: updatedSince } }),
  } as const;
  return listAfter(
    ctx,
    {
      first: shippedCompetences.filter((competence) => isAskedFor(competence, request)),
      ...((kind === undefined || kind === "own") && { stored }),
    },
    request,
    (item) => {
      const competence = ownView(ownCompetenceOf(item));
      return isAskedFor(competence, request) ? competence : undefined;
    },
  );
}

const isAskedFor = (competence: Competence, { kind, area, state, updatedSince }: CompetencesRequest) =>
  (kind === undefined || competence.kind === kind) &&
  (area === undefined || competence.area.key === area) &&
  (state === undefined || competence.state === state) &&
  (updatedSince === undefined || competence.updatedAt >= updatedSince);
