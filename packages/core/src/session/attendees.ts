import type { Member } from "../pairing/index.ts";
import type { Attendee } from "./attendee.ts";
import { attendeeLifecycle } from "./lifecycle.ts";

/** Some members as attendees whom nobody has heard of yet. */
export const attendeesOf = (members: readonly Pick<Member, "participantId">[]): Attendee[] =>
  members.map(({ participantId }) => ({ participantId, state: attendeeLifecycle.initial }));
