import type { InstrumentInput } from "../schema.ts";
import { agreement, counterStatement, statement } from "./agreement.ts";

/**
 * A mentor's own view of the soft skills that she gains: three statements for each, one of them against it. The
 * subscales are the keys of the competences.
 */
export const softSkillsSelfAssessment: InstrumentInput = {
  key: "soft-skills-self-assessment",
  version: 1,
  title: { it: "Le tue competenze trasversali", en: "Your soft skills" },
  audience: ["mentor"],
  licence: "MIT",
  scale: agreement,
  items: [
    statement("soft-communication", "explain", {
      it: "So spiegare cose complicate in modo che le altre persone le capiscano.",
      en: "I can explain complicated things so that others understand them.",
    }),
    statement("soft-communication", "listen", {
      it: "Ascolto fino in fondo prima di rispondere.",
      en: "I listen to the end before I answer.",
    }),
    counterStatement("soft-communication", "hold-back", {
      it: "Davanti alla dirigenza faccio fatica a dire quello che penso.",
      en: "In front of executives I find it hard to say what I think.",
    }),
    statement("soft-leadership", "responsibility", {
      it: "Mi assumo la responsabilità anche quando nessun’altra persona lo fa.",
      en: "I take responsibility even when nobody else does.",
    }),
    statement("soft-leadership", "win-over", {
      it: "So coinvolgere altre persone verso un obiettivo.",
      en: "I can win others over to an aim.",
    }),
    counterStatement("soft-leadership", "follow", {
      it: "Preferisco che mi si dica che cosa fare piuttosto che decidere.",
      en: "I would rather be told what to do than decide.",
    }),
    statement("soft-strategic-vision", "direction", {
      it: "So dove vuole arrivare la mia organizzazione fra qualche anno.",
      en: "I know where my organisation wants to be in a few years.",
    }),
    statement("soft-strategic-vision", "consequences", {
      it: "Rifletto su ciò che una decisione comporta per gli altri reparti.",
      en: "I think about what a decision means for other departments.",
    }),
    counterStatement("soft-strategic-vision", "next-task", {
      it: "Raramente guardo oltre il mio prossimo compito.",
      en: "I rarely look beyond my next task.",
    }),
    statement("soft-business-acumen", "income", {
      it: "So da dove la mia organizzazione ricava le proprie entrate.",
      en: "I know where my organisation gets its income from.",
    }),
    statement("soft-business-acumen", "benefit", {
      it: "So dire quale beneficio porta il mio lavoro all’organizzazione.",
      en: "I can tell what benefit my work brings to the organisation.",
    }),
    counterStatement("soft-business-acumen", "figures", {
      it: "Faccio fatica a seguire quando si parla di cifre e budget.",
      en: "I find it hard to follow when figures and budgets are discussed.",
    }),
  ],
};
