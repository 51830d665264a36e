import type { Mail } from "@viceversa/core/mail.ts";
import type { Letter } from "./layout.ts";
import type { Words } from "./words.ts";

/** What every letter begins and ends with. */
export const frameOf = (
  { reader, sender, programme }: Mail,
  words: Words,
): Pick<Letter, "locale" | "sender" | "greeting" | "why" | "human"> => ({
  locale: reader.locale,
  sender,
  greeting: words.greeting(reader.givenName),
  why: words.why(programme, sender.organisation),
  human: { label: words.human(sender.contact.name), email: sender.contact.email },
});
