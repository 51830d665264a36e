import type { Lifecycle } from "../lifecycle.ts";
import { type Condition, equal, oneOf } from "../table.ts";

export type PersonState = "active" | "deactivated" | "erased";

/** Whoever leaves is deactivated first; who is erased does not come back. */
export const personLifecycle: Lifecycle<PersonState> = {
  thing: "person",
  initial: "active",
  attribute: "state",
  transitions: { active: ["deactivated"], deactivated: ["active", "erased"], erased: [] },
};

/** That somebody is there and takes part in things. */
export const isActive: Condition = equal("state", "active" satisfies PersonState);

/** That somebody is there, perhaps on leave or gone: a name that others may still refer to. */
export const isKnown: Condition = oneOf("state", ["active", "deactivated"] satisfies PersonState[]);
