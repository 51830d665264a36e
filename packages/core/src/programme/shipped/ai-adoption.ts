import type { ProgrammeTemplate } from "../template.ts";
import { asked, DIGITAL, indicator, meanOf, mentorsGrow, SOFT_SKILLS, subscale } from "./parts.ts";

export const aiAdoption: ProgrammeTemplate = {
  key: "ai-adoption",
  version: 1,
  title: { it: "Adozione dell’intelligenza artificiale", en: "Adoption of artificial intelligence" },
  description: {
    it: "Per chi guida persone e progetti e vuole capire, provando, che cosa l’intelligenza artificiale cambia nel proprio lavoro. Si impara a usarla, a dubitarne e a decidere dove non serve.",
    en: "For those who lead people and projects and want to find out, by trying, what artificial intelligence changes in their work. They learn to use it, to doubt it and to decide where it is not needed.",
  },
  sessionMinutes: 60,
  objectives: [
    {
      kind: "technology-adoption",
      evidence: [indicator("technology-adoption-time")],
      target: { value: 60, direction: "down", unit: { it: "giorni", en: "days" } },
    },
    {
      kind: "own",
      title: {
        it: "Usare l’intelligenza artificiale con spirito critico",
        en: "Use artificial intelligence with a critical mind",
      },
      evidence: [
        subscale(DIGITAL, "digcomp-1"),
        subscale(DIGITAL, "digcomp-4"),
        subscale(DIGITAL, "digcomp-5"),
      ],
      target: meanOf(4),
    },
    mentorsGrow,
  ],
  rules: {
    durationWeeks: 16,
    everyWeeks: 2,
    supportTools: [],
    measurement: asked([DIGITAL, SOFT_SKILLS], 4),
    preparation: "required",
  },
  eligibility: {
    mentor: { generations: ["z", "millennials"] },
    mentee: { seniorities: ["senior", "executive"] },
  },
  agendaTopics: [
    {
      it: "Che cosa sa fare oggi l’intelligenza artificiale, e che cosa solo sembra saper fare",
      en: "What artificial intelligence can do today, and what it only seems to be able to do",
    },
    {
      it: "Chiedere bene: dal primo tentativo a una risposta utile",
      en: "Asking well: from the first try to an answer that helps",
    },
    {
      it: "Verificare: errori, fonti inventate, pregiudizi",
      en: "Checking: mistakes, made-up sources, bias",
    },
    {
      it: "Che cosa non va mai incollato in uno strumento esterno",
      en: "What is never pasted into a tool from outside",
    },
    {
      it: "Un compito vero del proprio gruppo, prima e dopo",
      en: "A real task of one’s own team, before and after",
    },
    {
      it: "Parlarne con il gruppo: timori, regole, primi passi",
      en: "Talking about it with the team: fears, rules, first steps",
    },
  ],
};
