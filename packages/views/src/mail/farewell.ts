import type { PairingFarewell } from "@viceversa/core/mail.ts";
import { fewNamesOf, namesOf } from "../dates.ts";
import { farewellWordsIn } from "./farewell-words.ts";
import { frameOf } from "./frame.ts";
import type { Letter } from "./layout.ts";
import { privacyLinks } from "./links.ts";
import type { Words } from "./words.ts";

/** A pairing that has ended: thanks, and what follows; the same to each, without a cause. */
export function aboutFarewell(mail: PairingFarewell, words: Words): Letter {
  const { reader, programme, sender } = mail;
  const own = farewellWordsIn[reader.locale];
  return {
    ...frameOf(mail, words),
    subject: own.subject(fewNamesOf(reader, mail.others)),
    opening: own.opening(programme, namesOf(reader, mail.others)),
    facts: [],
    notes: [own.thanks, own.sessions, own.next, own.help(sender.contact.name)],
    links: privacyLinks(sender, words),
  };
}
