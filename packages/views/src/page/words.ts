import type { Locale } from "@viceversa/core/text.ts";

/** All that pages say, by language. */
export interface PageWords {
  readonly contact: (name: string) => string;
  readonly privacyTitle: string;
  readonly privacyNotice: (organisation: string) => string;
  readonly questionnaire: {
    readonly modes: Record<"anonymous" | "confidential", string> & {
      readonly attributed: (reader: string) => string;
    };
    readonly openUntil: (date: string) => string;
    readonly comment: string;
    readonly missing: (count: number) => string;
    readonly foreign: string;
    readonly faults: Record<"missing" | "impossible" | "too-long", string>;
    readonly send: string;
  };
  readonly absence: {
    readonly title: string;
    readonly about: (date: string) => string;
    readonly choice: string;
    readonly choose: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly send: string;
    readonly tooLong: string;
  };
  readonly unsubscribe: {
    readonly title: string;
    readonly about: Record<"reminders" | "questionnaires", string>;
    readonly choice: string;
    readonly choose: string;
    readonly send: string;
  };
  readonly states: Record<PageState, readonly [title: string, text: string]>;
}

/** What a link leads to when there is nothing to do. */
export type PageState =
  | "answered"
  | "questionnaire-closed"
  | "called-off"
  | "session-over"
  | "unsubscribed"
  | "unknown"
  | "broken";

const english: PageWords = {
  contact: (name) => `Questions? Write to ${name}`,
  privacyTitle: "Privacy",
  privacyNotice: (organisation) =>
    `${organisation} uses what you enter here only to run and improve its mentoring programme. You can ask to see your data or to have it erased, and you can complain to your data protection authority.`,
  questionnaire: {
    modes: {
      anonymous:
        "Your answers are anonymous: they are stored without your name and without the time, and nobody can tell that they are yours.",
      confidential:
        "Your answers are confidential: they are only ever shown together with those of others, never one by one.",
      attributed: (reader) =>
        `Your answers carry your name: ${reader} reads them once the questionnaire has closed, and nobody else.`,
    },
    openUntil: (date) => `Open until ${date}.`,
    comment: "Optional",
    missing: (count) =>
      count === 1
        ? "One answer is still missing or does not fit."
        : `${count} answers are still missing or do not fit.`,
    foreign: "This form held an answer to something that is not asked here. Please send your answers again.",
    faults: {
      missing: "Please choose an answer.",
      impossible: "Please choose one of the answers.",
      "too-long": "Please write at most 2,000 characters.",
    },
    send: "Send my answers",
  },
  absence: {
    title: "I can’t make it",
    about: (date) => `Session on ${date}`,
    choice: "Call this session off and tell everyone",
    choose: "Please tick the box if you want to call the session off.",
    reason: "Why? (optional)",
    reasonHint: "Only the person you were to meet reads this.",
    send: "Call it off",
    tooLong: "Please write at most 4,000 characters.",
  },
  unsubscribe: {
    title: "Stop these mails",
    about: {
      reminders: "You get a reminder before each session. Invitations and cancellations still reach you.",
      questionnaires: "You get a mail when a questionnaire waits for your answers.",
    },
    choice: "I do not want these mails any more",
    choose: "Please tick the box if you want no more of these mails.",
    send: "Save",
  },
  states: {
    answered: ["Thank you", "Your answers have arrived. You can close this page."],
    "questionnaire-closed": [
      "This questionnaire is closed",
      "It takes no more answers. Thank you for looking in.",
    ],
    "called-off": [
      "This session is called off",
      "Everyone who was invited gets a mail. There is nothing left to do.",
    ],
    "session-over": ["This session is over", "There is nothing left to call off."],
    unsubscribed: ["Done", "You get no more of these mails."],
    unknown: [
      "This link leads nowhere",
      "Perhaps it was cut off on its way. Open it again from the mail, or write to us.",
    ],
    broken: ["Something broke on our side", "Nothing was lost. Please try again in a minute."],
  },
};

const italian: PageWords = {
  contact: (name) => `Domande? Scrivi a ${name}`,
  privacyTitle: "Privacy",
  privacyNotice: (organisation) =>
    `${organisation} usa ciò che inserisci qui soltanto per gestire e migliorare il proprio programma di mentoring. Puoi chiedere di vedere o cancellare i tuoi dati e puoi rivolgerti al Garante per la protezione dei dati personali.`,
  questionnaire: {
    modes: {
      anonymous:
        "Le tue risposte sono anonime: vengono salvate senza nome e senza orario, e nessuno può sapere che sono tue.",
      confidential:
        "Le tue risposte sono riservate: vengono mostrate soltanto insieme a quelle di altri, mai una per una.",
      attributed: (reader) =>
        `Le tue risposte portano il tuo nome: le legge ${reader} quando il questionario si chiude, e nessun altro.`,
    },
    openUntil: (date) => `Aperto fino a ${date}.`,
    comment: "Facoltativo",
    missing: (count) =>
      count === 1
        ? "Una risposta manca ancora o non va bene."
        : `${count} risposte mancano ancora o non vanno bene.`,
    foreign: "Il modulo conteneva una risposta a qualcosa che qui non si chiede. Invia di nuovo le risposte.",
    faults: {
      missing: "Scegli una risposta.",
      impossible: "Scegli una delle risposte.",
      "too-long": "Scrivi al massimo 2.000 caratteri.",
    },
    send: "Invia le risposte",
  },
  absence: {
    title: "Non posso esserci",
    about: (date) => `Incontro di ${date}`,
    choice: "Annulla questo incontro e avvisa tutti",
    choose: "Spunta la casella se vuoi annullare l’incontro.",
    reason: "Perché? (facoltativo)",
    reasonHint: "Lo legge soltanto la persona che dovevi incontrare.",
    send: "Annulla l’incontro",
    tooLong: "Scrivi al massimo 4.000 caratteri.",
  },
  unsubscribe: {
    title: "Non ricevere più queste mail",
    about: {
      reminders:
        "Ricevi un promemoria prima di ogni incontro. Inviti e annullamenti continueranno ad arrivarti.",
      questionnaires: "Ricevi una mail quando un questionario aspetta le tue risposte.",
    },
    choice: "Non voglio più ricevere queste mail",
    choose: "Spunta la casella se non vuoi più queste mail.",
    send: "Salva",
  },
  states: {
    answered: ["Grazie", "Le tue risposte sono arrivate. Puoi chiudere questa pagina."],
    "questionnaire-closed": ["Questo questionario è chiuso", "Non accetta più risposte. Grazie comunque."],
    "called-off": ["L’incontro è annullato", "Chi era invitato riceve una mail. Non c’è altro da fare."],
    "session-over": ["L’incontro è già passato", "Non c’è più nulla da annullare."],
    unsubscribed: ["Fatto", "Non riceverai più queste mail."],
    unknown: [
      "Questo link non porta da nessuna parte",
      "Forse si è interrotto. Riaprilo dalla mail, o scrivici.",
    ],
    broken: ["Qualcosa si è rotto da noi", "Non è andato perso nulla. Riprova tra un minuto."],
  },
};

export const pageWordsIn: Readonly<Record<Locale, PageWords>> = { en: english, it: italian };
