import type { ProgrammeTemplate } from "../template.ts";
import { asked, meanOf, mentorsGrow, PULSE, SOFT_SKILLS, subscale } from "./parts.ts";

export const interGenerationalCollaboration: ProgrammeTemplate = {
  key: "inter-generational-collaboration",
  version: 1,
  title: { it: "Collaborazione tra generazioni", en: "Collaboration between generations" },
  description: {
    it: "Per le aziende in cui generazioni diverse lavorano fianco a fianco senza conoscersi davvero. Ci si incontra meno spesso e più a lungo nel tempo: conta il rapporto, e i temi li scelgono le coppie.",
    en: "For companies in which generations work side by side without really knowing one another. Pairs meet less often and over a longer time: the relationship counts, and they choose their topics themselves.",
  },
  sessionMinutes: 60,
  objectives: [
    {
      kind: "inter-generational-collaboration",
      evidence: [subscale(PULSE, "relationship")],
      target: meanOf(4.2),
    },
    {
      ...mentorsGrow,
      evidence: [
        ...mentorsGrow.evidence,
        subscale(SOFT_SKILLS, "soft-strategic-vision"),
        subscale(SOFT_SKILLS, "soft-business-acumen"),
      ],
    },
  ],
  rules: {
    durationWeeks: 36,
    everyWeeks: 3,
    supportTools: [],
    measurement: asked([SOFT_SKILLS], 6),
    preparation: "required",
  },
  eligibility: {
    mentor: { generations: ["z", "millennials"] },
    mentee: { generations: ["boomers", "x"] },
  },
  agendaTopics: [
    {
      it: "Il primo giorno di lavoro, allora e oggi",
      en: "The first day at work, then and now",
    },
    { it: "Che cosa vuol dire per noi lavorare bene", en: "What good work means to each of us" },
    {
      it: "Come comunichiamo: messaggi, telefonate, riunioni, silenzi",
      en: "How we communicate: messages, calls, meetings, silences",
    },
    {
      it: "Un pregiudizio sulla generazione dell’altra persona",
      en: "A prejudice about the other’s generation",
    },
    {
      it: "Una decisione difficile, raccontata dall’interno",
      en: "A hard decision, told from the inside",
    },
    {
      it: "Una cosa da cambiare insieme nel lavoro di ogni giorno",
      en: "One thing to change together in everyday work",
    },
  ],
};
