import type { Locale } from "@viceversa/core/text.ts";

/** What a digest says around the mails that it joins. */
export interface DigestWords {
  readonly subject: (count: number, programmes: string) => string;
  /** How a programme is called among others. */
  readonly quoted: (programme: string) => string;
  readonly opening: (count: number) => string;
  readonly why: (programmes: string, organisation: string) => string;
}

export const digestWordsIn: Readonly<Record<Locale, DigestWords>> = {
  en: {
    subject: (count, programmes) => `${count} messages in one: ${programmes}`,
    quoted: (programme) => `“${programme}”`,
    opening: (count) => `Here are the ${count} things that could wait, in one email.`,
    why: (programmes, organisation) =>
      `You are getting this email because of ${programmes} at ${organisation}. It takes the place of several.`,
  },
  it: {
    subject: (count, programmes) => `${count} messaggi in uno: ${programmes}`,
    quoted: (programme) => `«${programme}»`,
    opening: (count) => `Ecco le ${count} cose che potevano aspettare, in una sola mail.`,
    why: (programmes, organisation) =>
      `Ricevi questa mail per ${programmes} di ${organisation}. Ne sostituisce diverse.`,
  },
};
