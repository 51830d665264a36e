import type { Locale } from "@viceversa/core/text.ts";

type ByClass = Record<"reminders" | "questionnaires" | "overviews", string>;

/** What unsubscribing says, before and after. */
export interface UnsubscribeWords {
  readonly title: ByClass;
  readonly about: ByClass;
  readonly choice: ByClass;
  readonly choose: string;
  readonly send: string;
  readonly stopped: ByClass;
  readonly receipt: ByClass;
  /** Goes on with a human to write to. */
  readonly undo: string;
}

export const unsubscribeWordsIn: Readonly<Record<Locale, UnsubscribeWords>> = {
  en: {
    title: {
      reminders: "Stop session reminders",
      questionnaires: "Stop questionnaire mails",
      overviews: "Stop weekly overviews",
    },
    about: {
      reminders:
        "You get a reminder before each session. Without it, invitations, changes and cancellations still reach you.",
      questionnaires: "You get a mail when a questionnaire waits for your answers.",
      overviews: "You get an overview of each programme that you run, every week.",
    },
    choice: {
      reminders: "I want no more session reminders",
      questionnaires: "I want no more mails about questionnaires",
      overviews: "I want no more weekly overviews",
    },
    choose: "Please tick this box if you want no more of these mails.",
    send: "Stop them",
    stopped: {
      reminders: "Session reminders are off",
      questionnaires: "Questionnaire mails are off",
      overviews: "Weekly overviews are off",
    },
    receipt: {
      reminders:
        "You get no more reminders before sessions. Invitations, changes and cancellations still reach you.",
      questionnaires: "You get no more mails about questionnaires.",
      overviews: "You get no more weekly overviews.",
    },
    undo: "Changed your mind? Write to",
  },
  it: {
    title: {
      reminders: "Disattiva i promemoria degli incontri",
      questionnaires: "Disattiva le mail dei questionari",
      overviews: "Disattiva i riepiloghi settimanali",
    },
    about: {
      reminders:
        "Ricevi un promemoria prima di ogni incontro. Anche senza, inviti, modifiche e annullamenti continueranno ad arrivarti.",
      questionnaires: "Ricevi una mail quando un questionario aspetta le tue risposte.",
      overviews: "Ogni settimana ricevi un riepilogo di ciascun programma che gestisci.",
    },
    choice: {
      reminders: "Non voglio più promemoria degli incontri",
      questionnaires: "Non voglio più mail sui questionari",
      overviews: "Non voglio più riepiloghi settimanali",
    },
    choose: "Spunta questa casella se non vuoi più queste mail.",
    send: "Disattiva",
    stopped: {
      reminders: "I promemoria degli incontri sono disattivati",
      questionnaires: "Le mail dei questionari sono disattivate",
      overviews: "I riepiloghi settimanali sono disattivati",
    },
    receipt: {
      reminders:
        "Non riceverai più promemoria prima degli incontri. Inviti, modifiche e annullamenti continueranno ad arrivarti.",
      questionnaires: "Non riceverai più mail sui questionari.",
      overviews: "Non riceverai più riepiloghi settimanali.",
    },
    undo: "Hai cambiato idea? Scrivi a",
  },
};
