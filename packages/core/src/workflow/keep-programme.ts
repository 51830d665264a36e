import type { Context } from "../context.ts";
import { Programme, programmeRef } from "../programme/index.ts";
import { keepManagements } from "./keep-managements.ts";
import { keepPlannedWaves } from "./keep-planned-waves.ts";
import type { Kept } from "./kept.ts";

/** Keeps what depends on a programme: its waves, what its managers get, and then, a chunk at a time, all the rest. */
export async function keepProgramme(ctx: Context, kept: Kept): Promise<void> {
  await keepPlannedWaves(ctx, kept);
  await keepManagements(ctx, kept);
  const of = programmeRef(Programme.parse(kept.stored).id);
  await ctx.queue.send("bulk", { message: "mark-dependants", of });
}
