import { z } from "zod";
import { type EntityRef, entityKey } from "../entity.ts";
import { deriveId, type Id, idOf } from "../ids.ts";
import type { Item } from "../table.ts";
import { Instant } from "../time.ts";
import type { Programme } from "./schema.ts";

/** A mail to somebody else that a manager has asked to see, which is mailed to herself. */
const Preview = z.object({
  ordinal: z.number().int(),
  dueId: idOf("due").describe("What it shows"),
  askedAt: Instant,
});

/**
 * One manager's running of one programme: what her weekly digest hangs on, what her mailed links open, and which
 * previews she has asked for of late. There is one as soon as the programme is open; it holds nothing but ids, and
 * whether she still manages the programme is said by the programme alone.
 */
export const Management = z.object({
  id: idOf("management"),
  programmeId: idOf("programme"),
  personId: idOf("person"),
  previews: z.array(Preview).describe("Of the last day"),
  previewCount: z.number().int().describe("How many she has ever asked for; tells one from another"),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Management = z.infer<typeof Management>;

/**
 * Access patterns:
 *   one manager's running of a programme    its id is derived from both
 *   all of a programme                      byProgramme: programmePk = management#<programme>, programmeSk = <id>
 *   all of a person                         byPerson: personPk = <person>, personSk = management#<id>
 */
export const managementRef = (id: Id<"management">): EntityRef => ({ type: "management", id });
export const managementIdOf = (programmeId: Id<"programme">, personId: Id<"person">): Id<"management"> =>
  deriveId("management", programmeId, personId);
export const managementsOf = (programmeId: Id<"programme">): string => `management#${programmeId}`;
export const MANAGEMENT_OF_PERSON = "management#";

export const managementItem = (management: Management): Item => ({
  ...entityKey(managementRef(management.id)),
  programmePk: managementsOf(management.programmeId),
  programmeSk: management.id,
  personPk: management.personId,
  personSk: `${MANAGEMENT_OF_PERSON}${management.id}`,
  schemaVersion: 1,
  ...management,
});

/** A manager's running of a programme, as it begins. */
export const newManagement = (
  { id: programmeId }: Pick<Programme, "id">,
  personId: Id<"person">,
  now: Instant,
): Management => ({
  id: managementIdOf(programmeId, personId),
  programmeId,
  personId,
  previews: [],
  previewCount: 0,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
