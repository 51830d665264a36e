import { CompetenceLevel, gapOf, levelOrder } from "@viceversa/core/competence/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const level = fc.constantFrom(...CompetenceLevel.options);
const levelOrNone = fc.option(level, { nil: undefined });
const placeOf = (one: CompetenceLevel | undefined) => (one ? levelOrder[one] : 0);

describe("how much of what a mentee wants a mentor can teach her", () => {
  it("is a share from nothing to all", () => {
    fc.assert(
      fc.property(levelOrNone, levelOrNone, level, (offered, from, to) => {
        const share = gapOf(offered, { from, to });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is all of it exactly where the mentor is at the wanted level or above and the mentee below it", () => {
    fc.assert(
      fc.property(levelOrNone, levelOrNone, level, (offered, from, to) => {
        const reaches = placeOf(offered) >= placeOf(to) && placeOf(from) < placeOf(to);
        expect(gapOf(offered, { from, to }) === 1).toBe(reaches);
      }),
    );
  });

  it("is nothing exactly where the mentor offers no more than the mentee has, or she is there already", () => {
    fc.assert(
      fc.property(levelOrNone, levelOrNone, level, (offered, from, to) => {
        const useless = placeOf(offered) <= placeOf(from) || placeOf(to) <= placeOf(from);
        expect(gapOf(offered, { from, to }) === 0).toBe(useless);
      }),
    );
  });

  it("never falls when the mentor knows more, nor when the mentee wants less", () => {
    fc.assert(
      fc.property(levelOrNone, levelOrNone, levelOrNone, level, level, (low, high, from, less, more) => {
        fc.pre(placeOf(low) <= placeOf(high) && placeOf(from) < placeOf(less));
        fc.pre(placeOf(less) <= placeOf(more));
        expect(gapOf(high, { from, to: more })).toBeGreaterThanOrEqual(gapOf(low, { from, to: more }));
        expect(gapOf(low, { from, to: less })).toBeGreaterThanOrEqual(gapOf(low, { from, to: more }));
      }),
    );
  });

  it.each([
    ["half of two steps", "intermediate", "basic", "advanced", 0.5],
    ["a third of three steps", "intermediate", "basic", "highly-advanced", 1 / 3],
    ["three quarters of the whole way", "advanced", undefined, "highly-advanced", 0.75],
  ] as const)("grows in proportion: %s", (_, offered, from, to, share) => {
    expect(gapOf(offered, { from, to })).toBeCloseTo(share, 12);
  });
});
