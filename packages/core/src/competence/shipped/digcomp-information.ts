import type { Wording } from "./wording.ts";

export const information: readonly Wording[] = [
  {
    key: "digcomp-1.1",
    title: {
      it: "Navigare, ricercare e filtrare le informazioni",
      en: "Browsing, searching and filtering information",
    },
    description: {
      it: "Sapere che cosa si cerca, dove cercarlo e come distinguere un risultato utile da tutto il resto.",
      en: "Knowing what one is looking for, where to look for it and how to tell a useful result from the rest.",
    },
    levels: {
      basic: {
        it: "Con un suggerimento so cercare una parola o una frase e aprire ciò che sembra giusto.",
        en: "With a hint I can search for a word or a phrase and open what looks right.",
      },
      intermediate: {
        it: "Trovo in autonomia quello che mi serve: scelgo le parole, uso i filtri e riprovo se la prima ricerca non basta.",
        en: "I find what I need by myself: I choose my words, use filters and try again when the first search fails.",
      },
      advanced: {
        it: "Scelgo lo strumento adatto a ogni ricerca, dalle banche dati agli assistenti di IA, e mostro ad altre persone come cercare bene.",
        en: "I choose the right tool for each search, from databases to AI assistants, and show others how to search well.",
      },
      "highly-advanced": {
        it: "Organizzo il modo di cercare di un intero gruppo, anche quando le fonti sono sparse o difficili da raggiungere.",
        en: "I organise how a whole team searches, also where sources are scattered or hard to reach.",
      },
    },
  },
  {
    key: "digcomp-1.2",
    title: { it: "Valutare le informazioni", en: "Evaluating information" },
    description: {
      it: "Giudicare se una fonte e ciò che dice sono affidabili, e come quel contenuto è nato.",
      en: "Judging whether a source and what it says can be trusted, and how it came about.",
    },
    levels: {
      basic: {
        it: "Se qualcuno me lo fa notare, riconosco chi ha scritto una pagina e se si tratta di pubblicità.",
        en: "When somebody points it out to me, I see who wrote a page and whether it is advertising.",
      },
      intermediate: {
        it: "Confronto più fonti prima di fidarmi di una notizia, di un dato o della risposta di un’IA.",
        en: "I compare several sources before I rely on a piece of news, a figure or an answer of an AI.",
      },
      advanced: {
        it: "Riconosco pregiudizi, immagini manipolate e citazioni inventate, e spiego ad altre persone come ci arrivo.",
        en: "I recognise bias, manipulated images and invented quotations, and explain to others how I found out.",
      },
      "highly-advanced": {
        it: "Definisco come la mia organizzazione verifica fonti e contenuti generati, e risolvo i casi difficili.",
        en: "I define how my organisation checks sources and generated content, and settle difficult cases.",
      },
    },
  },
  {
    key: "digcomp-1.3",
    title: { it: "Gestire le informazioni", en: "Managing information" },
    description: {
      it: "Tenere informazioni e dati in un ordine che permetta di ritrovarli, usarli e analizzarli.",
      en: "Keeping information and data in such order that they can be found, used and analysed.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so salvare un file in una cartella e ritrovarlo.",
        en: "With help I can save a file in a folder and find it again.",
      },
      intermediate: {
        it: "Tengo in ordine file e dati in autonomia e ricavo risposte semplici da un foglio di calcolo.",
        en: "I keep my files and data in order by myself and draw simple answers from a spreadsheet.",
      },
      advanced: {
        it: "Unisco dati di fonti diverse, li ripulisco, li analizzo e aiuto chi lavora con me a fare lo stesso.",
        en: "I combine data from several sources, clean them up, analyse them and help colleagues do the same.",
      },
      "highly-advanced": {
        it: "Progetto il modo in cui un reparto raccoglie, collega e valuta i propri dati, fino ai flussi automatici.",
        en: "I design how a department collects, links and evaluates its data, up to automatic flows.",
      },
    },
  },
];
