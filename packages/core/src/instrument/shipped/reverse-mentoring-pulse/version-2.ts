import type { InstrumentInput } from "../../schema.ts";
import { agreement } from "../agreement.ts";

/**
 * The pulse in plainer words: an Italian scale that disagrees as clearly as it agrees, a title that is a question,
 * and items that hold for pairs and for groups. They measure what those of version 1 measure, under the same keys.
 */
export const reverseMentoringPulse2: InstrumentInput = {
  key: "reverse-mentoring-pulse",
  version: 2,
  title: { it: "Come sta andando il tuo mentoring?", en: "How is your mentoring going?" },
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
        it: "Ciò di cui parliamo mi è utile nel lavoro di ogni giorno.",
        en: "What we talk about is useful in my everyday work.",
      },
    },
    {
      kind: "scale",
      key: "time",
      subscale: "usefulness",
      reverse: true,
      text: {
        it: "Gli incontri richiedono più tempo di quello che meritano.",
        en: "The sessions take more time than they are worth.",
      },
    },
    {
      kind: "scale",
      key: "openness",
      subscale: "relationship",
      reverse: false,
      text: {
        it: "Nei nostri incontri posso parlare apertamente.",
        en: "I can speak openly in our sessions.",
      },
    },
    {
      kind: "scale",
      key: "equals",
      subscale: "relationship",
      reverse: false,
      text: {
        it: "Impariamo a vicenda, al di là dei nostri ruoli.",
        en: "We learn from one another, whatever our positions.",
      },
    },
    {
      kind: "scale",
      key: "new-skill",
      subscale: "skills",
      reverse: false,
      text: {
        it: "So fare qualcosa che prima degli incontri non sapevo fare.",
        en: "I can do something that I couldn’t do before our sessions.",
      },
    },
    {
      kind: "scale",
      key: "tried",
      subscale: "skills",
      reverse: false,
      text: {
        it: "Ho già messo in pratica qualcosa che ho imparato.",
        en: "I have already put something I learned into practice.",
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
