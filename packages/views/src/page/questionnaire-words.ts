import type { Effort } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";

/** What the page of a questionnaire says beside the questions. */
export interface QuestionnaireWords {
  /** What this is, how much of it, and until when. */
  readonly about: (programme: string, effort: Effort, time: string, closes: string) => string;
  /** In which language the questions are, when it is not the reader's. */
  readonly only: Record<Locale, string>;
  readonly optional: string;
  /** Stands before the title of a page that comes back incomplete. */
  readonly incomplete: string;
  readonly unanswered: (count: number) => string;
  readonly tooLong: string;
  readonly kept: string;
  readonly foreign: string;
  readonly faults: Record<"missing" | "impossible" | "too-long", string>;
  readonly send: string;
}

const english: QuestionnaireWords = {
  about: (programme, { questions, comments }, time, closes) => {
    const asked = questions === 1 ? "One short question" : `${questions} short questions`;
    const written = ["", " and a comment"][comments] ?? ` and ${comments} comments`;
    return `“${programme}” · ${asked}${written}, about ${time} · open until ${closes}`;
  },
  only: {
    it: "These questions are only available in Italian.",
    en: "These questions are only available in English.",
  },
  optional: "(optional)",
  incomplete: "Missing answers",
  unanswered: (count) =>
    count === 1 ? "One question still needs an answer." : `${count} questions still need an answer.`,
  tooLong: "This is too long: at most 2,000 characters, please.",
  kept: "What you filled in is kept.",
  foreign: "This form held an answer to something that is not asked here. Please send your answers again.",
  faults: {
    missing: "Please choose an answer.",
    impossible: "Please choose one of these answers.",
    "too-long": "Please write at most 2,000 characters.",
  },
  send: "Send my answers",
};

const italian: QuestionnaireWords = {
  about: (programme, { questions, comments }, time, closes) => {
    const asked = questions === 1 ? "Una breve domanda" : `${questions} brevi domande`;
    const written = ["", " e un commento"][comments] ?? ` e ${comments} commenti`;
    return `«${programme}» · ${asked}${written}, circa ${time} · aperto fino a ${closes}`;
  },
  only: {
    it: "Queste domande sono disponibili soltanto in italiano.",
    en: "Queste domande sono disponibili soltanto in inglese.",
  },
  optional: "(facoltativo)",
  incomplete: "Mancano risposte",
  unanswered: (count) =>
    count === 1
      ? "Una domanda aspetta ancora una risposta."
      : `${count} domande aspettano ancora una risposta.`,
  tooLong: "Questo è troppo lungo: al massimo 2.000 caratteri.",
  kept: "Quello che hai già compilato resta.",
  foreign: "Il modulo conteneva una risposta a qualcosa che qui non si chiede. Invia di nuovo le risposte.",
  faults: {
    missing: "Scegli una risposta.",
    impossible: "Scegli una di queste risposte.",
    "too-long": "Scrivi al massimo 2.000 caratteri.",
  },
  send: "Invia le risposte",
};

export const questionnaireWordsIn: Readonly<Record<Locale, QuestionnaireWords>> = {
  en: english,
  it: italian,
};
