import type { AlertCode, PairingHealth } from "@viceversa/core/report/index.ts";
import type { Locale } from "@viceversa/core/text.ts";
import type { ProgrammeOverview } from "@viceversa/core/workflow/programme-overview.ts";
import { afterArticle } from "../dates.ts";

/** What a manager's page says, by language. */
export interface ManagementPageWords {
  readonly about: string;
  readonly report: string;
  readonly matching: string;
  readonly paused: string;
  readonly over: string;
  /** What is counted, after its figure. */
  readonly figures: Record<keyof ProgrammeOverview["figures"], (count: number) => string>;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly alert: Record<AlertCode, string>;
  readonly since: (day: string) => string;
  readonly more: (count: number) => string;
  readonly outlook: string;
  readonly noMails: string;
  readonly health: string;
  readonly noPairings: string;
  readonly signal: Record<PairingHealth["signal"], string>;
  /** Of a pairing that not all of its members have said yes to. */
  readonly proposed: string;
  readonly others: (count: number) => string;
  readonly met: (held: number, assumed: number) => string;
  readonly last: (day: string) => string;
  readonly next: (day: string) => string;
  readonly noNext: string;
  readonly cancelled: (count: number) => string;
  readonly somebody: string;
}

const english: ManagementPageWords = {
  report: "Open the report",
  matching: "Open the proposed matches",
  about: "As things stand now. This page only shows; to change something, use your company’s app.",
  paused: "The programme is paused: none of the emails below goes out until you resume it.",
  over: "The programme is over.",
  figures: {
    pairings: (count) => (count === 1 ? "pairing meets" : "pairings meet"),
    quiet: () => "of them quiet",
    held: (count) => `${count === 1 ? "session" : "sessions"} held in the last seven days`,
    planned: (count) => `${count === 1 ? "session" : "sessions"} in the next seven days`,
  },
  alerts: "What needs you",
  noAlerts: "Nothing: all is well.",
  alert: {
    "address-closed": "Mail does not arrive",
    "session-disputed": "Disputed session",
    "pairing-quiet": "Quiet pairing",
    "response-low": "Few answers",
    "decision-overdue": "Your decision",
    "rematch-proposed": "New proposal",
    "rematch-needed": "Free again",
    "prepared-unmatched": "Not matched",
    "preparation-overdue": "Preparation",
    "application-overdue": "Invitation",
  },
  since: (day) => `on this list since ${day}`,
  more: (count) => (count === 1 ? "And one more." : `And ${count} more.`),
  outlook: "Emails of the next seven days",
  noMails: "None as things stand.",
  health: "How the pairings do",
  noPairings: "There are none yet.",
  signal: { well: "Well", new: "New", quiet: "Quiet", disputed: "Disputed" },
  proposed: "Proposed, waiting for answers",
  others: (count) =>
    count === 1 ? "One pairing that does well or is new" : `${count} pairings that do well or are new`,
  met: (held, assumed) =>
    `${held === 1 ? "1 session held" : `${held} sessions held`}${assumed > 0 ? `, ${assumed} more assumed` : ""}`,
  last: (day) => `last on ${day}`,
  next: (day) => `next on ${day}`,
  noNext: "no date is planned",
  cancelled: (count) => (count === 1 ? "1 cancelled" : `${count} cancelled`),
  somebody: "Somebody who is gone",
};

const italian: ManagementPageWords = {
  report: "Apri il rapporto",
  matching: "Apri gli abbinamenti proposti",
  about:
    "La situazione in questo momento. Questa pagina mostra soltanto: per cambiare qualcosa usa l’app della tua azienda.",
  paused: "Il programma è in pausa: finché non lo riprendi, nessuna delle mail qui sotto parte.",
  over: "Il programma è finito.",
  figures: {
    pairings: (count) => (count === 1 ? "abbinamento attivo" : "abbinamenti attivi"),
    quiet: () => "di questi senza incontri da troppo tempo",
    held: (count) => `${count === 1 ? "incontro svolto" : "incontri svolti"} negli ultimi sette giorni`,
    planned: (count) => `${count === 1 ? "incontro" : "incontri"} nei prossimi sette giorni`,
  },
  alerts: "Da guardare",
  noAlerts: "Nulla: va tutto bene.",
  alert: {
    "address-closed": "Le mail non arrivano",
    "session-disputed": "Incontro controverso",
    "pairing-quiet": "Nessun incontro",
    "response-low": "Poche risposte",
    "decision-overdue": "Una tua decisione",
    "rematch-proposed": "Nuova proposta",
    "rematch-needed": "Posto libero",
    "prepared-unmatched": "Senza abbinamento",
    "preparation-overdue": "Preparazione",
    "application-overdue": "Invito",
  },
  since: (day) => `in elenco ${afterArticle("dal", day)}`,
  more: (count) => (count === 1 ? "E un’altra." : `E altre ${count}.`),
  outlook: "Mail dei prossimi sette giorni",
  noMails: "Nessuna, per come stanno le cose ora.",
  health: "Come vanno gli abbinamenti",
  noPairings: "Per ora non ce ne sono.",
  signal: { well: "Va bene", new: "Appena iniziato", quiet: "Nessun incontro", disputed: "Controverso" },
  proposed: "Proposta, in attesa delle risposte",
  others: (count) =>
    count === 1
      ? "Un abbinamento che va bene o è appena iniziato"
      : `${count} abbinamenti che vanno bene o sono appena iniziati`,
  met: (held, assumed) =>
    `${held === 1 ? "1 incontro confermato" : `${held} incontri confermati`}${assumed > 0 ? `, ${assumed === 1 ? "1 presunto" : `${assumed} presunti`}` : ""}`,
  last: (day) => `ultimo ${afterArticle("il", day)}`,
  next: (day) => `prossimo ${afterArticle("il", day)}`,
  noNext: "nessuna data in programma",
  cancelled: (count) => (count === 1 ? "1 annullato" : `${count} annullati`),
  somebody: "Una persona non più presente",
};

export const managementPageWordsIn: Readonly<Record<Locale, ManagementPageWords>> = {
  en: english,
  it: italian,
};
