import { languagesOf, shippedInstruments } from "@viceversa/core/instrument/index.ts";
import { describe, expect, it } from "vitest";

const both = { it: "Sì", en: "Yes" };
const instrument = (more: object = {}) => ({
  title: both,
  scale: [both, both, both],
  items: [{ kind: "comment" as const, key: "comment", text: both }],
  ...more,
});

describe("the language of a questionnaire", () => {
  it("is its reader's own where all of it is written in that", () => {
    expect(languagesOf(instrument(), "en", "it")[0]).toBe("en");
  });

  it("is the organisation's where the reader's own is missing, whole or in part", () => {
    expect(languagesOf(instrument({ title: { it: "Sì" } }), "en", "it")).toEqual(["it", "en"]);
  });

  it("is the one that there is where neither is", () => {
    const english = { en: "Yes" };
    const foreign = instrument({ title: english, scale: [english], items: [] });
    expect(languagesOf(foreign, "it", "it")[0]).toBe("en");
  });
});

describe("the shipped instruments", () => {
  it("ask the same in every version, so that waves can be compared", () => {
    const [newest, first] = shippedInstruments;
    const asked = ({ items, scale }: NonNullable<typeof first>) => [
      scale.length,
      items.map(({ text: _, ...item }) => item),
    ];
    expect([newest?.version, first?.version]).toEqual([2, 1]);
    expect(newest && asked(newest)).toEqual(first && asked(first));
  });
});
