import type { Lifecycle } from "../lifecycle.ts";

export type PairingState = "proposed" | "accepted" | "active" | "paused" | "ended" | "declined";

/** A pairing is accepted when each of its members has said yes. */
export const pairingLifecycle: Lifecycle<PairingState> = {
  thing: "pairing",
  initial: "proposed",
  attribute: "state",
  transitions: {
    proposed: ["accepted", "declined", "ended"],
    accepted: ["active", "ended"],
    active: ["paused", "ended"],
    paused: ["active", "ended"],
    ended: [],
    declined: [],
  },
};

/** Whose members are free again. */
export const hasEnded = ({ state }: { readonly state: PairingState }): boolean =>
  pairingLifecycle.transitions[state].length === 0;

/** Whose members have agreed to meet. */
export const meetingStates: readonly PairingState[] = ["accepted", "active"];
