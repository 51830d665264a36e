import { Instant } from "../../time.ts";
import { indicatorIdOf } from "../items.ts";
import type { Indicator } from "../schema.ts";
import { type ShippedIndicator, whatProgrammesMove } from "./what-programmes-move.ts";

const asShipped = ({ publishedAt, ...definition }: ShippedIndicator): Indicator => ({
  ...definition,
  id: indicatorIdOf(definition.key),
  origin: "shipped",
  state: "active",
  createdAt: Instant.parse(publishedAt),
  updatedAt: Instant.parse(publishedAt),
});

/** The indicators that every stack has. */
export const shippedIndicators: readonly Indicator[] = whatProgrammesMove.map(asShipped);

/** The shipped indicator with this id, or `undefined`. */
export const shippedIndicator = (id: string): Indicator | undefined =>
  shippedIndicators.find((indicator) => indicator.id === id);
