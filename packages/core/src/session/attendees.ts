import type { Member, Pairing } from "../pairing/index.ts";
import type { Attendee } from "./attendee.ts";
import { attendeeLifecycle } from "./lifecycle.ts";

/** Some members as attendees whom nobody has heard of yet. */
export const attendeesOf = (members: readonly Pick<Member, "participantId">[]): Attendee[] =>
  members.map(({ participantId }) => ({ participantId, state: attendeeLifecycle.initial }));

/** The members who have said yes, and are ready: who has not answered yet is expected nowhere. */
export const willing = (
  { members, accepted }: Pick<Pairing, "members" | "accepted">,
  isReady: (member: Member) => boolean = () => true,
): readonly Member[] =>
  members.filter((member) => accepted.includes(member.participantId) && isReady(member));
