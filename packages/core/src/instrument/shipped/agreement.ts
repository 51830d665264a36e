import type { InstrumentInput, InstrumentItem } from "../schema.ts";

/** Five steps of agreement, from the lowest. */
export const agreement: InstrumentInput["scale"] = [
  { it: "Per niente d’accordo", en: "Strongly disagree" },
  { it: "Poco d’accordo", en: "Disagree" },
  { it: "Né sì né no", en: "Neither agree nor disagree" },
  { it: "D’accordo", en: "Agree" },
  { it: "Del tutto d’accordo", en: "Strongly agree" },
];

type Words = { readonly it: string; readonly en: string };

/** A statement that speaks for its subscale. */
export const statement = (subscale: string, key: string, text: Words): InstrumentItem => ({
  kind: "scale",
  key,
  subscale,
  reverse: false,
  text,
});

/** A statement that speaks against its subscale: who agrees scores low. */
export const counterStatement = (subscale: string, key: string, text: Words): InstrumentItem => ({
  kind: "scale",
  key,
  subscale,
  reverse: true,
  text,
});
