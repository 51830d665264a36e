import type { Locale } from "@viceversa/core/text.ts";
import { afterArticle } from "../dates.ts";

/** What "my programme" says. */
export interface ProgrammeWords {
  readonly title: (programme: string) => string;
  readonly session: string;
  readonly noSession: string;
  readonly paused: string;
  readonly with: (others: string) => string;
  readonly minutes: (count: number) => string;
  /** Goes on with what the session is about. */
  readonly topicBy: (name: string) => string;
  readonly topicByYou: string;
  readonly join: string;
  readonly cannotCome: string;
  readonly wants: string;
  readonly offers: string;
  readonly agreed: string;
  readonly noneAgreed: string;
  readonly you: string;
  readonly due: (day: string) => string;
  readonly people: string;
  readonly help: string;
  readonly mails: string;
  readonly preferences: string;
  readonly stop: Record<"reminders" | "questionnaires", string>;
}

const english: ProgrammeWords = {
  title: (programme) => `My programme: ${programme}`,
  session: "Next session",
  noSession: "No session is planned yet. You will get an email as soon as there is one.",
  paused: "You are taking a break: no session is planned for you until you come back.",
  with: (others) => `With ${others}`,
  minutes: (count) => `${count} minutes`,
  topicBy: (name) => `${name} teaches:`,
  topicByYou: "You teach:",
  join: "Join here",
  cannotCome: "I can’t make it",
  wants: "What you want to learn",
  offers: "What you teach",
  agreed: "What you have agreed",
  noneAgreed: "Nothing is open.",
  you: "you",
  due: (day) => `by ${day}`,
  people: "People you can write to",
  help: "for anything about the programme",
  mails: "Your emails",
  preferences: "Which emails I get, and when",
  stop: { reminders: "Stop session reminders", questionnaires: "Stop questionnaire emails" },
};

const italian: ProgrammeWords = {
  title: (programme) => `Il mio programma: ${programme}`,
  session: "Prossimo incontro",
  noSession: "Nessun incontro in programma per ora. Quando ce ne sarà uno riceverai una mail.",
  paused: "Sei in pausa: finché non riprendi, per te non è in programma nessun incontro.",
  with: (others) => `Con ${others}`,
  minutes: (count) => `${count} minuti`,
  topicBy: (name) => `${name} insegna:`,
  topicByYou: "Insegni tu:",
  join: "Partecipa da qui",
  cannotCome: "Non posso esserci",
  wants: "Che cosa vuoi imparare",
  offers: "Che cosa insegni",
  agreed: "Che cosa avete concordato",
  noneAgreed: "Non c’è nulla in sospeso.",
  you: "tu",
  due: (day) => `entro ${afterArticle("il", day)}`,
  people: "A chi puoi scrivere",
  help: "per tutto ciò che riguarda il programma",
  mails: "Le tue mail",
  preferences: "Quali mail ricevo e quando",
  stop: {
    reminders: "Disattiva i promemoria degli incontri",
    questionnaires: "Disattiva le mail dei questionari",
  },
};

export const programmeWordsIn: Readonly<Record<Locale, ProgrammeWords>> = { en: english, it: italian };
