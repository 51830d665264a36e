import { Competence, shippedCompetences } from "@viceversa/core/competence/index.ts";
import { deriveId } from "@viceversa/core/ids.ts";
import { describe, expect, it } from "vitest";
import { textsIn } from "#test/support/texts.ts";

const digital = shippedCompetences.filter(({ kind }) => kind === "digital");

describe("the shipped competences", () => {
  it.each(shippedCompetences.map((one) => [one.key, one] as const))(
    "%s fits what clients are promised and speaks both languages throughout",
    (_, one) => {
      expect(Competence.parse(one)).toEqual(one);
      const texts = textsIn({ ...one, source: undefined });
      // Title, description, area and four levels.
      expect(texts).toHaveLength(7);
      for (const text of texts) expect(Object.keys(text).sort()).toEqual(["en", "it"]);
    },
  );

  it("have ids that follow from their keys, so that they are the same in every stack", () => {
    expect(new Set(shippedCompetences.map(({ key }) => key)).size).toBe(shippedCompetences.length);
    for (const { id, key } of shippedCompetences) expect(id).toBe(deriveId("competence", key));
  });

  it("tell four levels apart in words of their own, each said once", () => {
    const descriptions = shippedCompetences.flatMap(({ levels }) => Object.values(levels));
    expect(descriptions).toHaveLength(shippedCompetences.length * 4);
    for (const locale of ["it", "en"] as const) {
      expect(new Set(descriptions.map((text) => text[locale])).size).toBe(descriptions.length);
    }
  });

  it("hold DigComp's five areas with 3, 6, 4, 4 and 4 competences", () => {
    const areas = Object.groupBy(digital, ({ area }) => area.key);
    const sizes = Object.entries(areas).map(([key, some = []]) => [key, some.length]);
    expect(sizes).toEqual([
      ["digcomp-1", 3],
      ["digcomp-2", 6],
      ["digcomp-3", 4],
      ["digcomp-4", 4],
      ["digcomp-5", 4],
    ]);
    for (const { key, area } of digital) expect(key.startsWith(`${area.key}.`)).toBe(true);
  });

  it("say whose DigComp is, under which licence, and what is ours in it", () => {
    for (const { source } of digital) {
      expect(source).toMatchObject({
        version: "3.0",
        licence: "© European Union, CC BY 4.0",
        citation: expect.stringContaining("JRC144121"),
        changes: expect.stringMatching(/^Italian title .+own words\.$/),
      });
    }
  });

  it("hold the four soft skills that juniors gain", () => {
    const soft = shippedCompetences.filter(({ kind }) => kind === "soft").map(({ key }) => key);
    expect(soft).toEqual([
      "soft-communication",
      "soft-leadership",
      "soft-strategic-vision",
      "soft-business-acumen",
    ]);
  });
});
