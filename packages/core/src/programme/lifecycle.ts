import type { Lifecycle } from "../lifecycle.ts";

export type ProgrammePhase =
  | "draft"
  | "enrolling"
  | "preparing"
  | "matching"
  | "running"
  | "completed"
  | "archived"
  | "cancelled";

/** The phase of a programme. `paused` stands beside it. */
export const programmeLifecycle: Lifecycle<ProgrammePhase> = {
  thing: "programme",
  initial: "draft",
  attribute: "phase",
  transitions: {
    draft: ["enrolling", "cancelled"],
    enrolling: ["preparing", "cancelled"],
    preparing: ["matching", "cancelled"],
    matching: ["running", "cancelled"],
    running: ["completed", "cancelled"],
    completed: ["archived"],
    archived: [],
    cancelled: [],
  },
};

/** Phases in which participants are asked: also for a while after the last session. */
export const askingPhases: readonly ProgrammePhase[] = [
  "enrolling",
  "preparing",
  "matching",
  "running",
  "completed",
];

/** Phases in which pairings meet: matching may go on, and late pairs begin, while others run already. */
export const meetingPhases: readonly ProgrammePhase[] = ["enrolling", "preparing", "matching", "running"];
