import type { Agreement } from "./schema.ts";

const first: Agreement = {
  version: 1,
  briefing: {
    en: "In reverse mentoring a younger colleague teaches a senior one: digital tools, new media, how their generation works and decides. In return the younger one gains insight into leadership and how the business is run. You meet regularly, at hours that you fix together. Each meeting looks back at what you agreed, takes up one main topic, and leaves room for questions. It is a conversation between equals: rank stays outside, and no question is too simple.",
    it: "Nel reverse mentoring è la persona più giovane a insegnare a chi ha più esperienza: strumenti digitali, nuovi media, il modo in cui la sua generazione lavora e decide. In cambio scopre da vicino come si guida un’organizzazione. Vi incontrate con regolarità, negli orari che scegliete insieme. Ogni incontro riparte da ciò che avevate concordato, affronta un tema principale e lascia spazio alle domande. È una conversazione alla pari: i ruoli restano fuori e nessuna domanda è troppo semplice.",
  },
  promises: [
    {
      en: "I keep to myself what the other tells me, unless we agree otherwise.",
      it: "Tengo per me ciò che l’altra persona mi racconta, salvo accordi diversi.",
    },
    {
      en: "I come prepared and on time, and say early when I cannot come.",
      it: "Arrivo agli incontri con puntualità e preparazione e, se non posso esserci, avviso per tempo.",
    },
    {
      en: "I do not use what I learn here to judge the other’s work, and it plays no part in appraisals.",
      it: "Non uso ciò che apprendo qui per giudicare il lavoro dell’altra persona: non entra in alcuna valutazione.",
    },
    {
      en: "I say openly when it does not work; either of us can end it without giving a reason.",
      it: "Se qualcosa non funziona lo dico apertamente: ognuno di noi può concludere senza doverne spiegare il motivo.",
    },
  ],
};

/** The shipped agreements, oldest first. */
export const shippedAgreements: readonly Agreement[] = [first];

/** The agreement that is signed today. */
export const presentAgreement: Agreement = shippedAgreements.at(-1) ?? first;
