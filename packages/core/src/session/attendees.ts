import type { Pairing } from "../pairing/index.ts";
import type { Attendee } from "./attendee.ts";
import { attendeeLifecycle } from "./lifecycle.ts";

/** Everybody who meets in a pairing is expected at its sessions. */
export const attendeesOf = ({ members }: Pairing): Attendee[] =>
  members.map(({ participantId }) => ({ participantId, state: attendeeLifecycle.initial }));
