import type { Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import { foldEmail } from "../text.ts";
import type { Person } from "./schema.ts";

/**
 * Access patterns:
 *   one person            pk = person#<id>, sk = ENTITY
 *   who has this e-mail   pk = email#<folded>, sk = SENTINEL        (keeps it unique)
 *   who has this key      pk = externalId#<key>, sk = SENTINEL      (keeps it unique)
 *   all, by change        byUpdated: updatedPk = person, updatedSk = <updatedAt>#<id>
 */
export const personKey = (id: Id<"person">): Key => ({ pk: `person#${id}`, sk: "ENTITY" });
export const emailKey = (email: string): Key => ({ pk: `email#${foldEmail(email)}`, sk: "SENTINEL" });
export const externalIdKey = (externalId: string): Key => ({
  pk: `externalId#${externalId}`,
  sk: "SENTINEL",
});
export const PEOPLE_BY_UPDATE = "person";

export const personItem = (person: Person): Item => ({
  ...personKey(person.id),
  updatedPk: PEOPLE_BY_UPDATE,
  updatedSk: `${person.updatedAt}#${person.id}`,
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
