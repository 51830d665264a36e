import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { competenceKey } from "./items.ts";
import { type OwnCompetence, ownCompetenceOf } from "./schema.ts";
import { shippedCompetence } from "./shipped/index.ts";

/** @throws Conflict  it is a shipped competence, which is the same in every stack */
export function requireOwn(id: Id<"competence">): void {
  const shipped = shippedCompetence(id);
  if (!shipped) return;
  throw new Conflict(`${shipped.key} is shipped and stays as it is. Add a competence of your own instead.`, {
    key: shipped.key,
    kind: shipped.kind,
  });
}

/**
 * A customer's own competence, to be changed.
 *
 * @throws NotFound  there is no such competence
 * @throws Conflict  it is a shipped one
 */
export async function readOwn(ctx: Context, id: Id<"competence">): Promise<OwnCompetence> {
  requireOwn(id);
  const item = await ctx.table.get(competenceKey(id));
  if (!item) throw new NotFound("There is no competence with this id.");
  return ownCompetenceOf(item);
}
