import type { PairingNudge } from "@viceversa/core/mail.ts";
import { dateOf } from "@viceversa/core/time.ts";
import { dayName, fewNamesOf, fullDate, namesOf } from "../dates.ts";
import { frameOf } from "./frame.ts";
import type { Letter } from "./layout.ts";
import { linkTo, privacyLinks } from "./links.ts";
import { nudgeWordsIn } from "./nudge-words.ts";
import type { Words } from "./words.ts";

/** Two who have not met for long: since when, what is planned, and where a date is fixed. */
export function aboutQuietPairing(mail: PairingNudge, words: Words, pagesUrl: string): Letter {
  const { reader, programme, lastMet, next, sender } = mail;
  const own = nudgeWordsIn[reader.locale];
  const others = namesOf(reader, mail.others);
  const few = fewNamesOf(reader, mail.others);
  const day = lastMet && dayName(reader, dateOf(lastMet, reader.zone));
  const stop = linkTo(pagesUrl, "unsubscribe", mail.unsubscribe);
  return {
    ...frameOf(mail, words),
    subject: day ? own.again.subject(few, day) : own.first.subject(few),
    opening: day ? own.again.opening(programme, others, day) : own.first.opening(programme, others),
    facts: next ? [{ name: own.next, value: fullDate(reader, next) }] : [],
    action: { label: own.open, url: linkTo(pagesUrl, "my-programme", mail.open), copied: false },
    notes: [next ? own.planned : own.unplanned(others), own.met, own.stuck(sender.contact.name)],
    links: [{ label: words.unsubscribe.reminders, url: stop }, ...privacyLinks(sender, words)],
  };
}
