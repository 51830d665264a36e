import { type EntityRef, entityKey, partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { pairingRef } from "../pairing/index.ts";
import type { Item } from "../table.ts";
import type { Session } from "./schema.ts";

/**
 * Access patterns:
 *   one session with its mark and its due work    pk = session#<id>
 *   all of a pairing                              pk = pairing#<pairing>, sk = SESSION#<id>, read strongly
 *   all of a programme, by start                  byProgramme: programmePk = session#<programme>, programmeSk = <start>#<id>
 */
export const sessionRef = (id: Id<"session">): EntityRef => ({ type: "session", id });
export const sessionsOf = (programmeId: Id<"programme">): string => `session#${programmeId}`;

export const sessionItem = (session: Session): Item => ({
  ...entityKey(sessionRef(session.id)),
  programmePk: sessionsOf(session.programmeId),
  programmeSk: `${session.start}#${session.id}`,
  schemaVersion: 1,
  ...session,
});

export const SESSION_POINTER = "SESSION#";

/** Names a session in its pairing's partition; written together with it. */
export const sessionPointer = ({ id, pairingId }: Session): Item => ({
  pk: partitionOf(pairingRef(pairingId)),
  sk: `${SESSION_POINTER}${id}`,
  schemaVersion: 1,
  sessionId: id,
});
