import { type EntityRef, entityKey, partitionOf } from "../entity.ts";
import { deriveId, type Id } from "../ids.ts";
import { programmeRef } from "../programme/index.ts";
import type { Item, Key } from "../table.ts";
import { type Instant, secondsOf } from "../time.ts";
import type { Invitation, NamedAnswers, Wave } from "./schema.ts";

/**
 * Access patterns:
 *   one wave                        pk = wave#<id>, sk = ENTITY
 *   what it released                pk = wave#<id>, sk = RELEASE
 *   what changed until it           pk = wave#<id>, sk = CHANGE
 *   released comments               pk = wave#<id>, sk = COMMENT#<place in the alphabet>
 *   released attributed answers     pk = wave#<id>, sk = NAMED#<participant>
 *   those that its rules ask for    pk = programme#<programme>, sk = WAVE#<id>
 *   all of a programme              byProgramme: programmePk = wave#<programme>, programmeSk = <opensAt>#<id>
 *   one invitation                  pk = invitation#<id>, sk = ENTITY; its id is derived from wave and participant
 *   all invitations of a wave       byProgramme: programmePk = invitation#<wave>, programmeSk = <id>
 *   all responses of a wave         pk = responses#<wave>, sk = <random id>; in no index
 */
export const waveRef = (id: Id<"wave">): EntityRef => ({ type: "wave", id });
export const invitationRef = (id: Id<"invitation">): EntityRef => ({ type: "invitation", id });
export const wavesOf = (programmeId: Id<"programme">): string => `wave#${programmeId}`;
export const invitationsOf = (waveId: Id<"wave">): string => `invitation#${waveId}`;
export const responsesOf = (waveId: Id<"wave">): string => `responses#${waveId}`;
export const releaseKey = (id: Id<"wave">): Key => ({ pk: partitionOf(waveRef(id)), sk: "RELEASE" });

export const changeKey = (id: Id<"wave">): Key => ({ pk: partitionOf(waveRef(id)), sk: "CHANGE" });

/** The time to live of what somebody answered. */
export const keptUntil = (until: Instant | undefined): { expiresAtEpoch?: number } =>
  until === undefined ? {} : { expiresAtEpoch: secondsOf(until) };

/** Whether what somebody answered has outlived its time; the table deletes it within days. */
export const hasExpired = (item: Item, now: Instant): boolean =>
  Number(item["expiresAtEpoch"] ?? Number.POSITIVE_INFINITY) <= secondsOf(now);

export const COMMENT_PREFIX = "COMMENT#";

/** One of a wave's comments by its place in the alphabet: all of them would not fit into one item. */
export const commentItem = (
  { id, responsesKeptUntil }: Pick<Wave, "id" | "responsesKeptUntil">,
  place: number,
  text: string,
): Item => ({
  pk: partitionOf(waveRef(id)),
  sk: `${COMMENT_PREFIX}${String(place).padStart(6, "0")}`,
  schemaVersion: 1,
  text,
  ...keptUntil(responsesKeptUntil),
});

export const NAMED_PREFIX = "NAMED#";

export const namedKey = (id: Id<"wave">, participantId: Id<"participant">): Key => ({
  pk: partitionOf(waveRef(id)),
  sk: `${NAMED_PREFIX}${participantId}`,
});

/** An item for each respondent, so that erasing her leaves the rest of the release as it is. */
export const namedItem = (
  { id, responsesKeptUntil }: Pick<Wave, "id" | "responsesKeptUntil">,
  named: NamedAnswers,
): Item => ({
  ...namedKey(id, named.participantId),
  schemaVersion: 1,
  ...named,
  ...keptUntil(responsesKeptUntil),
});

export const WAVE_POINTER = "WAVE#";

/** Names a wave that the rules ask for in its programme's partition, which is read strongly. */
export const wavePointer = ({ id, programmeId }: Pick<Wave, "id" | "programmeId">): Item => ({
  pk: partitionOf(programmeRef(programmeId)),
  sk: `${WAVE_POINTER}${id}`,
  schemaVersion: 1,
  waveId: id,
});

export const waveItem = (wave: Wave): Item => ({
  ...entityKey(waveRef(wave.id)),
  programmePk: wavesOf(wave.programmeId),
  programmeSk: `${wave.opensAt}#${wave.id}`,
  schemaVersion: 1,
  ...wave,
});

export const invitationIdOf = (waveId: Id<"wave">, participantId: Id<"participant">): Id<"invitation"> =>
  deriveId("invitation", waveId, participantId);

export const invitationItem = (invitation: Invitation): Item => ({
  ...entityKey(invitationRef(invitation.id)),
  programmePk: invitationsOf(invitation.waveId),
  programmeSk: invitation.id,
  schemaVersion: 1,
  ...invitation,
});
