import type { Lifecycle } from "../lifecycle.ts";

export type IndicatorState = "active" | "retired";

/** A retired indicator takes no new observations; those that are there stay, and count. */
export const indicatorLifecycle: Lifecycle<IndicatorState> = {
  thing: "indicator",
  initial: "active",
  attribute: "state",
  transitions: { active: ["retired"], retired: [] },
};
