import type { MailClass } from "@viceversa/core/person/index.ts";
import type { Locale } from "@viceversa/core/text.ts";

/** What can be wrong with the form. */
export type PreferencesFault = "choice" | "hours" | "days";

/** What the page says on which somebody chooses which mails she gets and when. */
export interface PreferencesWords {
  readonly title: string;
  readonly saved: string;
  readonly classes: string;
  readonly mailClass: Readonly<Record<MailClass, string>>;
  readonly always: string;
  readonly rhythm: string;
  readonly rhythms: Readonly<Record<"as-it-comes" | "daily", (cap: number, hour: string) => string>>;
  readonly quiet: string;
  readonly quietHint: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly choice: string;
  readonly save: string;
  readonly usual: (organisation: string) => string;
  readonly send: string;
  readonly faults: Readonly<Record<PreferencesFault, string>>;
}

export const preferencesWordsIn: Readonly<Record<Locale, PreferencesWords>> = {
  en: {
    title: "Your emails",
    saved: "Saved. This is how it stands now.",
    classes: "Which emails I want",
    mailClass: {
      reminders: "A reminder before each session",
      questionnaires: "Questionnaires, and the question whether a session took place",
      management: "The weekly overview of the programmes that I run",
    },
    always: "Invitations, changes and cancellations of sessions always reach you.",
    rhythm: "Emails that can wait",
    rhythms: {
      "as-it-comes": (cap) => `As they arise, at most ${cap === 1 ? "one" : cap} a day`,
      daily: (_, hour) => `Once a day, all in one email, from ${hour}`,
    },
    quiet: "When I want quiet",
    quietHint:
      "This holds for emails that can wait. Whatever a session needs at its hour still comes in time.",
    from: "Quiet from",
    to: "Quiet until",
    days: "No emails on",
    language: "Language of my emails and pages",
    languages: { en: "English", it: "Italiano" },
    choice: "What do you want to do?",
    save: "Save what I have chosen above",
    usual: (organisation) => `Go back to what is usual at ${organisation}, with all emails`,
    send: "Send",
    faults: {
      choice: "Please say what you want to do: save, or go back to the usual.",
      hours: "Please choose two different hours.",
      days: "Please leave at least one day on which an email may come.",
    },
  },
  it: {
    title: "Le tue mail",
    saved: "Fatto. Ecco le tue scelte attuali.",
    classes: "Quali mail voglio",
    mailClass: {
      reminders: "Un promemoria prima di ogni incontro",
      questionnaires: "I questionari e la domanda se un incontro si è tenuto",
      management: "Il riepilogo settimanale dei programmi che gestisco",
    },
    always: "Inviti, modifiche e annullamenti degli incontri ti arrivano sempre.",
    rhythm: "Le mail che possono aspettare",
    rhythms: {
      "as-it-comes": (cap) => `Man mano, al massimo ${cap === 1 ? "una" : cap} al giorno`,
      daily: (_, hour) => `Una volta al giorno, tutte in una sola mail, dalle ${hour}`,
    },
    quiet: "Quando voglio tranquillità",
    quietHint:
      "Vale solo per le mail che possono aspettare. Ciò che riguarda l’ora di un incontro arriva in tempo.",
    from: "Nessuna mail dalle",
    to: "Nessuna mail fino alle",
    days: "Nessuna mail di",
    language: "Lingua delle mie mail e pagine",
    languages: { en: "English", it: "Italiano" },
    choice: "Che cosa vuoi fare?",
    save: "Salvare le scelte fatte qui sopra",
    usual: (organisation) => `Tornare alle impostazioni di ${organisation}, con tutte le mail`,
    send: "Invia",
    faults: {
      choice: "Dicci che cosa vuoi fare: salvare, oppure tornare alle impostazioni consuete.",
      hours: "Scegli due orari diversi.",
      days: "Lascia almeno un giorno in cui possa arrivare una mail.",
    },
  },
};
