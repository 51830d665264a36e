import { z } from "zod";
import type { LocalText } from "../text.ts";

/** The proficiency levels of DigComp 3.0, which serve for every competence. Who holds none of them names none. */
export const CompetenceLevel = z
  .enum(["basic", "intermediate", "advanced", "highly-advanced"])
  .describe("Level of proficiency, as in DigComp 3.0");
export type CompetenceLevel = z.infer<typeof CompetenceLevel>;

/** The place of each level; no level at all is 0. Levels are one step apart. */
export const levelOrder: Readonly<Record<CompetenceLevel, number>> = {
  basic: 1,
  intermediate: 2,
  advanced: 3,
  "highly-advanced": 4,
};

/** The name of each level, and what it means where a competence says nothing of its own. */
export const competenceLevels: Readonly<
  Record<CompetenceLevel, { readonly title: LocalText; readonly description: LocalText }>
> = {
  basic: {
    title: { it: "Base", en: "Basic" },
    description: {
      it: "So fare cose semplici con un aiuto o un suggerimento.",
      en: "I can do simple things with help or a hint.",
    },
  },
  intermediate: {
    title: { it: "Intermedio", en: "Intermediate" },
    description: {
      it: "Svolgo in autonomia le attività che conosco e risolvo i problemi più comuni.",
      en: "I do familiar tasks by myself and solve the usual problems.",
    },
  },
  advanced: {
    title: { it: "Avanzato", en: "Advanced" },
    description: {
      it: "Affronto attività complesse in situazioni nuove e aiuto altre persone nelle loro.",
      en: "I handle complex tasks in new situations and help others with theirs.",
    },
  },
  "highly-advanced": {
    title: { it: "Altamente avanzato", en: "Highly advanced" },
    description: {
      it: "Risolvo problemi che non hanno una risposta pronta, creo qualcosa di nuovo e guido altre persone.",
      en: "I solve problems that have no ready answer, create something new and lead others.",
    },
  },
};
