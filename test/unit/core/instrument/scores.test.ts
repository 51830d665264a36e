import { Answers, type Instrument, subscaleScores } from "@viceversa/core/instrument/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Asked = Pick<Instrument, "items" | "scale">;
const text = { en: "A statement." };

/** An instrument with some scale items in up to three subscales, and answers to some of them. */
const answered = fc
  .record({
    steps: fc.integer({ min: 3, max: 11 }),
    items: fc.array(fc.record({ subscale: fc.constantFrom("a", "b", "c"), reverse: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .chain(({ steps, items }) =>
    fc.record({
      asked: fc.constant<Asked>({
        scale: Array.from({ length: steps }, () => text),
        items: items.map((item, at) => ({ kind: "scale", key: `i${at}`, text, ...item })),
      }),
      given: fc.array(fc.option(fc.integer({ min: 1, max: steps }), { nil: undefined }), {
        minLength: items.length,
        maxLength: items.length,
      }),
    }),
  )
  .map(({ asked, given }) => ({
    asked,
    answers: Answers.parse(
      Object.fromEntries(given.flatMap((answer, at) => (answer === undefined ? [] : [[`i${at}`, answer]]))),
    ),
  }));

const reversed = ({ items, scale }: Asked): Asked => ({
  scale,
  items: items.map((item) => (item.kind === "scale" ? { ...item, reverse: !item.reverse } : item)),
});

describe("the score of a subscale", () => {
  it("lies on the instrument's own scale", () => {
    fc.assert(
      fc.property(answered, ({ asked, answers }) => {
        for (const score of Object.values(subscaleScores(asked, answers))) {
          expect(score).toBeGreaterThanOrEqual(1);
          expect(score).toBeLessThanOrEqual(asked.scale.length);
        }
      }),
    );
  });

  it("is mirrored at the middle of the scale when every statement is turned into its opposite", () => {
    fc.assert(
      fc.property(answered, ({ asked, answers }) => {
        const opposite = subscaleScores(reversed(asked), answers);
        for (const [subscale, score] of Object.entries(subscaleScores(asked, answers))) {
          expect((opposite[subscale] ?? 0) + score).toBeCloseTo(asked.scale.length + 1, 9);
        }
      }),
    );
  });

  it("is the same whether somebody agrees with a statement or disagrees with its opposite", () => {
    fc.assert(
      fc.property(answered, ({ asked, answers }) => {
        const mirrored = Object.fromEntries(
          Object.entries(answers).map(([key, answer]) => [key, asked.scale.length + 1 - Number(answer)]),
        );
        const scores = subscaleScores(asked, answers);
        const others = subscaleScores(reversed(asked), mirrored);
        expect(Object.keys(others)).toEqual(Object.keys(scores));
        for (const [subscale, score] of Object.entries(scores))
          expect(others[subscale]).toBeCloseTo(score, 9);
      }),
    );
  });

  it("is there for exactly the subscales of which something was answered", () => {
    fc.assert(
      fc.property(answered, ({ asked, answers }) => {
        const touched = asked.items.flatMap((item) =>
          item.kind === "scale" && answers[item.key] !== undefined ? [item.subscale] : [],
        );
        expect(new Set(Object.keys(subscaleScores(asked, answers)))).toEqual(new Set(touched));
      }),
    );
  });

  it("is the mean of its own items, and neither comments nor foreign answers count", () => {
    const item = (key: string, subscale: string, reverse = false) =>
      ({ kind: "scale", key, subscale, reverse, text }) as const;
    const asked: Asked = {
      scale: [text, text, text, text, text],
      items: [
        item("one", "calm"),
        item("two", "calm", true),
        item("three", "joy"),
        { kind: "comment", key: "words", text },
      ],
    };
    const answers = { one: 4, two: 1, three: 2, words: "5", elsewhere: 1 };
    expect(subscaleScores(asked, answers)).toEqual({ calm: 4.5, joy: 2 });
  });
});
