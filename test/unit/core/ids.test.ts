import { systemIds } from "@viceversa/aws/system.ts";
import { deriveId, idOf, mintSortable, mintUnordered } from "@viceversa/core/ids.ts";
import { fromEpoch } from "@viceversa/core/time.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const idsAt = (milliseconds: number) => systemIds({ now: () => fromEpoch(milliseconds) });

describe("an id", () => {
  it("is accepted by the schema of its own kind only", () => {
    const ids = idsAt(1_800_000_000_000);
    for (const id of [
      mintSortable(ids, "session"),
      mintUnordered(ids, "session"),
      deriveId("session", "a", 1),
    ]) {
      expect(idOf("session").safeParse(id).success).toBe(true);
      expect(idOf("pairing").safeParse(id).success).toBe(false);
    }
  });

  it("sorts by the moment of its creation", () => {
    const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        fc.pre(one < other);
        expect(idsAt(one).sortable() < idsAt(other).sortable()).toBe(true);
      }),
    );
  });

  it("derived from an identity is always the same, and another for another identity", () => {
    expect(deriveId("due", "reminder", "a")).toBe(deriveId("due", "reminder", "a"));
    expect(deriveId("due", "reminder", "a")).not.toBe(deriveId("due", "reminder", "b"));
    expect(deriveId("due", "ab", "c")).not.toBe(deriveId("due", "a", "bc"));
  });
});
