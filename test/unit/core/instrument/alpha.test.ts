import { cronbachAlpha } from "@viceversa/core/instrument/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Scores of several respondents on several items. */
const scores = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 12 }))
  .chain(([items, respondents]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), {
      minLength: respondents,
      maxLength: respondents,
    }),
  );

const expectSame = (one: number | undefined, other: number | undefined) => {
  expect(one === undefined).toBe(other === undefined);
  if (one !== undefined && other !== undefined) expect(one).toBeCloseTo(other, 8);
};

describe("Cronbach's alpha", () => {
  it("agrees with a calculation by hand", () => {
    // The items vary by 35/12, 9/4 and 8/3; the sums 3, 8, 9 and 14 by 61/3.
    const rows = [
      [1, 1, 1],
      [3, 2, 3],
      [2, 4, 3],
      [5, 4, 5],
    ];
    const items = 35 / 12 + 9 / 4 + 8 / 3;
    expect(cronbachAlpha(rows)).toBeCloseTo((3 / 2) * (1 - items / (61 / 3)), 12);
  });

  it("is one when every item says the same of everybody, and never more", () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const same = rows.map((row) => row.map(() => row[0] ?? 0));
        const distinct = new Set(same.map(([first]) => first)).size > 1;
        expectSame(cronbachAlpha(same), distinct ? 1 : undefined);
        expect(cronbachAlpha(rows) ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("does not depend on the order of respondents or items, nor on where the scale begins", () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: -10, max: 10 }), (rows, shift) => {
        const alpha = cronbachAlpha(rows);
        expectSame(cronbachAlpha(rows.toReversed()), alpha);
        expectSame(cronbachAlpha(rows.map((row) => row.toReversed())), alpha);
        expectSame(cronbachAlpha(rows.map(([first = 0, ...rest]) => [first + shift, ...rest])), alpha);
      }),
    );
  });

  it.each([
    ["nobody answered", []],
    ["one person answered", [[1, 2, 3]]],
    ["there is one item", [[1], [2], [3]]],
    ["there is no item", [[], []]],
    [
      "everybody's sum is the same",
      [
        [1, 5],
        [5, 1],
        [3, 3],
      ],
    ],
  ])("is not given where %s", (_, rows) => {
    expect(cronbachAlpha(rows)).toBeUndefined();
  });

  it("takes no respondent who has left an item out", () => {
    expect(() => cronbachAlpha([[1, 2], [3]])).toThrow("every respondent has a score of every item");
  });
});
