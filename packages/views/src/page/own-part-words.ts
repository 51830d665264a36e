import type { Locale } from "@viceversa/core/text.ts";
import type { OwnPartChoice } from "./own-part-fields.ts";

/** What a page says that lets somebody take a break, come back or leave. */
export interface OwnPartWords {
  readonly title: string;
  readonly hint: string;
  readonly legend: string;
  readonly choices: Record<OwnPartChoice, string>;
  readonly choose: string;
  readonly send: string;
}

export const ownPartWordsIn: Readonly<Record<Locale, OwnPartWords>> = {
  en: {
    title: "A break, or the end",
    hint: "No reason is needed. Whoever you meet is told that the sessions to come do not take place.",
    legend: "What would you like?",
    choices: {
      pause: "Take a break: no sessions until I come back",
      resume: "Come back: plan my sessions again",
      leave: "Leave the programme for good",
    },
    choose: "Choose first what you would like.",
    send: "Confirm",
  },
  it: {
    title: "Una pausa, o la fine",
    hint: "Non serve un motivo. Chi incontri viene avvisato che i prossimi incontri non si fanno.",
    legend: "Che cosa desideri?",
    choices: {
      pause: "Fare una pausa: niente incontri finché non torno",
      resume: "Riprendere: pianificate di nuovo i miei incontri",
      leave: "Lasciare il programma per sempre",
    },
    choose: "Prima scegli che cosa desideri.",
    send: "Conferma",
  },
};
