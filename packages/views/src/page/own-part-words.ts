import type { Locale } from "@viceversa/core/text.ts";
import type { OwnPartChoice } from "@viceversa/core/workflow/opened-participation.ts";

/** How the choice is called, what is to know before it, and what each one means. */
interface Face {
  readonly title: string;
  readonly hint: string;
  readonly choices: Partial<Record<OwnPartChoice, string>>;
}

/** What a page says that lets somebody take a break, come back or leave. */
export interface OwnPartWords {
  /** By how she stands: she waits for an answer, is in, or takes a break. */
  readonly faces: Record<"applied" | "takingPart" | "resting", Face>;
  readonly legend: string;
  readonly choose: string;
  readonly send: string;
}

export const ownPartWordsIn: Readonly<Record<Locale, OwnPartWords>> = {
  en: {
    faces: {
      applied: {
        title: "Changed your mind?",
        hint: "No reason is needed.",
        choices: { withdrawn: "Withdraw my application" },
      },
      takingPart: {
        title: "Take a break, or leave",
        hint: "No reason is needed. If sessions are planned, we tell whoever you meet that they do not take place.",
        choices: {
          paused: "Take a break: no sessions until I come back",
          withdrawn: "Leave the programme for good",
        },
      },
      resting: {
        title: "Come back, or leave",
        hint: "Come back whenever you like. No reason is needed, whatever you decide.",
        choices: {
          resumed: "Come back, and go on where I left off",
          withdrawn: "Leave the programme for good",
        },
      },
    },
    legend: "What would you like?",
    choose: "Choose first what you would like.",
    send: "Confirm",
  },
  it: {
    faces: {
      applied: {
        title: "Hai cambiato idea?",
        hint: "Non serve un motivo.",
        choices: { withdrawn: "Ritirare la mia candidatura" },
      },
      takingPart: {
        title: "Fare una pausa, o lasciare",
        hint: "Non serve un motivo. Se ci sono incontri in programma, avvisiamo noi chi incontri che non si fanno.",
        choices: {
          paused: "Fare una pausa: niente incontri finché non torno",
          withdrawn: "Lasciare il programma per sempre",
        },
      },
      resting: {
        title: "Riprendere, o lasciare",
        hint: "Riprendi quando vuoi. Non serve un motivo, qualunque cosa tu decida.",
        choices: {
          resumed: "Riprendere da dove ero",
          withdrawn: "Lasciare il programma per sempre",
        },
      },
    },
    legend: "Che cosa desideri?",
    choose: "Prima scegli che cosa desideri.",
    send: "Conferma",
  },
};
