import type { Locale } from "@viceversa/core/text.ts";
import { afterArticle } from "../dates.ts";

/** What a manager's weekly mail says, by language. */
export interface ManagementWords {
  readonly subject: (programme: string, day: string, alerts: number) => string;
  readonly opening: (programme: string) => string;
  readonly pairings: string;
  readonly pairingCount: (count: number, quiet: number) => string;
  readonly sessions: string;
  readonly sessionCount: (held: number, planned: number) => string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly moreAlerts: (count: number) => string;
  readonly outgoing: string;
  readonly nothingOutgoing: string;
  readonly open: string;
  readonly validity: string;
  readonly why: (programme: string, organisation: string) => string;
  readonly stop: string;
}

const english: ManagementWords = {
  subject: (programme, day, alerts) =>
    `This week in “${programme}”, from ${day}: ${alerts === 0 ? "all is well" : alerts === 1 ? "one thing needs you" : `${alerts} things need you`}`,
  opening: (programme) => `Here is where “${programme}” stands as the week begins.`,
  pairings: "Pairings",
  pairingCount: (count, quiet) =>
    `${count === 1 ? "1 meets" : `${count} meet`}${quiet > 0 ? `, ${quiet} of them quiet` : ""}`,
  sessions: "Sessions",
  sessionCount: (held, planned) => `${held} held in the last seven days, ${planned} planned in the next`,
  alerts: "What needs you",
  noAlerts: "Nothing: all is well",
  moreAlerts: (count) => (count === 1 ? "And one more on your page." : `And ${count} more on your page.`),
  outgoing: "Emails that go out in the next seven days",
  nothingOutgoing: "None as things stand",
  open: "Open the programme",
  validity: "The link is yours alone: please do not forward this email. It works for fourteen days.",
  why: (programme, organisation) =>
    `You are getting this email because you run “${programme}” at ${organisation}.`,
  stop: "Stop weekly summaries",
};

const italian: ManagementWords = {
  subject: (programme, day, alerts) =>
    `La settimana di «${programme}», ${afterArticle("dal", day)}: ${alerts === 0 ? "tutto bene" : alerts === 1 ? "una cosa da guardare" : `${alerts} cose da guardare`}`,
  opening: (programme) => `Ecco a che punto è «${programme}» all’inizio della settimana.`,
  pairings: "Abbinamenti",
  pairingCount: (count, quiet) =>
    `${count === 1 ? "1 attivo" : `${count} attivi`}${quiet > 0 ? `, di cui ${quiet} senza incontri da troppo tempo` : ""}`,
  sessions: "Incontri",
  sessionCount: (held, planned) =>
    `${held} ${held === 1 ? "svolto" : "svolti"} negli ultimi sette giorni, ${planned} in programma nei prossimi`,
  alerts: "Da guardare",
  noAlerts: "Nulla: va tutto bene",
  moreAlerts: (count) =>
    count === 1 ? "E un’altra cosa nella tua pagina." : `E altre ${count} cose nella tua pagina.`,
  outgoing: "Mail in partenza nei prossimi sette giorni",
  nothingOutgoing: "Nessuna, per come stanno le cose ora",
  open: "Apri il programma",
  validity: "Il link è solo per te: non inoltrare questa mail. Vale quattordici giorni.",
  why: (programme, organisation) =>
    `Ricevi questa mail perché gestisci il programma «${programme}» di ${organisation}.`,
  stop: "Disattiva i riepiloghi settimanali",
};

export const managementWordsIn: Readonly<Record<Locale, ManagementWords>> = { en: english, it: italian };
