import type { Lifecycle } from "../lifecycle.ts";

export type WaveState = "scheduled" | "open" | "closed" | "released" | "superseded";

/**
 * A wave opens and closes by its hours; what it releases is for good. One that the programme's rules do not ask for
 * any more is superseded before it opens, and is scheduled again when they do.
 */
export const waveLifecycle: Lifecycle<WaveState> = {
  thing: "wave",
  initial: "scheduled",
  attribute: "state",
  transitions: {
    scheduled: ["open", "superseded"],
    open: ["closed"],
    closed: ["released"],
    released: [],
    superseded: ["scheduled"],
  },
};

export type InvitationState = "open" | "answered" | "expired" | "revoked";

export const invitationLifecycle: Lifecycle<InvitationState> = {
  thing: "invitation",
  initial: "open",
  attribute: "state",
  transitions: { open: ["answered", "expired", "revoked"], answered: [], expired: [], revoked: [] },
};
