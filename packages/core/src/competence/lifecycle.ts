import type { Lifecycle } from "../lifecycle.ts";

export type CompetenceState = "active" | "retired";

/** A retired competence is not offered any more and stays where it is used. */
export const competenceLifecycle: Lifecycle<CompetenceState> = {
  thing: "competence",
  initial: "active",
  attribute: "state",
  transitions: { active: ["retired"], retired: [] },
};
