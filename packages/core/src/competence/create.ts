import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { absent, put } from "../table.ts";
import { competenceIdOf, competenceItem } from "./items.ts";
import { competenceLifecycle } from "./lifecycle.ts";
import { type Competence, type CompetenceInput, type OwnCompetence, ownView } from "./schema.ts";

/**
 * Adds a competence of the customer's own.
 *
 * @throws Conflict  a competence has this key already, be it active or retired
 */
export function createCompetence(ctx: Context, input: CompetenceInput): Promise<Competence> {
  const operation = "competence.create";
  return once(ctx, operation, input, async () => {
    const now = ctx.clock.now();
    const own: OwnCompetence = {
      ...input,
      id: competenceIdOf(input.key),
      state: competenceLifecycle.initial,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const competence = ownView(own);
    const outcome = await commit(ctx, {
      changes: [put(competenceItem(own), absent)],
      audit: { action: "competence.created", subject: { type: "competence", id: own.id } },
      marks: [],
      idempotency: { operation, input, result: competence },
    });
    if (outcome.committed) return competence;
    const state = outcome.refusals[0]?.found?.["state"];
    throw new Conflict(`The key ${own.key} is taken. Choose another, or change the competence that has it.`, {
      id: own.id,
      state,
    });
  });
}
