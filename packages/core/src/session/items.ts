import { type EntityRef, entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import type { Item } from "../table.ts";
import type { Session } from "./schema.ts";

/**
 * Access patterns:
 *   one session with its mark and its due work    pk = session#<id>
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
