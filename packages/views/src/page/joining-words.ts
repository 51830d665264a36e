import type { Format } from "@viceversa/core/programme/index.ts";
import type { Locale } from "@viceversa/core/text.ts";

/** What the page behind a programme's application link says. */
export interface JoiningWords {
  readonly title: (programme: string) => string;
  readonly about: string;
  readonly meets: Record<Format, string>;
  readonly objectives: string;
  readonly role: string;
  readonly roles: Record<"mentor" | "mentee", string>;
  readonly email: string;
  readonly hint: string;
  readonly send: string;
  readonly faults: Record<"email" | "role", string>;
  readonly sent: (programme: string) => string;
  readonly receipt: string;
  /** Goes on with a human to write to. */
  readonly nothingCame: string;
}

export const joiningWordsIn: Readonly<Record<Locale, JoiningWords>> = {
  en: {
    title: (programme) => `Take part in “${programme}”`,
    about:
      "In reverse mentoring younger colleagues teach and senior ones learn: digital tools, new media, new ways of working. In return the younger ones see close up how an organisation is led.",
    meets: {
      "in-person": "Each pair meets in person, every few weeks.",
      remote: "Each pair meets by video, every few weeks.",
      blended: "Each pair meets every few weeks, now in person and now by video.",
      group: "A mentor and a small group of mentees meet every few weeks.",
      mixed: "A mentor meets a small group of mentees every few weeks, by turns together and one by one.",
      peer: "Here two colleagues teach each other: each gives what the other wants to learn.",
    },
    objectives: "What the programme is for",
    role: "What would you like to do?",
    roles: { mentor: "Teach what I know (as a mentor)", mentee: "Learn something new (as a mentee)" },
    email: "Your work email address",
    hint: "We will send your personal link there. You decide once you have it: nothing here commits you.",
    send: "Send me my link",
    faults: {
      email: "Enter your whole email address, like anna.rossi@example.com.",
      role: "Choose whether you would like to teach or to learn.",
    },
    sent: (programme) => `Check your inbox: “${programme}”`,
    receipt:
      "If this address is in our directory and the programme is open to you, your own link is on its way. If you have been invited before, use the link in that email.",
    nothingCame: "Nothing within an hour? Write to",
  },
  it: {
    title: (programme) => `Partecipa a «${programme}»`,
    about:
      "Nel reverse mentoring chi è più giovane insegna e chi ha più esperienza impara: strumenti digitali, nuovi media, nuovi modi di lavorare. In cambio chi insegna vede da vicino come si guida un’organizzazione.",
    meets: {
      "in-person": "Ogni coppia si incontra di persona, ogni poche settimane.",
      remote: "Ogni coppia si incontra in videochiamata, ogni poche settimane.",
      blended: "Ogni coppia si incontra ogni poche settimane, a volte di persona e a volte in videochiamata.",
      group: "Chi fa da mentor incontra un piccolo gruppo di mentee, ogni poche settimane.",
      mixed:
        "Chi fa da mentor incontra un piccolo gruppo di mentee ogni poche settimane, a turno insieme e individualmente.",
      peer: "Qui due persone si insegnano a vicenda: ognuna dà ciò che l’altra vuole imparare.",
    },
    objectives: "A che cosa serve il programma",
    role: "Che cosa ti piacerebbe fare?",
    roles: {
      mentor: "Insegnare ciò che so (come mentor)",
      mentee: "Imparare qualcosa di nuovo (come mentee)",
    },
    email: "Il tuo indirizzo e-mail di lavoro",
    hint: "Ti mandiamo lì il tuo link personale. Decidi con quello: qui non ti impegni a nulla.",
    send: "Inviami il link",
    faults: {
      email: "Scrivi l’indirizzo e-mail per intero, come anna.rossi@example.com.",
      role: "Scegli se ti piacerebbe insegnare o imparare.",
    },
    sent: (programme) => `Guarda la tua posta: «${programme}»`,
    receipt:
      "Se questo indirizzo è nel nostro elenco e il programma è aperto a te, il tuo link personale è in arrivo. Se hai già ricevuto un invito, usa il link di quella mail.",
    nothingCame: "Dopo un’ora non è arrivato nulla? Scrivi a",
  },
};
