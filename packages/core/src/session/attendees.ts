import type { Pairing } from "../pairing/index.ts";
import { attendeeLifecycle } from "./lifecycle.ts";
import type { Attendee } from "./schema.ts";

/** Everybody who meets in a pairing is expected at its sessions. */
export const attendeesOf = ({ members }: Pairing): Attendee[] =>
  members.map(({ participantId }) => ({ participantId, state: attendeeLifecycle.initial }));
