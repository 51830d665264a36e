import type { Context } from "../context.ts";
import { DUE_PREFIX } from "../due/index.ts";
import { WORK_SHARDS } from "../entity.ts";
import { plus } from "../time.ts";
import { kindOf } from "./kinds.ts";

/** Work is left to its own schedule or message for this long before the sweep takes it up. */
const GRACE_MINUTES = 2;
/** Taken up per shard and run; the next run goes on. */
const MAXIMUM_PER_SHARD = 100;

/** What a sweep found; overdue work is a metric with an alarm. */
export interface Swept {
  readonly marks: number;
  readonly due: number;
}

/**
 * Takes up what nobody carried on: marks whose message was lost, and due work that is past its hour or whose
 * fence has passed. It puts messages on the queue and changes nothing itself.
 */
export async function sweep(ctx: Context): Promise<Swept> {
  const to = plus(ctx.clock.now(), { minutes: -GRACE_MINUTES });
  let marks = 0;
  let due = 0;
  for (let shard = 0; shard < WORK_SHARDS; shard += 1) {
    const spec = {
      index: "work",
      partition: `work#${shard}`,
      sort: { to },
      limit: MAXIMUM_PER_SHARD,
    } as const;
    for (const item of (await ctx.table.query(spec)).items) {
      const isDue = item.sk.startsWith(DUE_PREFIX);
      const body = isDue
        ? { message: "send", entity: item["entity"], id: item["id"] }
        : { message: "synchronise", entities: [item["entity"]] };
      const queue = isDue ? (kindOf(String(item["kind"]))?.queue ?? "due") : "due";
      await ctx.queue.send(queue, body);
      if (isDue) due += 1;
      else marks += 1;
    }
  }
  return { marks, due };
}
