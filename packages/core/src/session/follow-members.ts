import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { all, equal, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { type Attendee, calledOff } from "./attendee.ts";
import { attendeesOf } from "./attendees.ts";
import { sessionRef } from "./items.ts";
import type { Session } from "./schema.ts";

/**
 * Who is to be at a session of a plan once its pairing's members have changed: who has come to them is expected, and
 * who does not meet any more is called off. Who has said that she cannot come stays away.
 *
 * @param attending  the members who meet now, of those whom the session is for
 * @returns nothing where it is as it should be
 */
export function attendeesAfter(
  session: Session,
  attending: readonly { readonly participantId: Id<"participant"> }[],
): Attendee[] | undefined {
  const meets = (id: Id<"participant">): boolean =>
    attending.some(({ participantId }) => participantId === id);
  const isNew = ({ participantId }: { readonly participantId: Id<"participant"> }): boolean =>
    !session.attendees.some((one) => one.participantId === participantId);
  const staying = session.attendees.map((one) =>
    one.state === "expected" && !meets(one.participantId) ? calledOff(one, session) : one,
  );
  const coming = attendeesOf(attending.filter(isNew));
  const hasChanged = coming.length > 0 || staying.some((one, at) => one !== session.attendees[at]);
  return hasChanged ? [...staying, ...coming] : undefined;
}

/** The write that gives a session other attendees, as it was read. */
export const attendeesWrite = (
  { id, version }: Pick<Session, "id" | "version">,
  attendees: readonly Attendee[],
  now: Instant,
): Write =>
  update(
    entityKey(sessionRef(id)),
    { set: { attendees, updatedAt: now }, add: { version: 1 } },
    all(equal("state", "planned"), equal("version", version)),
  );
