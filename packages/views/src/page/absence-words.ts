import type { Locale } from "@viceversa/core/text.ts";

/** What "I can't make it" says. */
export interface AbsenceWords {
  readonly title: string;
  readonly session: (others: string) => string;
  readonly online: string;
  readonly own: (date: string) => string;
  readonly reply: string;
  readonly question: string;
  readonly callOff: string;
  /** Where the others meet all the same. */
  readonly stayAway: string;
  readonly stayAwayHint: string;
  readonly reason: string;
  readonly optional: string;
  readonly reasonHint: string;
  readonly propose: string;
  readonly proposeHint: string;
  readonly faults: Record<"choose" | "tooLong" | "impossible", string>;
  readonly send: string;
}

export const absenceWordsIn: Readonly<Record<Locale, AbsenceWords>> = {
  en: {
    title: "I can’t make it",
    session: (others) => `Session with ${others}`,
    online: "Online",
    own: (date) => `You have proposed ${date}. Until that is accepted, the session stays as it is.`,
    reply: "Answer the proposal",
    question: "What would you like to do?",
    callOff: "Cancel this session and tell everyone who was invited",
    stayAway: "I’m not coming this time",
    stayAwayHint: "The others meet without you. An email takes the session out of your calendar.",
    reason: "Why?",
    optional: "(optional)",
    reasonHint: "Only the others in this session read this. No need for private details.",
    propose: "Propose another time",
    proposeHint: "The session stays as it is until your proposal is accepted.",
    faults: {
      choose: "Please choose one of the two.",
      tooLong: "Please write at most 4,000 characters.",
      impossible: "Please give a day and a time in the future.",
    },
    send: "Send",
  },
  it: {
    title: "Non posso esserci",
    session: (others) => `Incontro con ${others}`,
    online: "Online",
    own: (date) => `Hai proposto ${date}. Finché la proposta non viene accettata, l’incontro resta com’è.`,
    reply: "Rispondi alla proposta",
    question: "Che cosa preferisci?",
    callOff: "Annullare questo incontro e avvisare le persone invitate",
    stayAway: "Stavolta non ci sarò",
    stayAwayHint: "Il gruppo si incontra senza di te. Una mail toglie l’incontro dal tuo calendario.",
    reason: "Perché?",
    optional: "(facoltativo)",
    reasonHint: "Lo legge soltanto chi partecipa a questo incontro. Non servono dettagli privati.",
    propose: "Proporre un altro orario",
    proposeHint: "Finché la proposta non viene accettata, l’incontro resta com’è.",
    faults: {
      choose: "Scegli una delle due risposte.",
      tooLong: "Scrivi al massimo 4.000 caratteri.",
      impossible: "Indica un giorno e un’ora che devono ancora venire.",
    },
    send: "Invia",
  },
};
