import type { Locale } from "@viceversa/core/text.ts";

type ByClass = Record<"reminders" | "questionnaires" | "management", string>;

/** What unsubscribing says, before and after. */
export interface UnsubscribeWords {
  readonly title: ByClass;
  readonly about: ByClass;
  readonly choice: ByClass;
  readonly choose: string;
  readonly send: string;
  readonly stopped: ByClass;
  readonly receipt: ByClass;
  /** Goes on with where mails are chosen, as its link says it. */
  readonly undo: string;
  readonly preferences: string;
}

export const unsubscribeWordsIn: Readonly<Record<Locale, UnsubscribeWords>> = {
  en: {
    title: {
      reminders: "Stop session reminders",
      questionnaires: "Stop questionnaire emails",
      management: "Stop weekly summaries",
    },
    about: {
      reminders:
        "You get a reminder before each session. Without it, invitations, changes and cancellations still reach you.",
      questionnaires: "You get an email when a questionnaire waits for your answers.",
      management: "Each Monday you get a summary of every programme that you run.",
    },
    choice: {
      reminders: "I want no more session reminders",
      questionnaires: "I want no more emails about questionnaires",
      management: "I want no more weekly summaries",
    },
    choose: "Please tick this box if you want no more of these emails.",
    send: "Stop them",
    stopped: {
      reminders: "Session reminders are off",
      questionnaires: "Questionnaire emails are off",
      management: "Weekly summaries are off",
    },
    receipt: {
      reminders:
        "You will get no more reminders before sessions. Invitations, changes and cancellations still reach you.",
      questionnaires: "You will get no more emails about questionnaires.",
      management: "You will get no more weekly summaries of the programmes that you run.",
    },
    undo: "Changed your mind?",
    preferences: "Choose which emails you get",
  },
  it: {
    title: {
      reminders: "Disattiva i promemoria degli incontri",
      questionnaires: "Disattiva le mail dei questionari",
      management: "Disattiva i riepiloghi settimanali",
    },
    about: {
      reminders:
        "Ricevi un promemoria prima di ogni incontro. Anche senza, inviti, modifiche e annullamenti continueranno ad arrivarti.",
      questionnaires: "Ricevi una mail quando un questionario aspetta le tue risposte.",
      management: "Ogni lunedì ricevi un riepilogo di ciascun programma che gestisci.",
    },
    choice: {
      reminders: "Non voglio più promemoria degli incontri",
      questionnaires: "Non voglio più mail sui questionari",
      management: "Non voglio più riepiloghi settimanali",
    },
    choose: "Spunta questa casella se non vuoi più queste mail.",
    send: "Disattiva",
    stopped: {
      reminders: "I promemoria degli incontri sono disattivati",
      questionnaires: "Le mail dei questionari sono disattivate",
      management: "I riepiloghi settimanali sono disattivati",
    },
    receipt: {
      reminders:
        "Non riceverai più promemoria prima degli incontri. Inviti, modifiche e annullamenti continueranno ad arrivarti.",
      questionnaires: "Non riceverai più mail sui questionari.",
      management: "Non riceverai più i riepiloghi dei programmi che gestisci.",
    },
    undo: "Hai cambiato idea?",
    preferences: "Scegli quali mail ricevere",
  },
};
