import { SESSION_REMINDER } from "../session/index.ts";
import { reminderStillWanted } from "./session-reminder.ts";
import type { Decide } from "./verdict.ts";

/** By kind of message: whether it is still wanted, and what it says. */
export const stillWanted: Readonly<Record<string, Decide>> = {
  [SESSION_REMINDER]: reminderStillWanted,
};
