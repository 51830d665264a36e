import { type EntityRef, entityKey } from "../entity.ts";
import { deriveId, type Id } from "../ids.ts";
import type { Item } from "../table.ts";
import type { Participant } from "./schema.ts";

/**
 * Access patterns:
 *   one participant               pk = participant#<id>, sk = ENTITY
 *   a person in a programme       its id is derived from both, so she is in it once
 *   all of a programme            byProgramme: programmePk = participant#<programme>, programmeSk = <id>
 *   all programmes of a person    byPerson: personPk = <person>, personSk = participant#<id>
 */
export const participantRef = (id: Id<"participant">): EntityRef => ({ type: "participant", id });

export const participantIdOf = (programmeId: Id<"programme">, personId: Id<"person">): Id<"participant"> =>
  deriveId("participant", programmeId, personId);

export const participantsOf = (programmeId: Id<"programme">): string => `participant#${programmeId}`;

export const PARTICIPANT_OF_PERSON = "participant#";

export const participantItem = (participant: Participant): Item => ({
  ...entityKey(participantRef(participant.id)),
  programmePk: participantsOf(participant.programmeId),
  programmeSk: participant.id,
  personPk: participant.personId,
  personSk: `${PARTICIPANT_OF_PERSON}${participant.id}`,
  schemaVersion: 1,
  ...participant,
});
