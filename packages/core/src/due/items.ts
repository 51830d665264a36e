import { type EntityRef, partitionOf, workAttributes } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import { type Instant, plusMonths, secondsOf } from "../time.ts";
import type { DueWork, Wanted } from "./schema.ts";

/** All due work of an entity: `pk = <entity>`, `sk` begins with this. Read together with the entity itself. */
export const DUE_PREFIX = "DUE#";

export const dueKey = (entity: EntityRef, id: Id<"due">): Key => ({
  pk: partitionOf(entity),
  sk: `${DUE_PREFIX}${id}`,
});

/** Where the sweep finds it, sorted by the instant when it is next to be looked at. */
export const dueWorkAttributes = ({ entity, id }: Pick<DueWork, "entity" | "id">, lookAt: Instant) =>
  workAttributes(partitionOf(entity), lookAt, id);

/** The index attributes of work that is not terminal; terminal work has none and the sweep is done with it. */
export const WORK_ATTRIBUTES = ["workPk", "workSk"] as const;

/** When what is known of a piece of work may go: some months after nothing could come of it any more. */
export const dueExpiry = (due: Wanted, months: number | undefined): { expiresAtEpoch?: number } => {
  const over = due.work === "mail" ? due.expiresAt : due.dueAt;
  return months === undefined ? {} : { expiresAtEpoch: secondsOf(plusMonths(over, months)) };
};

export const dueItem = (due: DueWork): Item => ({
  ...dueKey(due.entity, due.id),
  ...dueWorkAttributes(due, due.dueAt),
  schemaVersion: 1,
  ...due,
});
