import type { Effort } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";

/** How long people take, in seconds; a promise that is too short is remembered at the next questionnaire. */
const QUESTION_SECONDS = 15;
const COMMENT_SECONDS = 45;

const numbers: Record<Locale, readonly string[]> = {
  en: ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  it: ["due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
};

const inMinutes: Record<Locale, (number: string | undefined) => string> = {
  en: (number) => (number ? `${number} minutes` : "one minute"),
  it: (number) => (number ? `${number} minuti` : "un minuto"),
};

/** The time that a questionnaire takes, in words: "three minutes". */
export function timeFor({ questions, comments }: Effort, locale: Locale): string {
  const seconds = questions * QUESTION_SECONDS + comments * COMMENT_SECONDS;
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes === 1) return inMinutes[locale](undefined);
  return inMinutes[locale](numbers[locale][minutes - 2] ?? String(minutes));
}
