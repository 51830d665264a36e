import type { ProgrammeTemplate } from "../template.ts";
import { asked, DIGITAL, meanOf, mentorsGrow, SOFT_SKILLS, subscale } from "./parts.ts";

export const socialMedia: ProgrammeTemplate = {
  key: "social-media",
  version: 1,
  title: { it: "Social media", en: "Social media" },
  description: {
    it: "Per chi rappresenta l’azienda e vuole farsi leggere, ascoltare e rispondere in rete. In pochi mesi si trova la propria voce e si impara a reggere le critiche.",
    en: "For those who stand for the company and want to be read, heard and answered online. In a few months they find a voice of their own and learn to bear criticism.",
  },
  sessionMinutes: 45,
  objectives: [
    {
      kind: "own",
      title: {
        it: "Comunicare in rete con sicurezza e con una voce propria",
        en: "Communicate online with confidence and a voice of one’s own",
      },
      evidence: [subscale(DIGITAL, "digcomp-2"), subscale(DIGITAL, "digcomp-3")],
      target: meanOf(4),
    },
    mentorsGrow,
  ],
  rules: {
    durationWeeks: 12,
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
      it: "Chi si vuole raggiungere, e dove si trovano queste persone",
      en: "Whom to reach, and where these people are",
    },
    { it: "Il profilo: che cosa racconta a chi non ci conosce", en: "The profile: what it tells a stranger" },
    { it: "Scrivere un primo post, insieme", en: "Writing a first post, together" },
    {
      it: "Immagini e video brevi, anche con il telefono",
      en: "Pictures and short videos, with a phone too",
    },
    {
      it: "Rispondere: conversazioni, critiche, provocazioni",
      en: "Answering: conversations, criticism, provocation",
    },
    {
      it: "Capire che cosa funziona, senza inseguire i numeri",
      en: "Seeing what works, without chasing figures",
    },
  ],
};
