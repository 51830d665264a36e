import { type EntityRef, entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import { foldEmail } from "../text.ts";
import type { Instant } from "../time.ts";
import type { Person } from "./schema.ts";

/**
 * Access patterns:
 *   one person            pk = person#<id>, sk = ENTITY, with her mark and the wakes about her
 *   who has this e-mail   pk = email#<folded>, sk = SENTINEL        (keeps it unique)
 *   who has this key      pk = externalId#<key>, sk = SENTINEL      (keeps it unique)
 *   all, by change        byUpdated: updatedPk = person, updatedSk = <updatedAt>#<id>
 */
export const personRef = (id: Id<"person">): EntityRef => ({ type: "person", id });
export const personKey = (id: Id<"person">): Key => entityKey(personRef(id));
export const emailKey = (email: string): Key => ({ pk: `email#${foldEmail(email)}`, sk: "SENTINEL" });
export const externalIdKey = (externalId: string): Key => ({
  pk: `externalId#${externalId}`,
  sk: "SENTINEL",
});
export const PEOPLE_BY_UPDATE = "person";

/** What changes in a person whenever anything does. */
export const movedAt = (id: Id<"person">, at: Instant) => ({
  updatedAt: at,
  updatedPk: PEOPLE_BY_UPDATE,
  updatedSk: `${at}#${id}`,
});

export const personItem = (person: Person): Item => ({
  ...personKey(person.id),
  ...movedAt(person.id, person.updatedAt),
  schemaVersion: 1,
  ...person,
});

/** Whom a sentinel names: nothing else writes it, and always with the id of a person. */
export const personOfSentinel = (sentinel: Item | undefined): Id<"person"> | undefined =>
  sentinel?.["personId"] as Id<"person"> | undefined;

export const sentinelItem = (key: Key, personId: Id<"person">): Item => ({
  ...key,
  schemaVersion: 1,
  personId,
});
