import type { Context } from "../context.ts";
import type { DueWork } from "../due/index.ts";
import { epochOf } from "../time.ts";
import { kindOf } from "./kinds.ts";

/** EventBridge is precise to a minute; what is nearer than this goes to the queue at once, with a delay. */
const NEAR_SECONDS = 90;

/** Sees to it that due work is taken up at its hour: by a schedule, or by the queue when the hour is near or past. */
export async function arrange(ctx: Context, due: DueWork): Promise<void> {
  const body = { message: "send", entity: due.entity, id: due.id };
  const seconds = Math.ceil((epochOf(due.dueAt) - epochOf(ctx.clock.now())) / 1_000);
  if (seconds > NEAR_SECONDS) return ctx.scheduler.put({ name: due.id, at: due.dueAt, body });
  const queue = kindOf(due.kind)?.queue ?? "due";
  await ctx.queue.send(queue, body, { delaySeconds: Math.max(0, seconds) });
}
