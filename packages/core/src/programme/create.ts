import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid } from "../errors.ts";
import { mintSortable } from "../ids.ts";
import { ORGANISATION } from "../organisation/index.ts";
import { isActive, personKey } from "../person/index.ts";
import { absent, check, present, put } from "../table.ts";
import { programmeItem, programmeRef } from "./items.ts";
import { programmeLifecycle } from "./lifecycle.ts";
import { Programme, type ProgrammeInput } from "./schema.ts";

/**
 * Drafts a programme.
 *
 * @throws Conflict  the stack was not set up yet
 * @throws Invalid  one of its managers is not in the directory, or has left
 */
export function createProgramme(ctx: Context, input: ProgrammeInput): Promise<Programme> {
  return once(ctx, "programme.create", input, async () => {
    const now = ctx.clock.now();
    const programme: Programme = {
      ...input,
      managers: [...new Set(input.managers)],
      id: mintSortable(ctx.ids, "programme"),
      phase: programmeLifecycle.initial,
      paused: false,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [
        put(programmeItem(programme), absent),
        ...programme.managers.map((id) => check(personKey(id), isActive)),
        check(entityKey(ORGANISATION), present),
      ],
      audit: { action: "programme.created", subject: programmeRef(programme.id) },
      marks: [],
      idempotency: { operation: "programme.create", input, result: programme },
    });
    if (outcome.committed) return Programme.parse(programme);
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
  });
}
