import { deriveId } from "@viceversa/core/ids.ts";
import { afterWord, assumed, type Told } from "@viceversa/core/session/outcome.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const people = ["one", "two"].map((name) => deriveId("participant", name));
const planned: Told = {
  state: "planned",
  outcome: undefined,
  attendees: people.map((participantId) => ({ participantId, state: "expected" })),
};
const word = fc.record({ by: fc.constantFrom(...people), happened: fc.boolean() });

describe("words on whether a session took place", () => {
  it("count each attendee once, by what she has said last", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const { outcome } = words.reduce(afterWord, planned);
        for (const person of people) {
          const last = words.findLast(({ by }) => by === person)?.happened;
          expect(outcome?.confirmedBy.filter((one) => one === person)).toHaveLength(last === true ? 1 : 0);
          expect(outcome?.deniedBy.filter((one) => one === person)).toHaveLength(last === false ? 1 : 0);
        }
      }),
    );
  });

  it("leave the state that the first one has decided, and are disputed while one stands against it", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const { state, outcome } = words.reduce(afterWord, planned);
        expect(state).toBe(words[0]?.happened ? "held" : "missed");
        const against = state === "held" ? outcome?.deniedBy : outcome?.confirmedBy;
        expect(outcome?.known).toBe(against?.length === 0 ? "confirmed" : "disputed");
      }),
    );
  });
});

describe("a session of which nobody says anything", () => {
  it("is taken for held, and says that this is assumed", () => {
    expect(assumed(planned, { paused: false })).toMatchObject({
      state: "held",
      outcome: { known: "assumed" },
    });
  });
});
