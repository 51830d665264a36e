import type { Locale } from "@viceversa/core/text.ts";

interface Step {
  readonly subject: (programme: string, again: boolean) => string;
  readonly opening: (programme: string) => string;
  readonly note: string;
  readonly open: string;
}

/** What mails about a participant's next step say, by language. */
export interface StepWords {
  readonly "participant.invitation": Step;
  readonly "participant.preparation": Step;
  /** Why somebody is written to who does not take part yet. */
  readonly invited: (programme: string, organisation: string) => string;
  readonly refusal: {
    readonly subject: (programme: string) => string;
    readonly opening: (programme: string) => string;
    readonly reason: string;
    readonly note: string;
    readonly why: (programme: string) => string;
  };
  readonly proposal: {
    readonly subject: (others: string, again: boolean) => string;
    readonly opening: (programme: string, others: string) => string;
    readonly topics: string;
    readonly note: string;
    /** Where the others can see who has come. */
    readonly noteInGroup: string;
    readonly open: string;
  };
}

const english: StepWords = {
  "participant.invitation": {
    subject: (programme, again) => `${again ? "Still open: your" : "Your"} invitation to “${programme}”`,
    opening: (programme) =>
      `You are invited to “${programme}”, a reverse-mentoring programme in which younger colleagues teach and senior ones learn.`,
    note: "Taking part is voluntary. Applying takes about five minutes; saying no takes a moment.",
    open: "Look at it and decide",
  },
  "participant.preparation": {
    subject: (programme, again) => `${again ? "Still to do: get" : "Get"} ready for “${programme}”`,
    opening: (programme) => `You are in: welcome to “${programme}”. Two short steps and you are ready.`,
    note: "You read what to expect, agree to a few promises, and say how ready you feel. About five minutes.",
    open: "Get ready",
  },
  invited: (programme, organisation) =>
    `You are getting this email because ${organisation} invites you to “${programme}”.`,
  refusal: {
    subject: (programme) => `About your application to “${programme}”`,
    opening: (programme) =>
      `Thank you for applying to “${programme}”. This time there is no place for you; we are sorry.`,
    reason: "What the organisers write to you",
    note: "Your profile is used for nothing else. If something is unclear, just reply to this email.",
    why: (programme) => `You are getting this email because you have applied to “${programme}”.`,
  },
  proposal: {
    subject: (others, again) => `${again ? "Still waiting for you: meet" : "Meet"} ${others}`,
    opening: (programme, others) => `In “${programme}” we would like to bring you together with ${others}.`,
    topics: "What you could talk about",
    note: "Say yes or no freely: we tell nobody who said no.",
    noteInGroup: "Answer freely: a group meets with those who say yes, and nobody is asked why.",
    open: "Say yes or no",
  },
};

const italian: StepWords = {
  "participant.invitation": {
    subject: (programme, again) => `${again ? "Ti aspettiamo ancora" : "Un invito per te"}: «${programme}»`,
    opening: (programme) =>
      `Ti invitiamo a «${programme}», un programma di reverse mentoring in cui le persone più giovani insegnano e quelle con più esperienza imparano.`,
    note: "Partecipare è una tua scelta. Per candidarti bastano cinque minuti, per dire di no un attimo.",
    open: "Guarda e decidi",
  },
  "participant.preparation": {
    subject: (programme, again) => `${again ? "Manca ancora poco" : "Preparati"}: «${programme}»`,
    opening: (programme) =>
      `Fai parte di «${programme}»: ti diamo il benvenuto. Due brevi passi per prepararti.`,
    note: "Leggi che cosa aspettarti, accetti alcuni impegni e ci dici se senti di poter iniziare. Circa cinque minuti.",
    open: "Preparati ora",
  },
  invited: (programme, organisation) =>
    `Ricevi questa mail perché ${organisation} ti invita a «${programme}».`,
  refusal: {
    subject: (programme) => `La tua candidatura a «${programme}»`,
    opening: (programme) =>
      `Grazie per la tua candidatura a «${programme}». Questa volta non c’è un posto per te: ci dispiace.`,
    reason: "Che cosa ti scrive chi organizza",
    note: "Il tuo profilo non viene usato per altro. Se qualcosa non è chiaro, rispondi a questa mail.",
    why: (programme) => `Ricevi questa mail perché hai presentato la tua candidatura a «${programme}».`,
  },
  proposal: {
    subject: (others, again) => `${again ? "Aspettiamo la tua risposta" : "Una persona per te"}: ${others}`,
    opening: (programme, others) => `In «${programme}» vorremmo farti incontrare ${others}.`,
    topics: "Di che cosa potreste parlare",
    note: "Rispondi in libertà: non diciamo a nessuno chi ha detto di no.",
    noteInGroup:
      "Rispondi in libertà: il gruppo si incontra con chi dice di sì, e a nessuno si chiede perché.",
    open: "Rispondi sì o no",
  },
};

export const stepWordsIn: Readonly<Record<Locale, StepWords>> = { en: english, it: italian };
