import type { Lifecycle } from "../lifecycle.ts";

export type MailState = "planned" | "sending" | "sent" | "rejected" | "expired" | "superseded" | "joined";

/**
 * *sent*, *rejected* and *expired* are for good; only what is still planned can be superseded. What was *joined* to
 * a digest shares its fate; while that did not go, it can still turn out to be wanted no more, and when that is given
 * up it looks for itself again.
 */
export const mailLifecycle: Lifecycle<MailState> = {
  thing: "message",
  initial: "planned",
  attribute: "state",
  transitions: {
    planned: ["sending", "superseded", "expired", "rejected", "joined"],
    sending: ["sent", "rejected", "planned", "expired"],
    superseded: ["planned"],
    sent: [],
    rejected: [],
    expired: [],
    joined: ["superseded", "planned"],
  },
};

export type WakeState = "planned" | "done" | "superseded";

/** A wake is idempotent: it needs no claim, and doing it twice changes nothing. */
export const wakeLifecycle: Lifecycle<WakeState> = {
  thing: "wake",
  initial: "planned",
  attribute: "state",
  transitions: { planned: ["done", "superseded"], superseded: ["planned"], done: [] },
};
