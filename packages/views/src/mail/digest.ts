import type { Digest } from "@viceversa/core/mail.ts";
import { namesOf } from "../dates.ts";
import { digestWordsIn } from "./digest-words.ts";
import { frameOf } from "./frame.ts";
import type { Letter, Link } from "./layout.ts";
import type { Words } from "./words.ts";

/** Several letters as the sections of one; what their ends have in common stands once. */
export function aboutDigest(mail: Digest, letters: readonly Letter[], words: Words): Letter {
  const own = digestWordsIn[mail.reader.locale];
  const named = new Set(mail.mails.map(({ programme }) => own.quoted(programme)));
  const programmes = namesOf(mail.reader, [...named]);
  return {
    ...frameOf(mail, words),
    subject: own.subject(letters.length, programmes),
    opening: own.opening(letters.length),
    facts: [],
    notes: [],
    sections: letters.map(({ subject, ...section }) => ({ ...section, title: subject })),
    why: own.why(programmes, mail.sender.organisation),
    links: onceEach(letters.flatMap(({ links }) => links)),
  };
}

const onceEach = (links: readonly Link[]): Link[] => [
  ...new Map(links.map((link) => [link.url, link] as const)).values(),
];
