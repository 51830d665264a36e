import type { Locale } from "@viceversa/core/text.ts";

/** What a digest says around the mails that it joins. */
export interface DigestWords {
  readonly subject: (count: number, programmes: string) => string;
  readonly opening: (count: number) => string;
  readonly why: (programmes: string, organisation: string) => string;
}

export const digestWordsIn: Readonly<Record<Locale, DigestWords>> = {
  en: {
    subject: (count, programmes) => `${count} messages in one: ${programmes}`,
    opening: (count) => `Here are the ${count} things that could wait, in one mail.`,
    why: (programmes, organisation) =>
      `You get this mail because of ${programmes} at ${organisation}. It saves you several single ones.`,
  },
  it: {
    subject: (count, programmes) => `${count} messaggi in uno: ${programmes}`,
    opening: (count) => `Ecco le ${count} cose che potevano aspettare, in una sola mail.`,
    why: (programmes, organisation) =>
      `Ricevi questa mail per ${programmes} di ${organisation}. Ne sostituisce diverse singole.`,
  },
};
