import type { Locale } from "@viceversa/core/text.ts";
import type { NextStep, Standing } from "@viceversa/core/workflow/opened-participation.ts";

/** A title and what is to know; both name the programme. */
type Face = readonly [title: (programme: string) => string, text: string];

/** What a page says about how somebody stands with a programme. */
export interface ParticipationWords {
  readonly faces: Record<Standing, Face>;
  /** Where she goes on, as a link says it. */
  readonly next: Record<NextStep["purpose"], string>;
  /** Goes on with a human to write to. */
  readonly changedMind: string;
}

const english: ParticipationWords = {
  faces: {
    invited: [
      (programme) => `You are invited to “${programme}”`,
      "You have not said yet whether you take part.",
    ],
    applied: [
      (programme) => `Your application to “${programme}” has arrived`,
      "Thank you. Whoever runs the programme is looking at it, and you will get an email as soon as there is a decision.",
    ],
    approved: [
      (programme) => `You are in: “${programme}”`,
      "Welcome. Once you are prepared, we will look for the right person for you.",
    ],
    prepared: [
      (programme) => `You are ready for “${programme}”`,
      "You will get an email as soon as we have found the right person for you.",
    ],
    active: [(programme) => `You are taking part in “${programme}”`, "Your sessions have begun."],
    paused: [
      (programme) => `You are taking a break from “${programme}”`,
      "No session is planned for you until you come back.",
    ],
    finished: [(programme) => `You have completed “${programme}”`, "Thank you for taking part."],
    declined: [
      (programme) => `You are not taking part in “${programme}”`,
      "Thank you for telling us. You will get no more emails about it.",
    ],
    refused: [
      (programme) => `No place in “${programme}” this time`,
      "Thank you for your interest. You will get no more emails about it.",
    ],
    withdrawn: [
      (programme) => `You have left “${programme}”`,
      "Thank you for your time and interest. If sessions were planned, they are cancelled, and you will get no more emails about it.",
    ],
    over: [(programme) => `“${programme}” has ended`, "There is nothing left to do here."],
    "called-off": [
      (programme) => `“${programme}” does not take place`,
      "It has been called off. There is nothing left to do here.",
    ],
  },
  next: {
    apply: "Look at the invitation and decide",
    prepare: "Get ready",
    "my-programme": "Go to my programme",
  },
  changedMind: "Changed your mind? Write to",
};

const italian: ParticipationWords = {
  faces: {
    invited: [
      (programme) => `Hai un invito a «${programme}»`,
      "Non ci hai ancora detto se vuoi partecipare.",
    ],
    applied: [
      (programme) => `La tua candidatura a «${programme}» è arrivata`,
      "Grazie. La esamina chi gestisce il programma: appena c’è una decisione ricevi una mail.",
    ],
    approved: [
      (programme) => `Fai parte di «${programme}»`,
      "Ti diamo il benvenuto. Dopo la preparazione cercheremo la persona giusta per te.",
    ],
    prepared: [
      (programme) => `È tutto a posto per «${programme}»`,
      "Appena avremo trovato la persona giusta per te riceverai una mail.",
    ],
    active: [(programme) => `Partecipi a «${programme}»`, "I tuoi incontri sono iniziati."],
    paused: [
      (programme) => `Sei in pausa da «${programme}»`,
      "Finché non riprendi, per te non è in programma nessun incontro.",
    ],
    finished: [(programme) => `Hai completato «${programme}»`, "Grazie della tua partecipazione."],
    declined: [
      (programme) => `Non partecipi a «${programme}»`,
      "Grazie di avercelo detto. Non riceverai altre mail su questo programma.",
    ],
    refused: [
      (programme) => `Questa volta non c’è posto in «${programme}»`,
      "Grazie del tuo interesse. Non riceverai altre mail su questo programma.",
    ],
    withdrawn: [
      (programme) => `Non fai più parte di «${programme}»`,
      "Grazie del tempo che ci hai dedicato. Se avevi incontri in programma sono annullati, e non riceverai altre mail su questo programma.",
    ],
    over: [(programme) => `«${programme}» si è concluso`, "Qui non resta altro da fare."],
    "called-off": [
      (programme) => `«${programme}» non si tiene`,
      "È stato annullato. Qui non resta altro da fare.",
    ],
  },
  next: {
    apply: "Guarda l’invito e decidi",
    prepare: "Preparati ora",
    "my-programme": "Vai al mio programma",
  },
  changedMind: "Hai cambiato idea? Scrivi a",
};

export const participationWordsIn: Readonly<Record<Locale, ParticipationWords>> = {
  en: english,
  it: italian,
};
