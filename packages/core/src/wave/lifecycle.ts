import type { Lifecycle } from "../lifecycle.ts";

export type WaveState = "scheduled" | "open" | "closed" | "released";

/** A wave opens and closes by its hours; what it releases is for good. */
export const waveLifecycle: Lifecycle<WaveState> = {
  thing: "wave",
  initial: "scheduled",
  attribute: "state",
  transitions: { scheduled: ["open"], open: ["closed"], closed: ["released"], released: [] },
};

export type InvitationState = "open" | "answered" | "expired" | "revoked";

export const invitationLifecycle: Lifecycle<InvitationState> = {
  thing: "invitation",
  initial: "open",
  attribute: "state",
  transitions: { open: ["answered", "expired", "revoked"], answered: [], expired: [], revoked: [] },
};
