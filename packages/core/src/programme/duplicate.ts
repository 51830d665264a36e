import { once } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { copyOf } from "./draft.ts";
import { getProgramme } from "./get.ts";
import { saveDraft } from "./save-draft.ts";
import { Programme, type ProgrammeView, viewOf } from "./schema.ts";

/**
 * Drafts a programme with the objectives and rules of another: its managers run it too, its participants,
 * pairings, dates and baselines stay where they are.
 *
 * @throws NotFound  there is no such programme, or the actor does not manage it
 * @throws Invalid  one of its managers is not in the directory any more
 */
export async function duplicateProgramme(
  ctx: Context,
  { id }: { id: Id<"programme"> },
): Promise<ProgrammeView> {
  const original = await getProgramme(ctx, id);
  const operation = "programme.duplicate";
  const input = { id };
  const made = await once(ctx, operation, input, () =>
    saveDraft(ctx, copyOf(ctx, Programme.parse(original)), { operation, input, facts: { of: id } }),
  );
  return viewOf(Programme.parse(made), ctx.clock.now());
}
