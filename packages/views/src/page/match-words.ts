import type { Locale } from "@viceversa/core/text.ts";
import type { MatchLink } from "@viceversa/core/workflow/opened-match.ts";

type Face = readonly [title: string, text: (others: string) => string];

/** What the page of a proposed pairing says. */
export interface MatchWords {
  readonly title: (others: string) => string;
  readonly about: (programme: string) => string;
  readonly topics: string;
  readonly languages: string;
  readonly first: string;
  readonly rhythm: (everyWeeks: number, count: number, minutes: number) => string;
  readonly where: string;
  readonly online: string;
  readonly answer: string;
  readonly discreet: string;
  /** Where the others can see who has come. */
  readonly discreetInGroup: string;
  readonly yes: string;
  readonly no: string;
  readonly choose: string;
  readonly send: string;
  readonly faces: Record<Exclude<MatchLink, "open"> | "declined", Face>;
}

const english: MatchWords = {
  title: (others) => `Would you like to meet ${others}?`,
  about: (programme) => `In “${programme}” we would like to bring you together.`,
  topics: "What you could talk about",
  languages: "Languages that you share",
  first: "First meeting",
  rhythm: (everyWeeks, count, minutes) => {
    if (count === 1) return `one meeting of ${minutes} minutes`;
    const every = everyWeeks === 1 ? "every week" : `every ${everyWeeks} weeks`;
    return `then ${every}, ${count} meetings in all, ${minutes} minutes each`;
  },
  where: "Where",
  online: "Online",
  answer: "Your answer",
  discreet: "Answer freely: we tell nobody who said no.",
  discreetInGroup: "Answer freely: a group meets with those who say yes, and nobody is asked why.",
  yes: "Yes, gladly",
  no: "No, thank you",
  choose: "Please choose one of the two.",
  send: "Send",
  faces: {
    waiting: [
      "Thank you for your yes",
      (others) =>
        `As soon as there is a yes from ${others} too, you will get the invitation to your first session.`,
    ],
    paired: ["You are going to meet", (others) => `You and ${others} have said yes.`],
    ended: [
      "Your sessions have come to an end",
      (others) => `You and ${others} have no more sessions planned. Thank you for meeting.`,
    ],
    withdrawn: [
      "This proposal is not open any more",
      () => "There is nothing left to do. You will get an email as soon as we have another one for you.",
    ],
    declined: [
      "Thank you for your answer",
      () => "We tell nobody that you said no, and are looking for somebody else for you.",
    ],
  },
};

const italian: MatchWords = {
  title: (others) => `Ti va di incontrare ${others}?`,
  about: (programme) => `In «${programme}» vorremmo farvi incontrare.`,
  topics: "Di che cosa potreste parlare",
  languages: "Lingue che avete in comune",
  first: "Primo incontro",
  rhythm: (everyWeeks, count, minutes) => {
    if (count === 1) return `un incontro di ${minutes} minuti`;
    const every = everyWeeks === 1 ? "ogni settimana" : `ogni ${everyWeeks} settimane`;
    return `poi ${every}, ${count} incontri in tutto, ${minutes} minuti ciascuno`;
  },
  where: "Dove",
  online: "Online",
  answer: "La tua risposta",
  discreet: "Rispondi in libertà: non diciamo a nessuno chi ha detto di no.",
  discreetInGroup:
    "Rispondi in libertà: il gruppo si incontra con chi dice di sì, e a nessuno si chiede perché.",
  yes: "Sì, volentieri",
  no: "No, grazie",
  choose: "Scegli una delle due risposte.",
  send: "Invia",
  faces: {
    waiting: [
      "Grazie del tuo sì",
      (others) => `Appena arriva anche il sì di ${others}, ricevi l’invito al primo incontro.`,
    ],
    paired: ["Vi incontrerete", (others) => `Tu e ${others} avete detto di sì.`],
    ended: [
      "I vostri incontri si sono conclusi",
      (others) =>
        `Per te e ${others} non ci sono altri incontri in programma. Grazie del tempo che avete condiviso.`,
    ],
    withdrawn: [
      "Questa proposta non è più aperta",
      () => "Non resta altro da fare. Quando ce ne sarà un’altra per te riceverai una mail.",
    ],
    declined: [
      "Grazie della tua risposta",
      () => "Non diciamo a nessuno che hai detto di no e cerchiamo un’altra persona per te.",
    ],
  },
};

export const matchWordsIn: Readonly<Record<Locale, MatchWords>> = { en: english, it: italian };
