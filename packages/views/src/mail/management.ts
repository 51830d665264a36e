import type { ManagementDigest } from "@viceversa/core/mail.ts";
import { dayName } from "../dates.ts";
import { mailName } from "../mail-names.ts";
import { frameOf } from "./frame.ts";
import type { Fact, Letter } from "./layout.ts";
import { linkTo, privacyLinks } from "./links.ts";
import { managementWordsIn } from "./management-words.ts";
import type { Words } from "./words.ts";

/** A programme's week for somebody who runs it: figures, what needs her, what goes out, and her page. */
export function aboutWeek(mail: ManagementDigest, words: Words, pagesUrl: string): Letter {
  const { reader, programme, figures, alerts, sender } = mail;
  const own = managementWordsIn[reader.locale];
  const { pairings, quiet, held, planned } = figures;
  return {
    ...frameOf(mail, words),
    why: own.why(programme, sender.organisation),
    subject: own.subject(programme, dayName(reader, mail.monday), alerts.count),
    opening: own.opening(programme),
    facts: [
      alertFact(mail),
      { name: own.pairings, value: own.pairingCount(pairings, quiet) },
      { name: own.sessions, value: own.sessionCount(held, planned) },
      outgoingFact(mail),
    ],
    action: { label: own.open, url: linkTo(pagesUrl, "manage", mail.open), copied: false },
    notes: [own.validity],
    links: [
      { label: own.stop, url: linkTo(pagesUrl, "unsubscribe", mail.unsubscribe) },
      ...privacyLinks(sender, words),
    ],
  };
}

function alertFact({ reader, alerts: { count, sentences } }: ManagementDigest): Fact {
  const own = managementWordsIn[reader.locale];
  if (count === 0) return { name: own.alerts, value: own.noAlerts };
  const more = count - sentences.length;
  const asides = [
    ...sentences.map((sentence) => `• ${sentence}`),
    ...(more > 0 ? [own.moreAlerts(more)] : []),
  ];
  return { name: own.alerts, value: String(count), asides };
}

function outgoingFact({ reader, outgoing }: ManagementDigest): Fact {
  const own = managementWordsIn[reader.locale];
  const all = outgoing.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return { name: own.outgoing, value: own.nothingOutgoing };
  const asides = outgoing.map(({ kind, count }) => `${mailName(reader.locale, kind)}: ${count}`);
  return { name: own.outgoing, value: String(all), asides };
}
