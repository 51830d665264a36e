import type { Lifecycle } from "../lifecycle.ts";

export type PairingState = "proposed" | "accepted" | "active" | "paused" | "ended" | "declined";

/** A pairing is accepted when enough of its members have said yes for them to meet. */
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

/** Which go on, or may yet: their members can answer, their plan can change, and who is asked to join them can. */
export const openStates: readonly PairingState[] = (
  Object.keys(pairingLifecycle.transitions) as PairingState[]
).filter((state) => !hasEnded({ state }));

/** Whose members have agreed to meet. */
export const meetingStates: readonly PairingState[] = ["accepted", "active"];
