import { type EntityRef, entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Item } from "../table.ts";
import type { Programme } from "./schema.ts";

/**
 * Access patterns:
 *   one programme      pk = programme#<id>, sk = ENTITY
 *   all, by change     byUpdated: updatedPk = programme, updatedSk = <updatedAt>#<id>
 */
export const programmeRef = (id: Id<"programme">): EntityRef => ({ type: "programme", id });
export const PROGRAMMES_BY_UPDATE = "programme";

export const programmeItem = (programme: Programme): Item => ({
  ...entityKey(programmeRef(programme.id)),
  updatedPk: PROGRAMMES_BY_UPDATE,
  updatedSk: `${programme.updatedAt}#${programme.id}`,
  schemaVersion: 1,
  ...programme,
});
