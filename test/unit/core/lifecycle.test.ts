import { competenceLifecycle } from "@viceversa/core/competence/index.ts";
import { mailLifecycle, wakeLifecycle } from "@viceversa/core/due/index.ts";
import { illegalTransition, type Lifecycle, sourcesOf } from "@viceversa/core/lifecycle.ts";
import { pairingLifecycle } from "@viceversa/core/pairing/index.ts";
import { participantLifecycle } from "@viceversa/core/participant/index.ts";
import { programmeLifecycle } from "@viceversa/core/programme/index.ts";
import { attendeeLifecycle, sessionLifecycle } from "@viceversa/core/session/index.ts";
import { describe, expect, it } from "vitest";

const lifecycles: Lifecycle<string>[] = [
  mailLifecycle,
  wakeLifecycle,
  competenceLifecycle,
  programmeLifecycle,
  participantLifecycle,
  pairingLifecycle,
  sessionLifecycle,
  attendeeLifecycle,
];

describe.each(lifecycles.map((lifecycle) => [lifecycle.thing, lifecycle] as const))(
  "the life of a %s",
  (_, lifecycle) => {
    const states = Object.keys(lifecycle.transitions);

    it("has no state that cannot be reached and none that leads to an unknown one", () => {
      for (const state of states) {
        if (state !== lifecycle.initial) expect(sourcesOf(lifecycle, state)).not.toEqual([]);
        for (const next of lifecycle.transitions[state] ?? []) expect(states).toContain(next);
      }
    });
  },
);

describe("an illegal transition", () => {
  it("is answered with the state and the ways that are open", () => {
    const error = illegalTransition(mailLifecycle, "superseded", "sent");
    expect(error.message).toBe("This message is superseded and cannot become sent; it can become planned.");
    expect(error.data).toEqual({ state: "superseded", allowed: ["planned"] });
  });

  it("says so when a thing has ended", () => {
    expect(illegalTransition(mailLifecycle, "sent", "planned").message).toContain("has ended");
  });
});
