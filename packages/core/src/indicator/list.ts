import type { z } from "zod";
import type { Context } from "../context.ts";
import { type List, listPage, PageRequest } from "../page.ts";
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

/** A cursor among the shipped ones says how many of them were answered; a full stop is in no other cursor. */
const SHIPPED_CURSOR = /^shipped\.(\d{1,3})$/;

/** All indicators: the shipped ones first, then the customer's in the order of change. */
export async function listIndicators(ctx: Context, request: IndicatorsRequest): Promise<List<Indicator>> {
  const { origin, state, updatedSince, limit, cursor } = request;
  const isAsked = (indicator: Pick<Indicator, "origin" | "state" | "updatedAt">): boolean =>
    (origin === undefined || indicator.origin === origin) &&
    (state === undefined || indicator.state === state) &&
    (updatedSince === undefined || indicator.updatedAt >= updatedSince);
  const query = {
    index: "byUpdated",
    partition: INDICATORS_BY_UPDATE,
    ...(updatedSince && { sort: { from: updatedSince } }),
  } as const;
  const read = (item: object): Indicator | undefined => {
    const indicator = Indicator.parse(item);
    return isAsked(indicator) ? indicator : undefined;
  };
  const from = cursor === undefined ? "0" : SHIPPED_CURSOR.exec(cursor)?.[1];
  if (from === undefined) return listPage(ctx, query, request, read);

  const shipped = shippedIndicators.filter(isAsked).slice(Number(from), Number(from) + limit);
  const room = limit - shipped.length;
  if (room === 0) return { items: shipped, cursor: `shipped.${Number(from) + limit}` };
  const page = await listPage(ctx, query, { limit: room }, read);
  return { ...page, items: [...shipped, ...page.items] };
}
