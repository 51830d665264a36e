import { shippedCompetences } from "@viceversa/core/competence/index.ts";
import { type Instrument, InstrumentInput, shippedInstruments } from "@viceversa/core/instrument/index.ts";
import { describe, expect, it } from "vitest";
import { textsIn } from "#test/support/texts.ts";

const instrumentOf = (key: string): Instrument => {
  const found = shippedInstruments.find((instrument) => instrument.key === key);
  if (!found) throw new Error(`${key} is not shipped`);
  return found;
};
const scaleItemsOf = (key: string) =>
  instrumentOf(key).items.flatMap((item) => (item.kind === "scale" ? [item] : []));
const itemsBySubscale = (key: string) =>
  Object.values(Object.groupBy(scaleItemsOf(key), ({ subscale }) => subscale)).map((items = []) => items);

describe("the shipped instruments", () => {
  it("are the pulse, three self-assessments and the question after a session, each once", () => {
    expect(shippedInstruments.map(({ key, version }) => `${key} ${version}`)).toEqual([
      "reverse-mentoring-pulse 1",
      "digital-self-assessment 1",
      "soft-skills-self-assessment 1",
      "readiness-self-assessment 1",
      "session-pulse 1",
    ]);
    expect(new Set(shippedInstruments.map(({ id }) => id)).size).toBe(shippedInstruments.length);
  });

  it.each(shippedInstruments.map((instrument) => [instrument.key, instrument] as const))(
    "%s could be published as it is, and is asked in both languages throughout",
    (_, { id: _id, origin: _origin, createdAt: _createdAt, ...input }) => {
      expect(InstrumentInput.parse(input)).toEqual(input);
      const texts = textsIn(input);
      expect(texts).toHaveLength(1 + input.scale.length + input.items.length);
      for (const text of texts) expect(Object.keys(text).sort()).toEqual(["en", "it"]);
      for (const locale of ["it", "en"]) {
        const questions = input.items.map(({ text }) => text[locale as "it" | "en"]);
        expect(new Set(questions).size).toBe(questions.length);
      }
    },
  );

  it("ask a mentee once about each of DigComp's competences, in the subscale of its area", () => {
    const asked = scaleItemsOf("digital-self-assessment").map(({ key, subscale }) => [key, subscale]);
    const competences = shippedCompetences.filter(({ kind }) => kind === "digital");
    expect(asked).toEqual(competences.map(({ key, area }) => [key.replace(".", "-"), area.key]));
  });

  it("ask a mentor three things about each soft skill, one of them the other way round", () => {
    const subscales = itemsBySubscale("soft-skills-self-assessment");
    const soft = shippedCompetences.filter(({ kind }) => kind === "soft");
    expect(subscales.map(([item]) => item?.subscale)).toEqual(soft.map(({ key }) => key));
    for (const items of subscales) {
      expect(items).toHaveLength(3);
      expect(items.filter(({ reverse }) => reverse)).toHaveLength(1);
    }
  });

  it("ask about readiness in eight statements: time, motivation, hierarchy, confidentiality, tools", () => {
    expect(itemsBySubscale("readiness-self-assessment").map((items) => items.length)).toEqual([
      2, 1, 3, 1, 1,
    ]);
  });

  it("ask one question after a session, with room for a comment", () => {
    expect(instrumentOf("session-pulse").items.map(({ kind }) => kind)).toEqual(["scale", "comment"]);
  });
});
