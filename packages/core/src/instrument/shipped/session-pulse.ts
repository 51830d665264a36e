import type { InstrumentInput } from "../schema.ts";
import { statement } from "./agreement.ts";

/** One question after a session, and room for a comment. */
export const sessionPulse: InstrumentInput = {
  key: "session-pulse",
  version: 1,
  title: { it: "Com’è andato l’incontro?", en: "How was the session?" },
  licence: "MIT",
  scale: [
    { it: "Per niente", en: "Not at all" },
    { it: "Poco", en: "A little" },
    { it: "In parte", en: "In part" },
    { it: "In gran parte", en: "Mostly" },
    { it: "Del tutto", en: "Fully" },
  ],
  items: [
    statement("worth", "worth", {
      it: "L’incontro è valso il tempo che gli hai dedicato?",
      en: "Was the session worth your time?",
    }),
    {
      kind: "comment",
      key: "comment",
      text: { it: "Vuoi aggiungere qualcosa?", en: "Would you like to add something?" },
    },
  ],
};
