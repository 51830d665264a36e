import type { Mail, ManagementPreview } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";
import { fullDate } from "../dates.ts";
import type { Letter } from "./layout.ts";

interface PreviewWords {
  readonly subject: (original: string) => string;
  readonly banner: (name: string, when: string) => string;
}

const wordsIn: Readonly<Record<Locale, PreviewWords>> = {
  en: {
    subject: (original) => `Preview: ${original}`,
    banner: (name, when) =>
      `A preview for you alone. ${name} will get this email on ${when}, if nothing changes until then. The links in it lead nowhere.`,
  },
  it: {
    subject: (original) => `Anteprima: ${original}`,
    banner: (name, when) =>
      `Un’anteprima solo per te. ${name} riceverà questa mail ${when}, se nel frattempo non cambia nulla. I link qui dentro non portano da nessuna parte.`,
  },
};

/** A mail as its reader will see it, below a word that it is a preview. */
export function aboutOriginal(
  { reader, original, goesAt }: ManagementPreview,
  letterOf: (mail: Mail) => Letter,
): Letter {
  const words = wordsIn[reader.locale];
  const letter = letterOf(original);
  return {
    ...letter,
    subject: words.subject(letter.subject),
    banner: { text: words.banner(original.reader.name, fullDate(reader, goesAt)), locale: reader.locale },
  };
}
