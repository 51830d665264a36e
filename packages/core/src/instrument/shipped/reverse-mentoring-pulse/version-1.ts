import type { InstrumentInput } from "../../schema.ts";
import { agreement } from "../agreement.ts";

/**
 * Our own short instrument for reverse mentoring: satisfaction, usefulness, quality of the relationship and
 * skills developed, two items each, one of them reversed, and room for a comment.
 */
export const reverseMentoringPulse1: InstrumentInput = {
  key: "reverse-mentoring-pulse",
  version: 1,
  title: { it: "Come sta andando il tuo mentoring", en: "How your mentoring is going" },
  licence: "MIT",
  scale: agreement,
  items: [
    {
      kind: "scale",
      key: "glad",
      subscale: "satisfaction",
      reverse: false,
      text: {
        it: "Partecipo volentieri a questo programma.",
        en: "I am glad to take part in this programme.",
      },
    },
    {
      kind: "scale",
      key: "recommend",
      subscale: "satisfaction",
      reverse: false,
      text: {
        it: "Consiglierei il programma a un’altra persona dell’azienda.",
        en: "I would recommend the programme to somebody else in the company.",
      },
    },
    {
      kind: "scale",
      key: "everyday",
      subscale: "usefulness",
      reverse: false,
      text: {
        it: "Quello di cui parliamo mi serve nel lavoro di tutti i giorni.",
        en: "What we talk about helps me in my everyday work.",
      },
    },
    {
      kind: "scale",
      key: "time",
      subscale: "usefulness",
      reverse: true,
      text: {
        it: "Gli incontri mi portano via più tempo di quanto valgano.",
        en: "The sessions take more of my time than they are worth.",
      },
    },
    {
      kind: "scale",
      key: "openness",
      subscale: "relationship",
      reverse: false,
      text: {
        it: "Con la persona con cui faccio coppia posso parlare apertamente.",
        en: "I can speak openly with the person I am paired with.",
      },
    },
    {
      kind: "scale",
      key: "equals",
      subscale: "relationship",
      reverse: false,
      text: {
        it: "Impariamo l’uno dall’altra, qualunque sia la nostra posizione.",
        en: "We learn from each other, whatever our positions are.",
      },
    },
    {
      kind: "scale",
      key: "new-skill",
      subscale: "skills",
      reverse: false,
      text: {
        it: "So fare qualcosa che prima di questi incontri non sapevo fare.",
        en: "I can do something that I could not do before these sessions.",
      },
    },
    {
      kind: "scale",
      key: "tried",
      subscale: "skills",
      reverse: false,
      text: {
        it: "Ho già messo in pratica qualcosa che ho imparato.",
        en: "I have already put something that I learned into practice.",
      },
    },
    {
      kind: "comment",
      key: "comment",
      text: {
        it: "Che cosa renderebbe migliori i prossimi incontri?",
        en: "What would make the next sessions better?",
      },
    },
  ],
};
