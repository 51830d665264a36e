import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { update } from "../table.ts";
import { getCompetence } from "./get.ts";
import { competenceKey, movedAt } from "./items.ts";
import { competenceLifecycle } from "./lifecycle.ts";
import { requireOwn } from "./own.ts";
import { type Competence, ownCompetenceOf } from "./schema.ts";

/**
 * Retires a competence of the customer's own: it is not offered any more and stays where it is used.
 *
 * @throws NotFound  there is no such competence
 * @throws Conflict  it is shipped, or retired already
 */
export async function retireCompetence(ctx: Context, id: Id<"competence">): Promise<Competence> {
  requireOwn(id);
  const operation = "competence.retire";
  await once(ctx, operation, id, async () => {
    const outcome = await commit(ctx, {
      changes: [
        update(
          competenceKey(id),
          { set: { state: "retired", ...movedAt(id, ctx.clock.now()) }, add: { version: 1 } },
          mayBecome(competenceLifecycle, "retired"),
        ),
      ],
      audit: { action: "competence.retired", subject: { type: "competence", id } },
      marks: [],
      idempotency: { operation, input: id, result: id },
    });
    if (outcome.committed) return id;
    const found = outcome.refusals[0]?.found;
    if (!found) throw new NotFound("There is no competence with this id.");
    throw illegalTransition(competenceLifecycle, ownCompetenceOf(found).state, "retired");
  });
  return getCompetence(ctx, id);
}
