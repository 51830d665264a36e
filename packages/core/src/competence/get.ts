import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { competenceKey } from "./items.ts";
import { type Competence, ownCompetenceOf, ownView } from "./schema.ts";
import { shippedCompetence } from "./shipped/index.ts";

/**
 * Competences by their ids, shipped or own, in whatever state, in one round trip for each hundred of the
 * customer's own; the shipped ones cost none. What is not there is not in the map.
 */
export async function getCompetences(
  { table }: Pick<Context, "table">,
  ids: readonly Id<"competence">[],
): Promise<ReadonlyMap<Id<"competence">, Competence>> {
  const found = new Map<Id<"competence">, Competence>();
  for (const id of ids) {
    const shipped = shippedCompetence(id);
    if (shipped) found.set(id, shipped);
  }
  const others = ids.filter((id) => !found.has(id));
  const items = others.length > 0 ? await table.getMany(others.map(competenceKey)) : [];
  for (const item of items) {
    if (!item) continue;
    const own = ownCompetenceOf(item);
    found.set(own.id, ownView(own));
  }
  return found;
}

/** @throws NotFound  there is no such competence */
export async function getCompetence(ctx: Context, id: Id<"competence">): Promise<Competence> {
  const competence = (await getCompetences(ctx, [id])).get(id);
  if (!competence) throw new NotFound("There is no competence with this id.");
  return competence;
}
