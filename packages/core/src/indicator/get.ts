import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { indicatorKey } from "./items.ts";
import { Indicator } from "./schema.ts";
import { shippedIndicator } from "./shipped/index.ts";

/** @throws NotFound  there is no such indicator */
export async function getIndicator(ctx: Context, id: Id<"indicator">): Promise<Indicator> {
  const indicator = (await findIndicators(ctx, [id])).get(id);
  if (!indicator) throw new NotFound("There is no indicator with this id.");
  return indicator;
}

/** Those of some indicators that there are, by id, in one round trip. */
export async function findIndicators(
  { table }: Pick<Context, "table">,
  ids: readonly Id<"indicator">[],
): Promise<ReadonlyMap<Id<"indicator">, Indicator>> {
  const shipped = ids.flatMap((id) => shippedIndicator(id) ?? []);
  const others = ids.filter((id) => !shippedIndicator(id));
  const stored = others.length > 0 ? await table.getMany(others.map(indicatorKey)) : [];
  const found = [...shipped, ...stored.flatMap((item) => (item ? [Indicator.parse(item)] : []))];
  return new Map(found.map((indicator) => [indicator.id, indicator]));
}
