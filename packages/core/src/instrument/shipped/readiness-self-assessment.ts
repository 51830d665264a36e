import type { InstrumentInput } from "../schema.ts";
import { agreement, counterStatement, statement } from "./agreement.ts";

/**
 * Whether a programme comes at the right moment for somebody, mentor or mentee: not every junior is a good
 * mentor and not every senior is ready. A person decides what follows from it, never the score.
 */
export const readinessSelfAssessment: InstrumentInput = {
  key: "readiness-self-assessment",
  version: 1,
  title: { it: "Prima di cominciare: a che punto sei", en: "Before you begin: where you stand" },
  licence: "MIT",
  scale: agreement,
  items: [
    statement("time", "hour", {
      it: "Posso tenere libera un’ora per il mentoring ogni due settimane.",
      en: "I can keep an hour free for mentoring every other week.",
    }),
    counterStatement("time", "calendar", {
      it: "Nei prossimi mesi la mia agenda non lascia spazio a nient’altro.",
      en: "In the coming months my calendar leaves no room for anything else.",
    }),
    statement("motivation", "own-will", {
      it: "Partecipo a questo programma per scelta mia.",
      en: "I take part in this programme of my own free will.",
    }),
    statement("hierarchy", "learn", {
      it: "Imparo volentieri da chiunque, di qualsiasi età e ruolo.",
      en: "I am glad to learn from anybody, of whatever age and position.",
    }),
    statement("hierarchy", "teach", {
      it: "Mostro volentieri quello che so, qualunque ruolo abbia l’altra persona.",
      en: "I am glad to show what I know, whatever position the other person has.",
    }),
    counterStatement("hierarchy", "admit", {
      it: "Mi darebbe fastidio mostrare all’altra persona che cosa non so fare.",
      en: "It would bother me to show the other person what I cannot do.",
    }),
    statement("confidentiality", "between-us", {
      it: "Quello che ci diremo negli incontri resterà tra noi.",
      en: "What we tell each other in our sessions will stay between us.",
    }),
    statement("tools", "equipment", {
      it: "Ho i dispositivi e i programmi che servono per gli incontri.",
      en: "I have the devices and programs that the sessions need.",
    }),
  ],
};
