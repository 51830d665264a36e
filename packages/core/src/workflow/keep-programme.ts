import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import {
  managementIdOf,
  managementItem,
  managementRef,
  meetingPhases,
  newManagement,
  Programme,
  programmeRef,
} from "../programme/index.ts";
import { absent, check, equal, put } from "../table.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/**
 * Keeps what depends on a programme: while it is open, what each of its managers gets hangs on a thing of its own;
 * everything else is marked, a chunk at a time.
 */
export async function keepProgramme(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const programme = Programme.parse(stored);
  const of = programmeRef(programme.id);
  if (meetingPhases.includes(programme.phase)) await keepManagements(ctx, programme, markId);
  await ctx.queue.send("bulk", { message: "mark-dependants", of });
}

/** One for each manager, put if it is absent. */
async function keepManagements(ctx: Context, programme: Programme, markId: string): Promise<void> {
  const refs = programme.managers.map((personId) => managementRef(managementIdOf(programme.id, personId)));
  const found = await ctx.table.getMany(refs.map(entityKey));
  for (const [at, personId] of programme.managers.entries()) {
    if (found[at]) continue;
    const management = newManagement(programme, personId, ctx.clock.now());
    const entity = managementRef(management.id);
    const { committed } = await ctx.table.transact([
      check(markKey(programmeRef(programme.id)), equal("id", markId)),
      put(managementItem(management), absent),
      markWrite(ctx, entity),
    ]);
    if (!committed) throw new ChangedMeanwhile();
    await announce(ctx, [entity]);
  }
}
