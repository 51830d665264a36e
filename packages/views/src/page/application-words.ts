import type { Locale } from "@viceversa/core/text.ts";
import type { ApplicationFault, DayPart } from "./application-fields.ts";

/** What the page behind an invitation to a programme says. */
export interface ApplicationWords {
  readonly title: (programme: string) => string;
  readonly about: string;
  readonly role: Record<"teaches" | "learns" | "both", string>;
  readonly invitedBy: (names: string, count: number) => string;
  readonly objectives: string;
  /** Goes on with a link to the choice. */
  readonly voluntary: string;
  readonly decline: string;
  readonly offers: { readonly title: string; readonly hint: string };
  readonly wants: {
    readonly title: string;
    readonly hint: string;
    readonly now: string;
    readonly goal: string;
    readonly priority: string;
    readonly priorities: readonly [first: string, second: string, third: string];
  };
  readonly whoReadsLevels: string;
  readonly levels: string;
  readonly none: string;
  readonly languages: string;
  readonly free: { readonly title: string; readonly hint: (zone: string) => string };
  readonly weekday: string;
  readonly parts: Record<DayPart, readonly [name: string, hours: string]>;
  readonly interests: { readonly title: string; readonly hint: string };
  readonly venue: Record<"place" | "link" | "either", { readonly title: string; readonly hint: string }>;
  readonly motivation: { readonly title: string; readonly hint: string };
  readonly optional: string;
  readonly avoid: {
    readonly title: string;
    readonly hint: string;
    readonly email: (at: number) => string;
    readonly reason: string;
  };
  readonly choice: { readonly title: string; readonly yes: string; readonly no: string };
  readonly send: string;
  readonly faulty: (count: number) => string;
  readonly kept: string;
  readonly faults: Record<ApplicationFault, string>;
}

const english: ApplicationWords = {
  title: (programme) => `Your invitation to “${programme}”`,
  about:
    "In reverse mentoring younger colleagues teach and senior ones learn: digital tools, new media, new ways of working. In return the younger ones see close up how an organisation is led.",
  role: {
    teaches: "You are invited as a mentor: you will be the one who teaches.",
    learns: "You are invited as a mentee: you will be the one who learns.",
    both: "You are invited to teach and to learn.",
  },
  invitedBy: (names) => `The invitation comes from ${names}.`,
  objectives: "What the programme is for",
  voluntary:
    "Taking part is your own choice, and the form takes about five minutes. You would rather not? No reason is needed:",
  decline: "go to the end and say no",
  offers: {
    title: "What you can teach",
    hint: "Open an area and choose your level; leave a dash where it is not for you. One is enough, twelve at most.",
  },
  wants: {
    title: "What you want to learn",
    hint: "Open an area and choose your goal where something interests you. One is enough, twelve at most.",
    now: "I am at",
    goal: "My goal",
    priority: "Importance",
    priorities: ["high", "medium", "low"],
  },
  whoReadsLevels:
    "Whoever runs the programme uses this to find you the right person, who will see the topics only and never the levels.",
  levels: "What the levels mean",
  none: "–",
  languages: "Languages that you can meet in",
  free: {
    title: "When you can meet, in a typical week",
    hint: (zone) => `Time zone: ${zone}.`,
  },
  weekday: "Day",
  parts: {
    morning: ["Morning", "9–12"],
    midday: ["Midday", "12–14"],
    afternoon: ["Afternoon", "14–18"],
  },
  interests: {
    title: "What else you like to talk about",
    hint: "Ten things at most, with commas between them.",
  },
  venue: {
    link: { title: "Your own meeting link", hint: "An address that begins with https://" },
    place: { title: "Where you like to meet", hint: "A room, a café, the canteen." },
    either: {
      title: "Where you like to meet, or your own meeting link",
      hint: "A place, or an address that begins with https://",
    },
  },
  motivation: { title: "Why you want to take part", hint: "Whoever runs the programme reads it." },
  optional: "(optional)",
  avoid: {
    title: "Is there somebody whom you would rather not meet?",
    hint: "Give up to three email addresses. Nobody in the programme reads them, nor the reasons, not even whoever runs it: only the administrators of the system can.",
    email: (at) => `Email address ${at}`,
    reason: "Reason",
  },
  choice: { title: "Your answer", yes: "I want to take part", no: "No, thank you" },
  send: "Send",
  faulty: (count) => (count === 1 ? "One thing still needs a look." : `${count} things still need a look.`),
  kept: "What you filled in is kept.",
  faults: {
    choose: "Please say whether you want to take part.",
    noOffer: "Please choose at least one thing that you can teach.",
    noWish: "Please choose at least one thing that you want to learn.",
    tooMany: "Please choose twelve at most: those that matter most.",
    noGoal: "Please choose a goal too, or set the level back to the dash.",
    noStep: "Please choose a goal above the level that you are at.",
    impossible: "Please choose one of these.",
    tooManyInterests: "Please name ten things at most.",
    tooLong: "Please shorten this, and leave out unusual signs.",
    noLink: "Please give a whole address that begins with https://, or leave this empty.",
    noEmail: "Please give an address like anna.rossi@example.com, or leave this empty.",
    unknownEmail: "We find nobody with this address. Is it the one at work? Otherwise leave this empty.",
    ownEmail: "This is your own address.",
  },
};

const italian: ApplicationWords = {
  title: (programme) => `Il tuo invito a «${programme}»`,
  about:
    "Nel reverse mentoring le persone più giovani insegnano e quelle con più esperienza imparano: strumenti digitali, nuovi media, nuovi modi di lavorare. In cambio, chi è più giovane scopre da vicino come si guida un’organizzazione.",
  role: {
    teaches: "Ti invitiamo come mentor: sarai tu a insegnare.",
    learns: "Ti invitiamo come mentee: sarai tu a imparare.",
    both: "Ti invitiamo a insegnare e a imparare.",
  },
  invitedBy: (names, count) => (count === 1 ? `Ti invita ${names}.` : `Ti invitano ${names}.`),
  objectives: "A che cosa serve il programma",
  voluntary:
    "Partecipare è una tua scelta e il modulo richiede circa cinque minuti. Preferisci di no? Non serve un motivo:",
  decline: "vai in fondo e rispondi di no",
  offers: {
    title: "Che cosa puoi insegnare",
    hint: "Apri un’area e scegli il tuo livello; lascia il trattino dove non fa per te. Ne basta una, al massimo dodici.",
  },
  wants: {
    title: "Che cosa vuoi imparare",
    hint: "Apri un’area e scegli il tuo obiettivo dove qualcosa ti interessa. Ne basta una, al massimo dodici.",
    now: "Parto da",
    goal: "Obiettivo",
    priority: "Importanza",
    priorities: ["alta", "media", "bassa"],
  },
  whoReadsLevels:
    "Chi gestisce il programma se ne serve per trovarti la persona giusta, che vedrà soltanto gli argomenti e mai i livelli.",
  levels: "Che cosa significano i livelli",
  none: "–",
  languages: "In quali lingue puoi fare gli incontri",
  free: {
    title: "Quando puoi, in una settimana normale",
    hint: (zone) => `Fuso orario: ${zone}.`,
  },
  weekday: "Giorno",
  parts: {
    morning: ["Mattina", "9–12"],
    midday: ["Pranzo", "12–14"],
    afternoon: ["Pomeriggio", "14–18"],
  },
  interests: {
    title: "Di che altro parli volentieri",
    hint: "Al massimo dieci cose, separate da virgole.",
  },
  venue: {
    link: { title: "Il tuo link per gli incontri", hint: "Un indirizzo che inizia con https://" },
    place: { title: "Dove ti piace fare gli incontri", hint: "Una sala, un bar, la mensa." },
    either: {
      title: "Dove ti piace fare gli incontri, o il tuo link",
      hint: "Un luogo, oppure un indirizzo che inizia con https://",
    },
  },
  motivation: { title: "Perché vuoi partecipare", hint: "Lo legge chi gestisce il programma." },
  optional: "(facoltativo)",
  avoid: {
    title: "C’è una persona che preferisci non incontrare?",
    hint: "Indica fino a tre indirizzi e-mail. Nel programma non li legge nessuno, e nemmeno i motivi, neppure chi lo gestisce: può farlo soltanto chi amministra il sistema.",
    email: (at) => `Indirizzo e-mail ${at}`,
    reason: "Motivo",
  },
  choice: { title: "La tua risposta", yes: "Voglio partecipare", no: "No, grazie" },
  send: "Invia",
  faulty: (count) =>
    count === 1 ? "Una cosa è ancora da sistemare." : `${count} cose sono ancora da sistemare.`,
  kept: "Quello che hai già compilato resta.",
  faults: {
    choose: "Scegli se vuoi partecipare.",
    noOffer: "Scegli almeno una cosa che puoi insegnare.",
    noWish: "Scegli almeno una cosa che vuoi imparare.",
    tooMany: "Scegline al massimo dodici: quelle che contano di più.",
    noGoal: "Scegli anche l’obiettivo, oppure rimetti il livello sul trattino.",
    noStep: "Scegli un obiettivo più alto del livello da cui parti.",
    impossible: "Scegli una di queste risposte.",
    tooManyInterests: "Indica al massimo dieci cose.",
    tooLong: "Accorcia questo testo ed evita segni insoliti.",
    noLink: "Scrivi un indirizzo completo che inizia con https://, oppure lascia vuoto.",
    noEmail: "Scrivi un indirizzo come anna.rossi@example.com, oppure lascia vuoto.",
    unknownEmail: "Non troviamo nessuno con questo indirizzo. È quello di lavoro? Altrimenti lascia vuoto.",
    ownEmail: "Questo è il tuo indirizzo.",
  },
};

export const applicationWordsIn: Readonly<Record<Locale, ApplicationWords>> = { en: english, it: italian };
