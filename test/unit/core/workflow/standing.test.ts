import { participantLifecycle } from "@viceversa/core/participant/index.ts";
import { standingOf } from "@viceversa/core/workflow/opened-participation.ts";
import { describe, expect, it } from "vitest";

const stands = (
  state: Parameters<typeof standingOf>[0]["participant"]["state"],
  phase: Parameters<typeof standingOf>[0]["programme"]["phase"],
) => standingOf({ participant: { state }, programme: { phase } });

describe("how somebody stands with a programme", () => {
  it("is her own state while it goes on", () => {
    for (const state of Object.keys(participantLifecycle.transitions) as Parameters<typeof stands>[0][]) {
      expect(stands(state, "running")).toBe(state);
    }
  });

  it("is its end once it has ended, and not that it waits for her", () => {
    expect(stands("invited", "completed")).toBe("over");
    expect(stands("active", "archived")).toBe("over");
    expect(stands("applied", "cancelled")).toBe("called-off");
  });

  it("is still that she has left, when it has ended since", () => {
    expect(stands("withdrawn", "cancelled")).toBe("withdrawn");
    expect(stands("declined", "completed")).toBe("declined");
  });
});
