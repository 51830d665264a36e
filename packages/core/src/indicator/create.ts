import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { absent, put } from "../table.ts";
import { indicatorIdOf, indicatorItem, indicatorSubject } from "./items.ts";
import { indicatorLifecycle } from "./lifecycle.ts";
import { Indicator, type IndicatorInput } from "./schema.ts";
import { shippedIndicator } from "./shipped/index.ts";

/**
 * Defines an indicator of the customer's own.
 *
 * @throws Conflict  the key is taken, also by a retired or a shipped indicator
 */
export function createIndicator(ctx: Context, input: IndicatorInput): Promise<Indicator> {
  return once(ctx, "indicator.create", input, async () => {
    const id = indicatorIdOf(input.key);
    const shipped = shippedIndicator(id);
    if (shipped) throw taken(shipped);
    const now = ctx.clock.now();
    const indicator: Indicator = {
      ...input,
      id,
      origin: "customer",
      state: indicatorLifecycle.initial,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [put(indicatorItem(indicator), absent)],
      audit: { action: "indicator.created", subject: indicatorSubject(id) },
      marks: [],
      idempotency: { operation: "indicator.create", input, result: indicator },
    });
    if (outcome.committed) return Indicator.parse(indicator);
    throw taken(Indicator.parse(outcome.refusals[0]?.found));
  });
}

const taken = ({ id, key, origin, state }: Indicator): Conflict =>
  new Conflict(`The key ${key} belongs to another indicator for good. Choose another key.`, {
    id,
    key,
    origin,
    state,
  });
