import type { MailKind } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";

type SessionKind = Extract<MailKind, `session.${string}`>;
type QuestionnaireKind = Extract<MailKind, `questionnaire.${string}`>;

/** All that mails say, by language. A missing sentence is a type error. */
export interface Words {
  readonly subject: Record<SessionKind, (others: string, when: string) => string> &
    Record<QuestionnaireKind, (title: string, time: string) => string>;
  readonly opening: Record<SessionKind, (programme: string) => string> &
    Record<QuestionnaireKind, (programme: string, time: string) => string>;
  /** Without a given name nobody is named: a full name sounds like an invoice. */
  readonly greeting: (givenName?: string) => string;
  readonly when: string;
  readonly where: string;
  readonly withWhom: string;
  readonly online: string;
  readonly before: (what: string) => string;
  readonly cancelled: {
    readonly reason: string;
    readonly byReader: (programme: string, others: string) => string;
    readonly withoutReader: (programme: string) => string;
    readonly by: (name: string) => string;
    readonly writes: (name: string) => string;
    readonly newDate: (others: string, contact: string) => string;
  };
  readonly proposal: {
    readonly instead: (name: string) => string;
    readonly stands: string;
    readonly planned: string;
    readonly reply: string;
  };
  readonly tell: string;
  readonly minutes: (count: number) => string;
  readonly join: string;
  readonly cannotCome: string;
  readonly answer: string;
  readonly openUntil: (date: string) => string;
  readonly why: (programme: string, organisation: string) => string;
  readonly unsubscribe: Record<"reminders" | "questionnaires" | "management", string>;
  readonly myProgramme: string;
  readonly preferences: string;
  readonly privacy: string;
  readonly human: (name: string) => string;
}

/** A title that is a question or a sentence has its own sign at the end. */
const titled = (title: string, time: string): string => {
  const [first = "", ...rest] = time;
  return /[.!?…]$/.test(title) ? `${title} ${first.toUpperCase()}${rest.join("")}` : `${title}: ${time}`;
};

const english: Words = {
  subject: {
    "session.invitation": (others, when) => `New session with ${others}, ${when}`,
    "session.move": (others, when) => `Changed: session with ${others}, ${when}`,
    "session.cancellation": (others, when) => `Cancelled: session with ${others}, ${when}`,
    "session.reminder": (others, when) => `Reminder: session with ${others}, ${when}`,
    "session.proposal": (others, when) => `Another time? Session with ${others}, ${when}`,
    "session.follow-up": (others, when) => `Did it take place? Session with ${others}, ${when}`,
    "questionnaire.invitation": titled,
    "questionnaire.reminder": (title) => `Still time to answer: ${title}`,
  },
  opening: {
    "session.invitation": (programme) => `You have a new session in “${programme}”.`,
    "session.move": (programme) => `Your session in “${programme}” has changed. Here are the new details.`,
    "session.cancellation": (programme) => `Your session in “${programme}” has been cancelled.`,
    "session.reminder": (programme) => `Your next session in “${programme}” is coming up.`,
    "session.proposal": (programme) => `Another time is proposed for your session in “${programme}”.`,
    "session.follow-up": (programme) => `Did your session in “${programme}” take place? One tap tells us.`,
    "questionnaire.invitation": (programme, time) =>
      `As part of “${programme}” we have a few questions for you. They take about ${time}.`,
    "questionnaire.reminder": (programme, time) =>
      `There is still time to answer the questions that “${programme}” has for you. They take about ${time}.`,
  },
  greeting: (givenName) => (givenName ? `Hello ${givenName},` : "Hello,"),
  when: "When",
  where: "Where",
  withWhom: "With",
  online: "online",
  before: (what) => `Before: ${what}`,
  cancelled: {
    reason: "Reason",
    byReader: (programme, others) =>
      `You have cancelled this session in “${programme}”. We have told ${others}.`,
    withoutReader: (programme) =>
      `You are no longer expected at this session in “${programme}”; the others meet without you this time. This takes it out of your calendar.`,
    by: (name) => `${name} can’t make it.`,
    writes: (name) => `${name} writes`,
    newDate: (others, contact) => `To find a new date, write to ${others} or ${contact}.`,
  },
  proposal: {
    instead: (name) => `${name} proposes`,
    stands: "Until you accept, the session stays as it is.",
    planned: "Planned so far",
    reply: "Answer the proposal",
  },
  tell: "Tell us",
  minutes: (count) => `${count} minutes`,
  join: "Join here",
  cannotCome: "I can’t make it",
  answer: "Answer now",
  openUntil: (date) => `Open until ${date}.`,
  why: (programme, organisation) =>
    `You are getting this email because you take part in “${programme}” at ${organisation}.`,
  unsubscribe: {
    reminders: "Stop session reminders",
    questionnaires: "Stop questionnaire emails",
    management: "Stop weekly summaries",
  },
  myProgramme: "My programme",
  preferences: "Which emails I get, and when",
  privacy: "Privacy notice",
  human: (name) => `Questions? Write to ${name}:`,
};

const italian: Words = {
  subject: {
    "session.invitation": (others, when) => `Nuovo incontro con ${others}, ${when}`,
    "session.move": (others, when) => `Spostato: incontro con ${others}, ${when}`,
    "session.cancellation": (others, when) => `Annullato: incontro con ${others}, ${when}`,
    "session.reminder": (others, when) => `Promemoria: incontro con ${others}, ${when}`,
    "session.proposal": (others, when) => `Un altro orario? Incontro con ${others}, ${when}`,
    "session.follow-up": (others, when) => `C’è stato? Incontro con ${others}, ${when}`,
    "questionnaire.invitation": titled,
    "questionnaire.reminder": (title) => `Puoi ancora rispondere: ${title}`,
  },
  opening: {
    "session.invitation": (programme) => `È in programma un tuo nuovo incontro di «${programme}».`,
    "session.move": (programme) => `Il tuo incontro di «${programme}» è cambiato. Ecco i nuovi dettagli.`,
    "session.cancellation": (programme) => `Il tuo incontro di «${programme}» è stato annullato.`,
    "session.reminder": (programme) => `Il tuo prossimo incontro di «${programme}» si avvicina.`,
    "session.proposal": (programme) =>
      `Per il tuo incontro di «${programme}» è stato proposto un altro orario.`,
    "session.follow-up": (programme) =>
      `Il tuo incontro di «${programme}» si è tenuto? Basta un tocco per dircelo.`,
    "questionnaire.invitation": (programme, time) =>
      `Nell’ambito di «${programme}» abbiamo qualche domanda per te. Rispondere richiede circa ${time}.`,
    "questionnaire.reminder": (programme, time) =>
      `C’è ancora tempo per rispondere alle domande di «${programme}». Richiede circa ${time}.`,
  },
  greeting: (givenName) => (givenName ? `Ciao ${givenName},` : "Ciao,"),
  when: "Quando",
  where: "Dove",
  withWhom: "Con",
  online: "online",
  before: (what) => `Prima: ${what}`,
  cancelled: {
    reason: "Motivo",
    byReader: (programme, others) =>
      `Hai annullato questo incontro di «${programme}». Abbiamo avvisato ${others}.`,
    withoutReader: (programme) =>
      `Non contiamo più su di te per questo incontro di «${programme}»: stavolta il gruppo si incontra senza di te. Questa mail lo toglie dal tuo calendario.`,
    by: (name) => `${name} non può esserci.`,
    writes: (name) => `${name} scrive`,
    newDate: (others, contact) => `Per trovare una nuova data scrivi a ${others} oppure a ${contact}.`,
  },
  proposal: {
    instead: (name) => `${name} propone`,
    stands: "Finché non accetti, l’incontro resta com’è.",
    planned: "In programma finora",
    reply: "Rispondi alla proposta",
  },
  tell: "Faccelo sapere",
  minutes: (count) => `${count} minuti`,
  join: "Partecipa da qui",
  cannotCome: "Non posso esserci",
  answer: "Rispondi ora",
  openUntil: (date) => `Aperto fino a ${date}.`,
  why: (programme, organisation) =>
    `Ricevi questa mail perché partecipi al programma «${programme}» di ${organisation}.`,
  unsubscribe: {
    reminders: "Disattiva i promemoria degli incontri",
    questionnaires: "Disattiva le mail dei questionari",
    management: "Disattiva i riepiloghi settimanali",
  },
  myProgramme: "Il mio programma",
  preferences: "Quali mail ricevo e quando",
  privacy: "Informativa sulla privacy",
  human: (name) => `Domande? Scrivi a ${name}:`,
};

export const wordsIn: Readonly<Record<Locale, Words>> = { en: english, it: italian };
