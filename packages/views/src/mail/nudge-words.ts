import type { Locale } from "@viceversa/core/text.ts";
import { afterArticle } from "../dates.ts";

/** What the mail to people says who have not met for long, by language. */
export interface NudgeWords {
  readonly again: {
    readonly subject: (others: string, day: string) => string;
    readonly opening: (programme: string, others: string, day: string) => string;
  };
  readonly first: {
    readonly subject: (others: string) => string;
    readonly opening: (programme: string, others: string) => string;
  };
  readonly next: string;
  readonly planned: string;
  readonly unplanned: (others: string) => string;
  readonly met: string;
  readonly stuck: (contact: string) => string;
  readonly open: string;
}

const english: NudgeWords = {
  again: {
    subject: (others, day) => `Time to meet again? You and ${others}, last on ${day}`,
    opening: (programme, others, day) =>
      `As far as we know, you and ${others} have not met in “${programme}” since ${day}.`,
  },
  first: {
    subject: (others) => `Time to meet? You and ${others}`,
    opening: (programme, others) =>
      `As far as we know, you and ${others} have not met in “${programme}” yet.`,
  },
  next: "Planned",
  planned: "Does this date suit you? If it does not, propose another one on your page.",
  unplanned: (others) =>
    `How about fixing a date? None is planned. On your page you find how to reach ${others}: propose one that suits you. Half an hour is a good start.`,
  met: "You have met already? Then all is well: tell us when we ask after a session.",
  stuck: (contact) => `And if it is not working out between you, ${contact} can help.`,
  open: "Open my programme",
};

const italian: NudgeWords = {
  again: {
    subject: (others, day) => `È ora di rivedervi? Tu e ${others}, l’ultima volta ${afterArticle("il", day)}`,
    opening: (programme, others, day) =>
      `Per quanto ne sappiamo, tu e ${others} non vi incontrate in «${programme}» ${afterArticle("dal", day)}.`,
  },
  first: {
    subject: (others) => `È ora di incontrarvi? Tu e ${others}`,
    opening: (programme, others) =>
      `Per quanto ne sappiamo, in «${programme}» tu e ${others} non avete ancora avuto un incontro.`,
  },
  next: "In programma",
  planned: "Questa data ti va bene? Se no, proponine un’altra dalla tua pagina.",
  unplanned: (others) =>
    `E se fissaste una data? In programma non ce n’è nessuna. Nella tua pagina trovi come scrivere a ${others}: proponi un momento che ti va bene. Anche mezz’ora è un buon inizio.`,
  met: "L’incontro c’è già stato? Tutto bene: faccelo sapere quando te lo chiediamo, dopo ogni incontro.",
  stuck: (contact) => `E se tra voi qualcosa non funziona, ${contact} può aiutarvi.`,
  open: "Apri il mio programma",
};

export const nudgeWordsIn: Readonly<Record<Locale, NudgeWords>> = { en: english, it: italian };
