import { deriveId, type Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import type { Instant } from "../time.ts";
import type { OwnCompetence } from "./schema.ts";

/**
 * Only customers' own competences are stored; what is shipped is data in the code.
 * Access patterns:
 *   one competence   pk = competence#<id>, sk = ENTITY; its id is derived from its key
 *   all, by change   byUpdated: updatedPk = competence, updatedSk = <updatedAt>#<id>
 */
export const competenceIdOf = (key: string): Id<"competence"> => deriveId("competence", key);
export const competenceKey = (id: Id<"competence">): Key => ({ pk: `competence#${id}`, sk: "ENTITY" });
export const COMPETENCES_BY_UPDATE = "competence";

/** What changes in a competence whenever anything does. */
export const movedAt = (id: Id<"competence">, at: Instant) => ({
  updatedAt: at,
  updatedPk: COMPETENCES_BY_UPDATE,
  updatedSk: `${at}#${id}`,
});

export const competenceItem = (competence: OwnCompetence): Item => ({
  ...competenceKey(competence.id),
  ...movedAt(competence.id, competence.updatedAt),
  schemaVersion: 1,
  ...competence,
});
