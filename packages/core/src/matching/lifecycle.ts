import type { Lifecycle } from "../lifecycle.ts";

export type MatchingRunState = "queued" | "proposed" | "publishing" | "published" | "discarded" | "failed";

/** A run is a proposal until a manager publishes it; only a published one has changed anything for anybody. */
export const matchingRunLifecycle: Lifecycle<MatchingRunState> = {
  thing: "matching run",
  initial: "queued",
  attribute: "state",
  transitions: {
    queued: ["proposed", "discarded", "failed"],
    proposed: ["publishing", "discarded"],
    publishing: ["published"],
    published: [],
    discarded: [],
    failed: [],
  },
};

/** Of these a programme has one at most. */
export const openStates: readonly MatchingRunState[] = ["queued", "proposed", "publishing"];
