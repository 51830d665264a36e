import type { Locale } from "@viceversa/core/text.ts";

/** What "I can't make it" says. */
export interface AbsenceWords {
  readonly title: string;
  readonly session: (others: string) => string;
  readonly online: string;
  readonly choice: string;
  readonly choose: string;
  readonly reason: string;
  readonly optional: string;
  readonly reasonHint: string;
  readonly tooLong: string;
  readonly send: string;
}

export const absenceWordsIn: Readonly<Record<Locale, AbsenceWords>> = {
  en: {
    title: "I can’t make it",
    session: (others) => `Session with ${others}`,
    online: "Online",
    choice: "Cancel this session and tell everyone who was invited",
    choose: "Please tick this box if you want to cancel the session.",
    reason: "Why?",
    optional: "(optional)",
    reasonHint: "Only the others in this session read this. No need for private details.",
    tooLong: "Please write at most 4,000 characters.",
    send: "Yes, cancel the session",
  },
  it: {
    title: "Non posso esserci",
    session: (others) => `Incontro con ${others}`,
    online: "Online",
    choice: "Annulla questo incontro e avvisa le persone invitate",
    choose: "Spunta questa casella se vuoi annullare l’incontro.",
    reason: "Perché?",
    optional: "(facoltativo)",
    reasonHint: "Lo legge soltanto chi partecipa a questo incontro. Non servono dettagli privati.",
    tooLong: "Scrivi al massimo 4.000 caratteri.",
    send: "Sì, annulla l’incontro",
  },
};
