import { type EntityRef, entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Item } from "../table.ts";
import type { Instant } from "../time.ts";
import type { Programme } from "./schema.ts";

/**
 * Access patterns:
 *   one programme      pk = programme#<id>, sk = ENTITY
 *   all, by change     byUpdated: updatedPk = programme, updatedSk = <updatedAt>#<id>
 */
export const programmeRef = (id: Id<"programme">): EntityRef => ({ type: "programme", id });
export const PROGRAMMES_BY_UPDATE = "programme";

/** What changes in a programme whenever anything does. */
export const movedAt = (id: Id<"programme">, at: Instant) => ({
  updatedAt: at,
  updatedPk: PROGRAMMES_BY_UPDATE,
  updatedSk: `${at}#${id}`,
});

export const programmeItem = (programme: Programme): Item => ({
  ...entityKey(programmeRef(programme.id)),
  ...movedAt(programme.id, programme.updatedAt),
  schemaVersion: 1,
  ...programme,
});
