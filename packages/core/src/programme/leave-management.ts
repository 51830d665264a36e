import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { all, equal, oneOf, update } from "../table.ts";
import { movedAt, programmeRef } from "./items.ts";
import { openPhases } from "./open.ts";
import { readProgramme } from "./read.ts";

/** Managers may be changed by somebody else at the same moment; more often than this in a row is a fault. */
const MAXIMUM_ROUNDS = 5;

/**
 * Takes a person out of a programme's managers. Who is the only one stays: a programme has a manager, if only by
 * an id that leads to nobody any more; and in a programme that has ended nothing changes.
 */
export async function leaveManagement(
  ctx: Context,
  { id, personId }: { id: Id<"programme">; personId: Id<"person"> },
): Promise<void> {
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const { managers: before, phase, version } = await readProgramme(ctx, id);
    const managers = before.filter((manager) => manager !== personId);
    if (managers.length === before.length || managers.length === 0 || !openPhases.includes(phase)) return;
    const { committed } = await ctx.table.write(
      update(
        entityKey(programmeRef(id)),
        { set: { managers, ...movedAt(id, ctx.clock.now()) }, add: { version: 1 } },
        all(equal("version", version), oneOf("phase", openPhases)),
      ),
    );
    if (committed) return;
  }
  throw new Error("a programme's managers change again and again");
}
