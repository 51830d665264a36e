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

/** Keeps what each manager of an open programme gets: it hangs on a thing of its own, put if it is absent. */
export async function keepManagements(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const programme = Programme.parse(stored);
  if (!meetingPhases.includes(programme.phase)) return;
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
