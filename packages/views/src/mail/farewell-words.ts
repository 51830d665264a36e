import type { Locale } from "@viceversa/core/text.ts";

/** What the mail says to each member of a pairing that has ended so that both meet somebody else. */
export interface FarewellWords {
  readonly subject: (others: string) => string;
  readonly opening: (programme: string, others: string) => string;
  readonly thanks: string;
  readonly next: string;
  readonly sessions: string;
  readonly help: (contact: string) => string;
}

export const farewellWordsIn: Readonly<Record<Locale, FarewellWords>> = {
  en: {
    subject: (others) => `Thank you: your sessions with ${others} have come to an end`,
    opening: (programme, others) => `In “${programme}” your pairing with ${others} has come to an end.`,
    thanks: "Thank you for the time that you have spent together, and for all that you have shared.",
    sessions: "Sessions that were still planned do not take place; your calendar gets word of it.",
    next: "You stay in the programme. As soon as there is somebody new for you, you get an email that asks whether you would like to meet.",
    help: (contact) => `Would you like to talk about it, or to take a break first? Write to ${contact}.`,
  },
  it: {
    subject: (others) => `Grazie: i tuoi incontri con ${others} si sono conclusi`,
    opening: (programme, others) => `In «${programme}» il tuo abbinamento con ${others} si è concluso.`,
    thanks: "Grazie del tempo che avete passato insieme e di tutto ciò che avete condiviso.",
    sessions: "Gli incontri ancora in programma non si fanno più; il tuo calendario riceve l’annullamento.",
    next: "Resti nel programma. Appena c’è un’altra persona per te, ricevi una mail che ti chiede se ti va di incontrarla.",
    help: (contact) => `Vuoi parlarne, o prima fare una pausa? Scrivi a ${contact}.`,
  },
};
