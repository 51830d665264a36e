import type { Wording } from "./wording.ts";

export const content: readonly Wording[] = [
  {
    key: "digcomp-3.1",
    title: { it: "Sviluppare contenuti digitali", en: "Developing digital content" },
    description: {
      it: "Creare e modificare testi, immagini, video e altro per esprimersi con mezzi digitali.",
      en: "Creating and editing texts, images, video and more, to express oneself by digital means.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so scrivere un breve testo o ritagliare una foto.",
        en: "With help I can write a short text or crop a photo.",
      },
      intermediate: {
        it: "Realizzo in autonomia documenti, presentazioni e brevi video, anche con l’IA generativa.",
        en: "I make documents, slides and short videos by myself, also with generative AI.",
      },
      advanced: {
        it: "Scelgo formato e strumento per ogni scopo, rendo i contenuti accessibili e do riscontri su quelli altrui.",
        en: "I choose format and tool for each purpose, make content accessible and give others feedback on theirs.",
      },
      "highly-advanced": {
        it: "Guido la creazione di contenuti complessi e introduco forme e strumenti nuovi.",
        en: "I lead the creation of demanding content and bring in new forms and tools.",
      },
    },
  },
  {
    key: "digcomp-3.2",
    title: {
      it: "Integrare e rielaborare contenuti digitali",
      en: "Integrating and re-elaborating digital content",
    },
    description: {
      it: "Ricavare da contenuti e conoscenze esistenti qualcosa di nuovo e originale.",
      en: "Making something new and original out of existing content and knowledge.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so cambiare qualche parola o un’immagine in un modello già pronto.",
        en: "With help I can change a few words or a picture in a ready-made template.",
      },
      intermediate: {
        it: "Combino in autonomia parti di più documenti e le adatto a un nuovo scopo.",
        en: "I combine parts of several documents by myself and adapt them to a new purpose.",
      },
      advanced: {
        it: "Trasformo materiali di ogni tipo, compresi i contenuti generati, in qualcosa di mio e guido altre persone nel farlo.",
        en: "I turn material of many kinds, generated content included, into something of my own and guide others in it.",
      },
      "highly-advanced": {
        it: "Sviluppo metodi con cui i gruppi riusano, arricchiscono e rinnovano i loro contenuti.",
        en: "I develop methods by which teams reuse, enrich and renew their content.",
      },
    },
  },
  {
    key: "digcomp-3.3",
    title: { it: "Copyright e licenze", en: "Copyright and licences" },
    description: {
      it: "Sapere che cosa si può usare, come va citato e come tutelare il proprio lavoro.",
      en: "Knowing what may be used, how it must be credited and how to protect one’s own work.",
    },
    levels: {
      basic: {
        it: "So che non posso usare un’immagine qualunque e, nel dubbio, chiedo.",
        en: "I know that I may not use just any picture, and ask when in doubt.",
      },
      intermediate: {
        it: "Trovo in autonomia contenuti che posso usare, leggo le licenze semplici e cito correttamente.",
        en: "By myself I find content that I may use, read simple licences and credit my sources properly.",
      },
      advanced: {
        it: "Valuto i casi meno ovvi, come i contenuti generati o l’open source, e consiglio chi lavora con me.",
        en: "I judge less obvious cases, such as generated content or open source, and advise colleagues.",
      },
      "highly-advanced": {
        it: "Stabilisco le regole su diritti e licenze di un’organizzazione e risolvo le controversie insieme all’ufficio legale.",
        en: "I set an organisation’s rules on rights and licences and settle disputes together with its lawyers.",
      },
    },
  },
  {
    key: "digcomp-3.4",
    title: { it: "Pensiero computazionale e programmazione", en: "Computational thinking and programming" },
    description: {
      it: "Scomporre un problema in passi e dare a un computer le istruzioni che lo risolvono.",
      en: "Breaking a problem into steps and giving a computer the instructions that solve it.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so seguire una sequenza di istruzioni e modificarne una piccola parte.",
        en: "With help I can follow a sequence of instructions and change a small part of it.",
      },
      intermediate: {
        it: "Automatizzo in autonomia un’attività ricorrente, con una formula, una macro o uno strumento no-code.",
        en: "I automate a recurring task by myself, with a formula, a macro or a no-code tool.",
      },
      advanced: {
        it: "Scompongo problemi complessi, scrivo programmi o li faccio scrivere a un’IA, li verifico e li spiego.",
        en: "I break complex problems down, write programs or have an AI write them, test them and explain them.",
      },
      "highly-advanced": {
        it: "Progetto software o processi automatici per problemi impegnativi e guido chi li realizza.",
        en: "I design software or automated processes for demanding problems and lead those who build them.",
      },
    },
  },
];
