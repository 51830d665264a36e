import type { Lifecycle } from "../lifecycle.ts";
import { type Condition, oneOf } from "../table.ts";

export type ParticipantState =
  | "invited"
  | "applied"
  | "approved"
  | "prepared"
  | "active"
  | "paused"
  | "finished"
  | "declined"
  | "refused"
  | "withdrawn";

/** Who is prepared, and so can be paired, meet and be asked. */
export const readyStates: readonly ParticipantState[] = ["prepared", "active"];

/** Who has no part in a programme any more, or never had. */
export const hasLeft = ({ state }: { readonly state: ParticipantState }): boolean =>
  participantLifecycle.transitions[state].length === 0;

/** *paused* carries `resumesTo`; *matched* is derived from pairings and never stored. */
export const participantLifecycle: Lifecycle<ParticipantState> = {
  thing: "participant",
  initial: "invited",
  attribute: "state",
  transitions: {
    invited: ["applied", "declined", "withdrawn"],
    applied: ["approved", "refused", "withdrawn"],
    approved: ["prepared", "withdrawn", "paused"],
    prepared: ["active", "withdrawn", "paused"],
    active: ["finished", "withdrawn", "paused"],
    paused: ["approved", "prepared", "active", "withdrawn"],
    finished: [],
    declined: [],
    refused: [],
    withdrawn: [],
  },
};

/** The condition that somebody has not left. */
export const hasNotLeft: Condition = oneOf(
  "state",
  (Object.keys(participantLifecycle.transitions) as ParticipantState[]).filter(
    (state) => !hasLeft({ state }),
  ),
);
