import type { ProgrammeTemplate } from "../template.ts";
import { asked, DIGITAL, indicator, meanOf, mentorsGrow, SOFT_SKILLS, subscale } from "./parts.ts";

export const digitalSkills: ProgrammeTemplate = {
  key: "digital-skills",
  version: 1,
  title: { it: "Competenze digitali", en: "Digital skills" },
  description: {
    it: "Per chi ha molta esperienza in azienda e vuole muoversi con sicurezza tra gli strumenti digitali di ogni giorno. Chi è cresciuto con il digitale accompagna passo per passo, partendo dal lavoro vero e non da un manuale.",
    en: "For people with long experience in the company who want to be at home in the digital tools of every day. Those who grew up with them go along step by step, starting from real work and not from a manual.",
  },
  sessionMinutes: 60,
  objectives: [
    {
      kind: "digital-gap",
      evidence: ["digcomp-1", "digcomp-2", "digcomp-3", "digcomp-4", "digcomp-5"].map((area) =>
        subscale(DIGITAL, area),
      ),
      target: meanOf(4),
    },
    {
      kind: "technology-adoption",
      evidence: [indicator("digital-tool-usage")],
      target: { value: 70, direction: "up", unit: { it: "% delle persone", en: "% of the people" } },
    },
    mentorsGrow,
  ],
  rules: {
    durationWeeks: 24,
    everyWeeks: 2,
    supportTools: [],
    measurement: asked([DIGITAL, SOFT_SKILLS], 4),
    preparation: "required",
  },
  eligibility: {
    mentor: { generations: ["z", "millennials"] },
    mentee: { generations: ["boomers", "x"] },
  },
  agendaTopics: [
    {
      it: "Da dove si parte: che cosa riesce già bene e che cosa fa perdere tempo",
      en: "Where we start: what goes well already and what costs time",
    },
    {
      it: "Trovare informazioni e capire di quali fidarsi",
      en: "Finding information and telling what can be relied on",
    },
    {
      it: "Lavorare insieme a distanza: documenti condivisi, commenti, versioni",
      en: "Working together at a distance: shared documents, comments, versions",
    },
    {
      it: "Preparare contenuti che si leggono volentieri",
      en: "Making content that people like to read",
    },
    {
      it: "Password, truffe e dati personali: proteggersi senza complicarsi la vita",
      en: "Passwords, scams and personal data: staying safe without making life hard",
    },
    {
      it: "Automatizzare un compito che si ripete ogni settimana",
      en: "Automating a task that comes back every week",
    },
  ],
};
