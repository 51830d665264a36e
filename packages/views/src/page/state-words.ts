import type { Locale } from "@viceversa/core/text.ts";

/** What a page says that has nothing to do any more, or never had: its title, and what is to know. */
export interface StateWords {
  readonly answered: readonly [title: string, text: string];
  readonly closed: { readonly title: string; readonly text: (date: string | undefined) => string };
  readonly session: (others: string) => string;
  readonly cancelled: readonly [title: string, text: string];
  /** The others meet without her. */
  readonly excused: readonly [title: string, text: string];
  readonly over: readonly [title: string, text: string];
  /** Its text goes on with a human to write to. */
  readonly unknown: readonly [title: string, text: string];
  /** Of a programme's application link. Its text goes on with a human to write to. */
  readonly "not-joinable": readonly [title: string, text: string];
  /** Of a manager's link. Its text goes on with a human to write to. */
  readonly expired: readonly [title: string, text: string];
  readonly broken: readonly [title: string, text: string];
}

export const stateWordsIn: Readonly<Record<Locale, StateWords>> = {
  en: {
    answered: ["Thank you", "Your answers have arrived. You can close this page."],
    closed: {
      title: "This questionnaire is closed",
      text: (date) =>
        `${date ? `It closed on ${date}.` : "It takes no more answers."} Thank you all the same.`,
    },
    session: (others) => `Session with ${others}`,
    cancelled: [
      "This session is cancelled",
      "Everyone who was invited gets an email. There is nothing left to do.",
    ],
    excused: [
      "You are excused from this session",
      "The others meet without you; an email takes it out of your calendar. There is nothing left to do.",
    ],
    over: ["This session is over", "There is nothing left to do here."],
    unknown: ["This link doesn’t work", "It may be incomplete: open it again from the email, or write to"],
    "not-joinable": [
      "This programme is not taking anybody at the moment",
      "Its link has been closed or replaced. Ask whoever gave it to you, or write to",
    ],
    expired: [
      "This link has expired",
      "It works for fourteen days; each Monday’s summary brings a new one. If you need it sooner, write to",
    ],
    broken: ["Something broke on our side", "Nothing was lost. Please try again in a minute."],
  },
  it: {
    answered: ["Grazie", "Le tue risposte sono arrivate. Puoi chiudere questa pagina."],
    closed: {
      title: "Questo questionario è chiuso",
      text: (date) =>
        `${date ? `È rimasto aperto fino a ${date}.` : "Non accetta più risposte."} Grazie lo stesso.`,
    },
    session: (others) => `Incontro con ${others}`,
    cancelled: [
      "Questo incontro è annullato",
      "Le persone invitate ricevono una mail. Non resta altro da fare.",
    ],
    excused: [
      "Non devi partecipare a questo incontro",
      "Il gruppo si incontra senza di te; una mail lo toglie dal tuo calendario. Non resta altro da fare.",
    ],
    over: ["Questo incontro è già passato", "Qui non resta altro da fare."],
    unknown: ["Questo link non funziona", "Forse è incompleto: riaprilo dalla mail, oppure scrivi a"],
    "not-joinable": [
      "In questo momento il programma non accoglie nessuno",
      "Il link è stato chiuso o sostituito. Chiedi a chi te l’ha dato, oppure scrivi a",
    ],
    expired: [
      "Questo link è scaduto",
      "Vale quattordici giorni; il riepilogo di ogni lunedì ne porta uno nuovo. Se ti serve prima, scrivi a",
    ],
    broken: ["Qualcosa si è rotto da noi", "Non è andato perso nulla. Riprova tra un minuto."],
  },
};
