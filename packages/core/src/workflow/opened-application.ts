import { type Competence, CompetencesRequest, listCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { nameOf, Person, personKey } from "../person/index.ts";
import { type OpenedParticipation, openParticipation } from "./opened-participation.ts";

/** A page of more is over 50 kB and nobody reads to its end: what is shipped, and as many again of one's own. */
const MAXIMUM_COMPETENCES = 50;

/** An invitation as the invited opens it. */
export interface OpenedApplication extends OpenedParticipation {
  /** Who runs the programme, by name. */
  readonly invitedBy: readonly string[];
  /** What can be offered and wanted. */
  readonly competences: readonly Competence[];
}

/**
 * Opens an invitation to a programme; changes nothing.
 *
 * @throws NotFound  she is not in the programme or the directory any more
 */
export async function openApplication(ctx: Context, id: Id<"participant">): Promise<OpenedApplication> {
  const opened = await openParticipation(ctx, id);
  const request = CompetencesRequest.parse({ state: "active", limit: String(MAXIMUM_COMPETENCES) });
  const [managers, competences] = await Promise.all([
    ctx.table.getMany(opened.programme.managers.map(personKey)),
    listCompetences(ctx, request),
  ]);
  return {
    ...opened,
    invitedBy: managers.flatMap((item) => (item ? nameOf(Person.parse(item)) : [])),
    competences: competences.items,
  };
}
