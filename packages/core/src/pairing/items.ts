import { type EntityRef, entityKey, partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { participantRef } from "../participant/index.ts";
import type { Item, Key } from "../table.ts";
import type { Pairing } from "./schema.ts";

/**
 * Access patterns:
 *   one pairing                     pk = pairing#<id>, sk = ENTITY
 *   do these two have a pairing     pk = pair#<programme>#<both participants, sorted>, sk = SENTINEL
 *   all of a programme              byProgramme: programmePk = pairing#<programme>, programmeSk = <id>
 *   all of a participant            pk = participant#<participant>, sk = PAIRING#<id>, read strongly
 */
export const pairingRef = (id: Id<"pairing">): EntityRef => ({ type: "pairing", id });

/** What keeps two from being paired twice: one key for each two of whom one teaches the other. */
export function pairKeys(
  { programmeId }: Pick<Pairing, "programmeId">,
  teachings: readonly { readonly teacher: Id<"participant">; readonly learner: Id<"participant"> }[],
): Key[] {
  return twosIn(teachings).map(({ teacher, learner }) => ({
    pk: `pair#${programmeId}#${[teacher, learner].sort().join("#")}`,
    sk: "SENTINEL",
  }));
}

/** Each two once, also where each teaches the other. */
export const twosIn = <T extends { readonly teacher: string; readonly learner: string }>(
  teachings: readonly T[],
): T[] =>
  teachings.filter(
    ({ teacher, learner }, at) =>
      !teachings.slice(0, at).some((other) => other.teacher === learner && other.learner === teacher),
  );

export const pairingsOf = (programmeId: Id<"programme">): string => `pairing#${programmeId}`;

export const pairingItem = (pairing: Pairing): Item => ({
  ...entityKey(pairingRef(pairing.id)),
  programmePk: pairingsOf(pairing.programmeId),
  programmeSk: pairing.id,
  schemaVersion: 1,
  ...pairing,
});

export const PAIRING_POINTER = "PAIRING#";

/** Names a pairing in a member's partition; written together with it. */
export const pairingPointer = ({ id }: Pairing, participantId: Id<"participant">): Item => ({
  pk: partitionOf(participantRef(participantId)),
  sk: `${PAIRING_POINTER}${id}`,
  schemaVersion: 1,
  pairingId: id,
});
