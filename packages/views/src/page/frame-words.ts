import type { Locale } from "@viceversa/core/text.ts";

/** What every page says around its content. */
export interface FrameWords {
  readonly contact: (name: string) => string;
  readonly privacyTitle: string;
  /** What Art. 13 of the GDPR asks for, as far as it is the same for every customer. */
  readonly privacyNotice: (organisation: string, contact: string) => readonly string[];
  readonly privacyLink: (organisation: string) => string;
  /** Stands before the title of a page that comes back with something to mend. */
  readonly check: string;
}

export const frameWordsIn: Readonly<Record<Locale, FrameWords>> = {
  en: {
    contact: (name) => `Questions? Write to ${name}:`,
    privacyTitle: "Privacy",
    privacyNotice: (organisation, contact) => [
      `${organisation} is the controller of what you enter here. It uses it only to run and improve its mentoring programme, and keeps it for as long as the programme and its evaluation need it. Taking part and answering are voluntary.`,
      `You can ask ${contact} to see your data, to correct, delete or receive them, or to limit their use, and you can object to it. Anonymous answers cannot be traced back to you, unless you give yourself away in a comment: once sent, nobody can find them to show, change or delete them.`,
      "You can also complain to your data protection authority (in Italy, for example, the Garante per la protezione dei dati personali).",
    ],
    privacyLink: (organisation) => `The whole privacy notice of ${organisation}`,
    check: "Please check",
  },
  it: {
    contact: (name) => `Domande? Scrivi a ${name}:`,
    privacyTitle: "Privacy",
    privacyNotice: (organisation, contact) => [
      `${organisation} è titolare del trattamento di ciò che inserisci qui. Lo usa soltanto per gestire e migliorare il proprio programma di mentoring e lo conserva finché serve al programma e alla sua valutazione. Partecipare e rispondere è facoltativo.`,
      `Puoi chiedere a ${contact} di vedere, correggere, cancellare o ricevere i tuoi dati o di limitarne l’uso, e puoi opporti. Le risposte anonime non sono riconducibili a te, a meno che un tuo commento non lo riveli: una volta inviate, nessuno può ritrovarle per mostrarle, modificarle o cancellarle.`,
      "Puoi anche presentare un reclamo all’autorità per la protezione dei dati (in Italia, per esempio, il Garante per la protezione dei dati personali).",
    ],
    privacyLink: (organisation) => `L’informativa completa di ${organisation}`,
    check: "Da controllare",
  },
};
