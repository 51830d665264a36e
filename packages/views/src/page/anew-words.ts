import type { Locale } from "@viceversa/core/text.ts";

/** What a page says that lets somebody meet somebody else. */
export interface AnewWords {
  readonly title: string;
  readonly hint: string;
  readonly discreet: string;
  readonly legend: string;
  readonly choice: (others: string) => string;
  readonly reason: string;
  readonly choose: string;
  readonly send: string;
  readonly doneTitle: string;
  readonly done: string;
  readonly back: string;
}

export const anewWordsIn: Readonly<Record<Locale, AnewWords>> = {
  en: {
    title: "Meeting somebody else",
    hint: "Sometimes two people do not fit together, and that is nobody’s fault. You can ask for somebody else at any time, without a reason.",
    discreet:
      "All of you get the same email, which thanks you and tells neither who has asked nor why. Sessions to come are called off. You stay in the programme.",
    legend: "What would you like?",
    choice: (others) => `Stop meeting ${others}, and be matched with somebody else`,
    reason: "Why, if you want to say it. Only whoever runs the programme reads it, never whom you have met.",
    choose: "Choose first what you would like.",
    send: "Confirm",
    doneTitle: "Thank you, that is arranged",
    done: "All of you get the same email, which tells neither who has asked nor why. As soon as there is somebody new for you, you get an email that asks whether you would like to meet.",
    back: "To my programme",
  },
  it: {
    title: "Incontrare un’altra persona",
    hint: "A volte due persone non si trovano, e non è colpa di nessuno. Puoi chiedere un’altra persona in qualsiasi momento, senza dare un motivo.",
    discreet:
      "Ricevete la stessa mail, che ringrazia e non dice né chi l’ha chiesto né perché. Gli incontri ancora in programma vengono annullati. Tu resti nel programma.",
    legend: "Che cosa desideri?",
    choice: (others) => `Concludere gli incontri con ${others} e avere un nuovo abbinamento`,
    reason: "Perché, se vuoi dirlo. Lo legge soltanto chi gestisce il programma, mai chi hai incontrato.",
    choose: "Prima scegli che cosa desideri.",
    send: "Conferma",
    doneTitle: "Grazie, è tutto fatto",
    done: "Ricevete la stessa mail, che non dice né chi l’ha chiesto né perché. Appena c’è un’altra persona per te, ricevi una mail che ti chiede se ti va di incontrarla.",
    back: "Al mio programma",
  },
};
