import { deriveId, type Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import type { Instant } from "../time.ts";
import type { Indicator } from "./schema.ts";

/**
 * Access patterns:
 *   one indicator    pk = indicator#<id>, sk = ENTITY; its id is derived from its key, so that a key is there once
 *   all, by change   byUpdated: updatedPk = indicator, updatedSk = <updatedAt>#<id>
 * The shipped ones are in no table.
 */
export const indicatorIdOf = (key: string): Id<"indicator"> => deriveId("indicator", key);
export const indicatorKey = (id: Id<"indicator">): Key => ({ pk: `indicator#${id}`, sk: "ENTITY" });
export const indicatorSubject = (id: Id<"indicator">) => ({ type: "indicator", id }) as const;
export const INDICATORS_BY_UPDATE = "indicator";

/** What changes in an indicator whenever anything does. */
export const movedAt = (id: Id<"indicator">, at: Instant) => ({
  updatedAt: at,
  updatedPk: INDICATORS_BY_UPDATE,
  updatedSk: `${at}#${id}`,
});

export const indicatorItem = (indicator: Indicator): Item => ({
  ...indicatorKey(indicator.id),
  ...movedAt(indicator.id, indicator.updatedAt),
  schemaVersion: 1,
  ...indicator,
});
