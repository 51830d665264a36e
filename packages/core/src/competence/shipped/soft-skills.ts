import type { Competence } from "../schema.ts";
import type { Wording } from "./wording.ts";

const area: Competence["area"] = {
  key: "soft",
  title: { it: "Competenze trasversali", en: "Soft skills" },
};

const source: NonNullable<Competence["source"]> = { work: "Viceversa", version: "1", licence: "MIT" };

const wordings: readonly Wording[] = [
  {
    key: "soft-communication",
    title: { it: "Comunicazione", en: "Communication" },
    description: {
      it: "Farsi capire e saper ascoltare, qualunque ruolo abbia chi si ha di fronte.",
      en: "Making oneself understood and listening, whatever position the other person has.",
    },
    levels: {
      basic: {
        it: "Con un po’ di preparazione so spiegare a una persona qualcosa che conosco.",
        en: "With some preparation I can explain something that I know to one person.",
      },
      intermediate: {
        it: "Spiego con chiarezza il mio argomento a chi lavora con me e verifico che il messaggio sia arrivato.",
        en: "I explain my subject clearly to colleagues and check that the message has arrived.",
      },
      advanced: {
        it: "Mi adatto a chi ascolta, anche alla dirigenza, colgo il non detto e do riscontri utili.",
        en: "I adapt to my listeners, executives included, hear what is not said and give feedback that helps.",
      },
      "highly-advanced": {
        it: "Rappresento un progetto davanti a un pubblico critico, medio tra posizioni diverse e insegno ad altre persone a farlo.",
        en: "I speak for a project before a critical audience, mediate between positions and teach others to do so.",
      },
    },
  },
  {
    key: "soft-leadership",
    title: { it: "Leadership", en: "Leadership" },
    description: {
      it: "Dare direzione e fiducia ad altre persone, con o senza un ruolo formale.",
      en: "Giving others direction and confidence, with or without a title.",
    },
    levels: {
      basic: {
        it: "Con un sostegno so assumermi la responsabilità di un piccolo compito di gruppo.",
        en: "With support I can take responsibility for a small task of a group.",
      },
      intermediate: {
        it: "Conduco in autonomia una riunione o un piccolo progetto e mantengo ciò che prometto.",
        en: "I lead a meeting or a small project by myself and keep what I promise.",
      },
      advanced: {
        it: "Coinvolgo verso un obiettivo anche persone che non dipendono da me, delego e faccio crescere chi mi affianca.",
        en: "I win over people who do not report to me, delegate and let those beside me grow.",
      },
      "highly-advanced": {
        it: "Guido gruppi attraverso cambiamenti e conflitti e preparo altre persone a guidare.",
        en: "I lead groups through change and conflict and prepare others to lead.",
      },
    },
  },
  {
    key: "soft-strategic-vision",
    title: { it: "Visione strategica", en: "Strategic vision" },
    description: {
      it: "Vedere, oltre il compito di oggi, dove va l’organizzazione e che cosa ne consegue.",
      en: "Seeing beyond today’s task where the organisation is going and what follows from it.",
    },
    levels: {
      basic: {
        it: "Se qualcuno me lo spiega, capisco come il mio lavoro serve agli obiettivi dell’organizzazione.",
        en: "When somebody explains it to me, I see how my work serves the aims of the organisation.",
      },
      intermediate: {
        it: "Stabilisco in autonomia priorità coerenti con gli obiettivi del mio gruppo.",
        en: "I set priorities by myself that fit the aims of my team.",
      },
      advanced: {
        it: "Riconosco presto le tendenze, confronto più strade e spiego che cosa comporterebbe ciascuna fra qualche anno.",
        en: "I recognise trends early, weigh several paths and explain what each would mean in a few years.",
      },
      "highly-advanced": {
        it: "Contribuisco a decidere la direzione di un’area e la correggo quando il contesto cambia.",
        en: "I help to decide the direction of a business area and adjust it as the world changes.",
      },
    },
  },
  {
    key: "soft-business-acumen",
    title: { it: "Senso degli affari", en: "Business acumen" },
    description: {
      it: "Capire come l’organizzazione guadagna e spende, per chi lavora e chi decide che cosa.",
      en: "Understanding how the organisation earns and spends, for whom it works and who decides what.",
    },
    levels: {
      basic: {
        it: "Se qualcuno me lo racconta, so dire chi è la nostra clientela e con che cosa guadagniamo.",
        en: "When somebody tells me, I can say who our customers are and what we earn our money with.",
      },
      intermediate: {
        it: "Conosco costi e benefici del mio lavoro e ne tengo conto in autonomia.",
        en: "I know the costs and the benefits of my work and take them into account by myself.",
      },
      advanced: {
        it: "Leggo cifre e mercati, preparo un’analisi costi-benefici e convinco chi decide.",
        en: "I read figures and markets, make a business case and convince those who decide.",
      },
      "highly-advanced": {
        it: "Rispondo dei risultati, negozio e trovo nuovi modi di creare valore.",
        en: "I answer for results, negotiate and find new ways of creating value.",
      },
    },
  },
];

/** The soft skills that juniors gain as mentors, and seniors pass on. */
export const softSkills = wordings.map((wording) => ({ ...wording, area, kind: "soft" as const, source }));
