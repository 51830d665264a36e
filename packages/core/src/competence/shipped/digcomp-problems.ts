import type { Wording } from "./wording.ts";

export const problems: readonly Wording[] = [
  {
    key: "digcomp-5.1",
    title: {
      it: "Identificare e risolvere problemi tecnici",
      en: "Identifying and solving technical problems",
    },
    description: {
      it: "Capire perché un dispositivo o un programma non fa ciò che dovrebbe, e rimediare.",
      en: "Finding out why a device or a program does not do what it should, and putting it right.",
    },
    levels: {
      basic: {
        it: "Con qualcuno al telefono so riavviare un dispositivo o controllare un cavo.",
        en: "With somebody on the phone I can restart a device or check a cable.",
      },
      intermediate: {
        it: "Risolvo in autonomia i problemi di tutti i giorni, cercando il messaggio di errore o provando una cosa alla volta.",
        en: "I solve everyday problems by myself, by searching for the error message or trying one thing at a time.",
      },
      advanced: {
        it: "Trovo la causa di problemi insoliti, scelgo fra più rimedi e aiuto altre persone a uscirne.",
        en: "I find the cause of unusual problems, choose among several remedies and help others out.",
      },
      "highly-advanced": {
        it: "Risolvo problemi per cui non esiste ancora un manuale e faccio in modo che non si ripetano.",
        en: "I solve problems for which there is no manual yet and see to it that they do not come back.",
      },
    },
  },
  {
    key: "digcomp-5.2",
    title: {
      it: "Identificare bisogni e risposte tecnologiche digitali",
      en: "Identifying needs and digital technological responses",
    },
    description: {
      it: "Capire di che cosa le persone hanno bisogno e scegliere, usare o adattare la tecnologia che serve.",
      en: "Seeing what people need and choosing, using or adapting the technology that serves it.",
    },
    levels: {
      basic: {
        it: "Con un consiglio so scegliere un’app per uno scopo semplice e cambiarne la dimensione del testo.",
        en: "With advice I can pick an app for a simple purpose and change its text size.",
      },
      intermediate: {
        it: "Confronto in autonomia gli strumenti, scelgo quello adatto e lo imposto secondo i miei bisogni.",
        en: "I compare tools by myself, choose the one that fits and set it up for my needs.",
      },
      advanced: {
        it: "Valuto di che cosa ha bisogno un gruppo, accessibilità compresa, e introduco una soluzione adatta.",
        en: "I assess what a team needs, accessibility included, and introduce a fitting solution.",
      },
      "highly-advanced": {
        it: "Guido la scelta e l’adattamento di tecnologie per bisogni complessi di molte persone.",
        en: "I lead the choice and adaptation of technology for demanding needs of many people.",
      },
    },
  },
  {
    key: "digcomp-5.3",
    title: {
      it: "Identificare soluzioni creative con le tecnologie digitali",
      en: "Identifying creative solutions using digital technologies",
    },
    description: {
      it: "Usare la tecnologia con inventiva, individualmente e in gruppo, per migliorare un processo o un prodotto.",
      en: "Using technology with imagination, alone and with others, to improve a process or a product.",
    },
    levels: {
      basic: {
        it: "Con una guida so partecipare quando un gruppo raccoglie idee con uno strumento digitale.",
        en: "With guidance I can join in when a group collects ideas with a digital tool.",
      },
      intermediate: {
        it: "Miglioro in autonomia una piccola parte del mio lavoro con uno strumento che non avevo mai usato a questo scopo.",
        en: "I improve a small part of my work by myself with a tool that I had not used for it before.",
      },
      advanced: {
        it: "Provo e confronto soluzioni nuove con chi le userà e porto fino in fondo quella buona.",
        en: "I try out and compare new solutions with those who will use them and carry a good one through.",
      },
      "highly-advanced": {
        it: "Guido innovazioni che cambiano il modo in cui si realizza un prodotto o funziona un servizio.",
        en: "I lead innovations that change how a product is made or how a service works.",
      },
    },
  },
  {
    key: "digcomp-5.4",
    title: {
      it: "Identificare e affrontare i bisogni di competenza digitale",
      en: "Identifying and addressing digital competence needs",
    },
    description: {
      it: "Riconoscere ciò che ancora non si sa, tenersi al passo con le novità e aiutare altre persone a imparare.",
      en: "Seeing what one does not know yet, keeping up with what is new and helping others to learn.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so dire che cosa non so ancora fare e trovare un corso o una persona da cui impararlo.",
        en: "With help I can name what I cannot do yet and find a course or a person to learn it from.",
      },
      intermediate: {
        it: "Seguo in autonomia ciò che cambia nel mio campo e imparo quello che mi manca.",
        en: "I follow what changes in my field by myself and learn what I lack.",
      },
      advanced: {
        it: "Valuto che cosa significano le nuove tecnologie per il mio lavoro e aiuto altre persone a imparare a modo loro.",
        en: "I judge what new technology means for my work and help others to learn in their own way.",
      },
      "highly-advanced": {
        it: "Pianifico come un’organizzazione riconosce i propri bisogni e impara, e adatto il piano al cambiare della tecnologia.",
        en: "I plan how an organisation recognises its needs and learns, and adapt the plan as technology moves on.",
      },
    },
  },
];
