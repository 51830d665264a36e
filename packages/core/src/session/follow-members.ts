import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { all, equal, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { type Attendee, askedAgain, calledOff } from "./attendee.ts";
import { attendeesOf } from "./attendees.ts";
import { sessionRef } from "./items.ts";
import type { Session } from "./schema.ts";

interface Participating {
  readonly participantId: Id<"participant">;
}

/**
 * Who is to be at a session of a plan once its pairing's members have changed: who has come to them or back is
 * expected, and who does not meet any more is called off. Who has said that she cannot come stays away.
 *
 * @param attending  the members who meet now, of those whom the session is for
 * @param members  all members of the pairing; whoever is none any more has left
 * @returns nothing where it is as it should be
 */
export function attendeesAfter(
  session: Session,
  { attending, members }: { attending: readonly Participating[]; members: readonly Participating[] },
): Attendee[] | undefined {
  const meets = (id: Id<"participant">): boolean =>
    attending.some(({ participantId }) => participantId === id);
  const isMember = (id: Id<"participant">): boolean =>
    members.some(({ participantId }) => participantId === id);
  const isNew = ({ participantId }: Participating): boolean =>
    !session.attendees.some((one) => one.participantId === participantId);
  const staying = session.attendees.map((one): Attendee => {
    const { participantId: id, state, away } = one;
    if (state === "expected" && !meets(id)) return calledOff(one, session, isMember(id) ? "resting" : "left");
    if (state !== "cannot") return one;
    if (away !== "excused" && meets(id)) return askedAgain(one, session);
    return away === "left" || isMember(id) ? one : { ...one, away: "left" };
  });
  const coming = attendeesOf(attending.filter(isNew)).map((one) => ({ ...one, invitedAs: session.sequence }));
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
