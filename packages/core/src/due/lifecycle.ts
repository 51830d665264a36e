import type { Lifecycle } from "../lifecycle.ts";

export type MailState = "planned" | "sending" | "sent" | "rejected" | "expired" | "superseded";

/** *sent*, *rejected* and *expired* are for good; only what is still planned can be superseded. */
export const mailLifecycle: Lifecycle<MailState> = {
  thing: "message",
  initial: "planned",
  attribute: "state",
  transitions: {
    planned: ["sending", "superseded", "expired", "rejected"],
    sending: ["sent", "rejected", "planned", "expired"],
    superseded: ["planned"],
    sent: [],
    rejected: [],
    expired: [],
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
