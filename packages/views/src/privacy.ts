import type { AnswerPrivacy, Effort } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";

interface PrivacyWords {
  readonly answers: (privacy: AnswerPrivacy) => string;
  /** What becomes of a comment, which may give its writer away whatever the mode. */
  readonly comments: (privacy: AnswerPrivacy) => string;
}

type ByMode = Record<"anonymous" | "confidential", string> & {
  readonly attributed: (reader: string) => string;
};

const told =
  (words: ByMode) =>
  (privacy: AnswerPrivacy): string =>
    privacy.mode === "attributed" ? words.attributed(privacy.readBy) : words[privacy.mode];

const wordsIn: Readonly<Record<Locale, PrivacyWords>> = {
  en: {
    answers: told({
      anonymous: "Your answers are anonymous: they are stored without your name or the time.",
      confidential: "Your answers are confidential: we show only group results.",
      attributed: (reader) =>
        `Your answers carry your name: ${reader} reads them once the questionnaire has closed, and nobody else.`,
    }),
    comments: told({
      anonymous: "Comments may be shown word for word: don’t write anything that gives you away.",
      confidential: "Comments may be shown word for word, without your name.",
      attributed: (reader) => `Comments carry your name too: only ${reader} reads them.`,
    }),
  },
  it: {
    answers: told({
      anonymous: "Le tue risposte sono anonime: vengono salvate senza il tuo nome e senza l’orario.",
      confidential: "Le tue risposte sono riservate: mostriamo soltanto risultati di gruppo.",
      attributed: (reader) =>
        `Le tue risposte portano il tuo nome: le legge soltanto ${reader}, dopo la chiusura del questionario.`,
    }),
    comments: told({
      anonymous:
        "I commenti possono essere mostrati parola per parola: non scrivere nulla che ti renda riconoscibile.",
      confidential: "I commenti possono essere mostrati parola per parola, senza il tuo nome.",
      attributed: (reader) => `Anche i commenti portano il tuo nome: li legge soltanto ${reader}.`,
    }),
  },
};

/** What a respondent is told of who sees the answers; the same in mails and on the page. */
export function promiseOf(privacy: AnswerPrivacy, effort: Effort, locale: Locale): string {
  const { answers, comments } = wordsIn[locale];
  const tellsComments = effort.comments > 0 && privacy.mode !== "attributed";
  return tellsComments ? `${answers(privacy)} ${comments(privacy)}` : answers(privacy);
}

/** What a respondent is told beside the field of a comment. */
export const commentPromiseOf = (privacy: AnswerPrivacy, locale: Locale): string =>
  wordsIn[locale].comments(privacy);
