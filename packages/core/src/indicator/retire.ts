import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { update } from "../table.ts";
import { requireOwn } from "./change.ts";
import { getIndicator } from "./get.ts";
import { indicatorKey, indicatorSubject, movedAt } from "./items.ts";
import { indicatorLifecycle } from "./lifecycle.ts";
import type { Indicator } from "./schema.ts";

/**
 * Retires an indicator of the customer's own, for good: it takes no new observations.
 *
 * @throws NotFound  there is no such indicator
 * @throws Conflict  it is a shipped one, or retired already
 */
export async function retireIndicator(ctx: Context, id: Id<"indicator">): Promise<Indicator> {
  const before = await getIndicator(ctx, id);
  requireOwn(before);
  const operation = "indicator.retire";
  await once(ctx, operation, id, async () => {
    const outcome = await commit(ctx, {
      changes: [
        update(
          indicatorKey(id),
          { set: { state: "retired", ...movedAt(id, ctx.clock.now()) }, add: { version: 1 } },
          mayBecome(indicatorLifecycle, "retired"),
        ),
      ],
      audit: { action: "indicator.retired", subject: indicatorSubject(id) },
      marks: [],
      idempotency: { operation, input: id, result: id },
    });
    if (outcome.committed) return id;
    throw illegalTransition(indicatorLifecycle, "retired", "retired");
  });
  return getIndicator(ctx, id);
}
