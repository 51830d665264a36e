import type { MailKind } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";

/** All that mails say, by language. A missing sentence is a type error. */
export interface Words {
  readonly subject: Record<MailKind, (about: string) => string>;
  readonly opening: Record<MailKind, (programme: string) => string>;
  readonly greeting: (name: string) => string;
  readonly when: string;
  readonly where: string;
  readonly withWhom: string;
  readonly why: string;
  readonly minutes: (count: number) => string;
  readonly join: string;
  readonly cannotCome: string;
  readonly answer: string;
  readonly openUntil: (date: string) => string;
  readonly privacy: Record<"anonymous" | "confidential", string> & {
    readonly attributed: (reader: string) => string;
  };
  readonly unsubscribe: string;
  readonly human: (name: string) => string;
}

const english: Words = {
  subject: {
    "session.invitation": (when) => `Session planned: ${when}`,
    "session.move": (when) => `Session moved: ${when}`,
    "session.cancellation": (when) => `Session cancelled: ${when}`,
    "session.reminder": (when) => `Coming up: ${when}`,
    "questionnaire.invitation": (title) => `A few questions: ${title}`,
    "questionnaire.reminder": (title) => `Still open: ${title}`,
  },
  opening: {
    "session.invitation": (programme) => `a session of ${programme} has been planned for you.`,
    "session.move": (programme) => `your session of ${programme} has a new time.`,
    "session.cancellation": (programme) => `your session of ${programme} does not take place.`,
    "session.reminder": (programme) => `your next session of ${programme} is coming up.`,
    "questionnaire.invitation": (programme) =>
      `how is ${programme} going for you? A few questions take about three minutes.`,
    "questionnaire.reminder": (programme) =>
      `your view of ${programme} is still missing. A few questions take about three minutes.`,
  },
  greeting: (name) => `Hello ${name},`,
  when: "When",
  where: "Where",
  withWhom: "With",
  why: "Reason",
  minutes: (count) => `${count} minutes`,
  join: "Join here",
  cannotCome: "I can’t make it",
  answer: "Answer now",
  openUntil: (date) => `Open until ${date}.`,
  privacy: {
    anonymous: "Your answers are anonymous: nobody can tell that they are yours, not even we.",
    confidential: "Your answers are confidential: they are only ever shown together with those of others.",
    attributed: (reader) => `Your answers carry your name: ${reader} reads them, and nobody else.`,
  },
  unsubscribe: "Stop these mails",
  human: (name) => `Questions? Write to ${name}:`,
};

const italian: Words = {
  subject: {
    "session.invitation": (when) => `Incontro in programma: ${when}`,
    "session.move": (when) => `Incontro spostato: ${when}`,
    "session.cancellation": (when) => `Incontro annullato: ${when}`,
    "session.reminder": (when) => `Ci siamo quasi: ${when}`,
    "questionnaire.invitation": (title) => `Qualche domanda: ${title}`,
    "questionnaire.reminder": (title) => `Ancora aperto: ${title}`,
  },
  opening: {
    "session.invitation": (programme) => `è stato fissato un incontro di ${programme}.`,
    "session.move": (programme) => `il tuo incontro di ${programme} ha un nuovo orario.`,
    "session.cancellation": (programme) => `il tuo incontro di ${programme} non si terrà.`,
    "session.reminder": (programme) => `il prossimo incontro di ${programme} si avvicina.`,
    "questionnaire.invitation": (programme) =>
      `come sta andando ${programme}? Bastano circa tre minuti per rispondere a qualche domanda.`,
    "questionnaire.reminder": (programme) =>
      `manca ancora il tuo parere su ${programme}. Bastano circa tre minuti per rispondere.`,
  },
  greeting: (name) => `Ciao ${name},`,
  when: "Quando",
  where: "Dove",
  withWhom: "Con",
  why: "Motivo",
  minutes: (count) => `${count} minuti`,
  join: "Partecipa da qui",
  cannotCome: "Non posso esserci",
  answer: "Rispondi ora",
  openUntil: (date) => `Aperto fino a ${date}.`,
  privacy: {
    anonymous: "Le tue risposte sono anonime: nessuno può sapere che sono tue, nemmeno noi.",
    confidential: "Le tue risposte sono riservate: vengono mostrate soltanto insieme a quelle di altri.",
    attributed: (reader) => `Le tue risposte portano il tuo nome: le legge ${reader} e nessun altro.`,
  },
  unsubscribe: "Non ricevere più queste mail",
  human: (name) => `Domande? Scrivi a ${name}:`,
};

export const wordsIn: Readonly<Record<Locale, Words>> = { en: english, it: italian };
