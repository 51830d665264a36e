import type { z } from "zod";
import type { Context } from "../context.ts";
import { type List, listAfter, PageRequest } from "../page.ts";
import { Instant } from "../time.ts";
import { INDICATORS_BY_UPDATE } from "./items.ts";
import { Indicator } from "./schema.ts";
import { shippedIndicators } from "./shipped/index.ts";

export const IndicatorsRequest = PageRequest.extend({
  origin: Indicator.shape.origin.optional(),
  state: Indicator.shape.state.optional(),
  updatedSince: Instant.optional().describe("Only what was changed at or after this instant"),
});
export type IndicatorsRequest = z.infer<typeof IndicatorsRequest>;

/** All indicators: the shipped ones first, then the customer's in the order of change. */
export function listIndicators(ctx: Context, request: IndicatorsRequest): Promise<List<Indicator>> {
  const { origin, state, updatedSince } = request;
  const isAsked = (indicator: Indicator): boolean =>
    (origin === undefined || indicator.origin === origin) &&
    (state === undefined || indicator.state === state) &&
    (updatedSince === undefined || indicator.updatedAt >= updatedSince);
  const stored = {
    index: "byUpdated",
    partition: INDICATORS_BY_UPDATE,
    ...(updatedSince && { sort: { from: updatedSince } }),
  } as const;
  return listAfter(ctx, { first: shippedIndicators.filter(isAsked), stored }, request, (item) => {
    const indicator = Indicator.parse(item);
    return isAsked(indicator) ? indicator : undefined;
  });
}
