import type { InstrumentInput } from "../schema.ts";
import { agreement, statement } from "./agreement.ts";

/**
 * A mentee's own view of her digital competences: one statement of ours for each of DigComp 3.0's 21
 * competences, in the subscales of its five areas. The keys are those of the competences, with hyphens only.
 */
export const digitalSelfAssessment: InstrumentInput = {
  key: "digital-self-assessment",
  version: 1,
  title: { it: "Le tue competenze digitali", en: "Your digital competences" },
  audience: ["mentee"],
  licence: "MIT",
  citation:
    "Items in our own words along the 21 competences of DigComp 3.0, © European Union, CC BY 4.0, JRC144121, doi 10.2760/0001149",
  scale: agreement,
  items: [
    statement("digcomp-1", "digcomp-1-1", {
      it: "Online trovo quello che cerco, anche se la prima ricerca non dà risultati.",
      en: "I find what I am looking for online, even when my first search fails.",
    }),
    statement("digcomp-1", "digcomp-1-2", {
      it: "Prima di fidarmi di qualcosa che leggo online, controllo da dove viene.",
      en: "Before I rely on something that I read online, I check where it comes from.",
    }),
    statement("digcomp-1", "digcomp-1-3", {
      it: "Ritrovo in fretta i miei file e i miei dati, anche a distanza di mesi.",
      en: "I find my files and data again quickly, even after months.",
    }),
    statement("digcomp-2", "digcomp-2-1", {
      it: "Mi trovo a mio agio con i mezzi di comunicazione digitali, dalle videochiamate agli assistenti di IA.",
      en: "I feel at ease with digital means of communication, from video calls to AI assistants.",
    }),
    statement("digcomp-2", "digcomp-2-2", {
      it: "Quando condivido un documento, so chi può accedervi.",
      en: "When I share a document, I know who has access to it.",
    }),
    statement("digcomp-2", "digcomp-2-3", {
      it: "Uso i servizi pubblici online senza bisogno di aiuto.",
      en: "I use public services online without help.",
    }),
    statement("digcomp-2", "digcomp-2-4", {
      it: "So lavorare a distanza con altre persone sullo stesso documento.",
      en: "I can work on one document together with others at a distance.",
    }),
    statement("digcomp-2", "digcomp-2-5", {
      it: "Online trovo il tono giusto anche con persone molto diverse da me.",
      en: "Online I find the right tone, also with people who are very different from me.",
    }),
    statement("digcomp-2", "digcomp-2-6", {
      it: "So che cosa si può scoprire online su di me.",
      en: "I know what can be found out about me online.",
    }),
    statement("digcomp-3", "digcomp-3-1", {
      it: "So creare contenuti digitali, per esempio una presentazione o un breve video.",
      en: "I can create digital content, for example a presentation or a short video.",
    }),
    statement("digcomp-3", "digcomp-3-2", {
      it: "So ricavare qualcosa di nuovo da materiali già esistenti.",
      en: "I can make something new out of existing material.",
    }),
    statement("digcomp-3", "digcomp-3-3", {
      it: "So quali immagini e testi di altre persone posso usare.",
      en: "I know which pictures and texts of others I may use.",
    }),
    statement("digcomp-3", "digcomp-3-4", {
      it: "So scomporre un’attività ripetitiva in passi che un computer può eseguire.",
      en: "I can break a recurring task into steps that a computer can carry out.",
    }),
    statement("digcomp-4", "digcomp-4-1", {
      it: "So come tenere al sicuro i miei dispositivi.",
      en: "I know how to keep my devices safe.",
    }),
    statement("digcomp-4", "digcomp-4-2", {
      it: "Scelgo con attenzione quali dati personali fornire, anche a un’IA.",
      en: "I choose with care which personal data I give away, also to an AI.",
    }),
    statement("digcomp-4", "digcomp-4-3", {
      it: "Mantengo un sano equilibrio tra lo schermo e tutto il resto.",
      en: "I keep a healthy balance between the screen and everything else.",
    }),
    statement("digcomp-4", "digcomp-4-4", {
      it: "Quando scelgo una tecnologia tengo conto dell’ambiente.",
      en: "When I choose a technology, I take the environment into account.",
    }),
    statement("digcomp-5", "digcomp-5-1", {
      it: "Quando qualcosa di tecnico non funziona, di solito riesco a rimediare.",
      en: "When something technical does not work, I usually get it going again.",
    }),
    statement("digcomp-5", "digcomp-5-2", {
      it: "So scegliere lo strumento digitale adatto a quello che devo fare.",
      en: "I can choose the digital tool that fits what I have to do.",
    }),
    statement("digcomp-5", "digcomp-5-3", {
      it: "Ho idee su come la tecnologia potrebbe migliorare il nostro lavoro.",
      en: "I have ideas about how technology could improve our work.",
    }),
    statement("digcomp-5", "digcomp-5-4", {
      it: "So che cosa mi conviene imparare adesso sulla tecnologia.",
      en: "I know what I should learn next about technology.",
    }),
  ],
};
