import type { Locale } from "@viceversa/core/text.ts";

/** What the pages about a session say, by language. */
export interface SessionWords {
  readonly with: (others: string) => string;
  readonly followUp: {
    readonly title: string;
    readonly yes: string;
    readonly no: string;
    readonly choose: string;
    /** What holds for the question whether it was worth it. */
    readonly worth: string;
    readonly impossible: string;
    readonly send: string;
    readonly told: readonly [title: string, text: string];
    readonly notYet: readonly [title: string, text: string];
  };
  readonly proposal: {
    readonly title: string;
    readonly stands: (date: string) => string;
    readonly proposed: (name: string, date: string) => string;
    readonly answer: string;
    readonly accept: string;
    readonly counter: string;
    readonly when: (city: string) => string;
    readonly choose: string;
    readonly impossible: string;
    readonly send: string;
    readonly waiting: readonly [title: string, text: string];
    readonly settled: readonly [title: string, text: (date: string) => string];
  };
}

const english: SessionWords = {
  with: (others) => `Session with ${others}`,
  followUp: {
    title: "Did you meet?",
    yes: "Yes, we met",
    no: "No, we did not meet",
    choose: "Please choose one of the two.",
    worth: "You can leave this one out. We ask it once a month, and it cannot be changed afterwards.",
    impossible: "Please choose one of the five answers, or none.",
    send: "Send",
    told: ["Thank you", "We have noted it. You can open this link again to change your answer."],
    notYet: ["It is too early to tell", "This session has not begun yet. Come back afterwards."],
  },
  proposal: {
    title: "Another time?",
    stands: (date) => `Planned: ${date}`,
    proposed: (name, date) => `${name} proposes: ${date}`,
    answer: "Your answer",
    accept: "That time suits me",
    counter: "I propose another time",
    when: (zone) => `Day and time (${zone})`,
    choose: "Please choose one of the two.",
    impossible: "Please give a day and a time in the future.",
    send: "Send",
    waiting: ["Your proposal is on its way", "The session stays as it is until it is accepted."],
    settled: ["The time is settled", (date) => `The session takes place on ${date}.`],
  },
};

const italian: SessionWords = {
  with: (others) => `Incontro con ${others}`,
  followUp: {
    title: "L’incontro c’è stato?",
    yes: "Sì, c’è stato",
    no: "No, non c’è stato",
    choose: "Scegli una delle due risposte.",
    worth:
      "A questa domanda puoi anche non rispondere. La facciamo una volta al mese, e la risposta non si può più cambiare.",
    impossible: "Scegli una delle cinque risposte, oppure nessuna.",
    send: "Invia",
    told: ["Grazie", "Ne abbiamo preso nota. Puoi riaprire questo link per cambiare la risposta."],
    notYet: ["È ancora presto", "Questo incontro non è ancora iniziato. Torna qui più tardi."],
  },
  proposal: {
    title: "Un altro orario?",
    stands: (date) => `In programma: ${date}`,
    proposed: (name, date) => `${name} propone: ${date}`,
    answer: "La tua risposta",
    accept: "Quell’orario mi va bene",
    counter: "Propongo un altro orario",
    when: (zone) => `Giorno e ora (${zone})`,
    choose: "Scegli una delle due risposte.",
    impossible: "Indica un giorno e un’ora che devono ancora venire.",
    send: "Invia",
    waiting: ["La tua proposta è partita", "Finché non viene accettata, l’incontro resta com’è."],
    settled: ["L’orario è fissato", (date) => `L’incontro si tiene ${date}.`],
  },
};

export const sessionWordsIn: Readonly<Record<Locale, SessionWords>> = { en: english, it: italian };
