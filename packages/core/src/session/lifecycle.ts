import type { Lifecycle } from "../lifecycle.ts";

export type SessionState = "planned" | "held" | "missed" | "cancelled";

/** A move changes a session's time and sequence, not its state. */
export const sessionLifecycle: Lifecycle<SessionState> = {
  thing: "session",
  initial: "planned",
  attribute: "state",
  transitions: { planned: ["held", "missed", "cancelled"], held: [], missed: [], cancelled: [] },
};

export type AttendeeState = "expected" | "attended" | "absent" | "cannot";

export const attendeeLifecycle: Lifecycle<AttendeeState> = {
  thing: "attendee",
  initial: "expected",
  attribute: "state",
  transitions: { expected: ["attended", "absent", "cannot"], attended: [], absent: [], cannot: ["expected"] },
};
