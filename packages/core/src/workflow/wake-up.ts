import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { type DueWake, finishWake } from "../due/index.ts";
import { arrange } from "./arrange.ts";

/**
 * Carries out a wake: its hour has come, so its entity is looked at again. What then is to be done follows
 * from the entity's state and the time; so a wake that comes twice changes nothing.
 */
export async function wakeUp(ctx: Context, due: DueWake): Promise<void> {
  if (due.state !== "planned") return;
  if (due.dueAt > ctx.clock.now()) return arrange(ctx, due);
  const { committed } = await finishWake(ctx, due, [markWrite(ctx, due.entity)]);
  if (committed) await announce(ctx, [due.entity]);
}
