import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid } from "../errors.ts";
import { ORGANISATION } from "../organisation/index.ts";
import { isActive, personKey } from "../person/index.ts";
import { absent, check, present, put, type Value } from "../table.ts";
import { programmeItem, programmeRef } from "./items.ts";
import type { Programme } from "./schema.ts";

/**
 * Writes a new draft, under the condition that its managers are there.
 *
 * @throws Conflict  the stack was not set up yet
 * @throws Invalid  one of its managers is not in the directory, or has left
 */
export async function saveDraft(
  ctx: Context,
  programme: Programme,
  {
    operation,
    input,
    facts,
  }: { operation: string; input: unknown; facts: { readonly [name: string]: Value } },
): Promise<Programme> {
  const outcome = await commit(ctx, {
    changes: [
      put(programmeItem(programme), absent),
      ...programme.managers.map((id) => check(personKey(id), isActive)),
      check(entityKey(ORGANISATION), present),
    ],
    audit: { action: "programme.created", subject: programmeRef(programme.id), facts },
    marks: [],
    idempotency: { operation, input, result: programme },
  });
  if (outcome.committed) return programme;
  const unknown = outcome.refusals.flatMap(({ index }) => programme.managers[index - 1] ?? []);
  if (unknown.length === 0) {
    throw new Conflict(
      "This stack has no organisation yet. Set it up first: its language and zone are used.",
    );
  }
  throw new Invalid("These managers are not in the directory, or have left.", {
    issues: unknown.map((id) => ({
      path: ["managers"],
      message: `Nobody active in the directory has the id ${id}.`,
    })),
  });
}
