import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import {
  managementIdOf,
  managementItem,
  managementRef,
  meetingPhases,
  newManagement,
  type Programme,
} from "../programme/index.ts";
import { absent, put, type Write } from "../table.ts";
import { ChangedMeanwhile } from "./kept.ts";

/** While a programme is open, each of its managers has what her mails and links hang on; put if it is absent. */
export async function keepManagements(ctx: Context, programme: Programme, underMark: Write): Promise<void> {
  if (!meetingPhases.includes(programme.phase)) return;
  const refs = programme.managers.map((personId) => managementRef(managementIdOf(programme.id, personId)));
  const found = await ctx.table.getMany(refs.map(entityKey));
  for (const [at, personId] of programme.managers.entries()) {
    if (found[at]) continue;
    const management = newManagement(programme, personId, ctx.clock.now());
    const entity = managementRef(management.id);
    const { committed } = await ctx.table.transact([
      underMark,
      put(managementItem(management), absent),
      markWrite(ctx, entity),
    ]);
    if (!committed) throw new ChangedMeanwhile();
    await announce(ctx, [entity]);
  }
}
