import type {
  Mail,
  Meeting,
  SessionCancellation,
  SessionFollowUp,
  SessionMove,
  SessionProposal,
} from "@viceversa/core/mail.ts";
import { fewNamesOf, fullDate, namesOf, shortDate } from "../dates.ts";
import { frameOf } from "./frame.ts";
import type { Letter } from "./layout.ts";
import { linkTo, privacyLinks } from "./links.ts";
import type { Words } from "./words.ts";

/** The mails that are about a session. */
export type SessionMail = Extract<Mail, { kind: `session.${string}` }>;

const subjectOf = ({ kind, reader, sender, start, others }: SessionMail, words: Words): string =>
  words.subject[kind](fewNamesOf(reader, others), shortDate(reader, start, sender.zone));

/** A session takes place: when, where, with whom, and what to do about it. */
export function aboutSession(
  mail: Exclude<SessionMail, SessionCancellation | SessionProposal | SessionFollowUp>,
  words: Words,
  pagesUrl: string,
): Letter {
  const { kind, reader, sender, programme, venue, others } = mail;
  const asides = [words.minutes(mail.minutes), ...(kind === "session.move" ? beforeOf(mail, words) : [])];
  return {
    ...frameOf(mail, words),
    subject: subjectOf(mail, words),
    opening: words.opening[kind](programme),
    facts: [
      { name: words.when, value: fullDate(reader, mail.start), asides },
      { name: words.withWhom, value: namesOf(reader, others) },
      ...(venue.kind === "place" ? [{ name: words.where, value: venue.place }] : []),
    ],
    ...(venue.kind === "link" && { action: { label: words.join, url: venue.link, copied: true } }),
    notes: [],
    secondary: { label: words.cannotCome, url: linkTo(pagesUrl, "cannot-come", mail.cannotCome) },
    links: [
      ...(kind === "session.reminder"
        ? [{ label: words.unsubscribe.reminders, url: linkTo(pagesUrl, "unsubscribe", mail.unsubscribe) }]
        : []),
      ...privacyLinks(sender, words),
    ],
  };
}

/** Another time is proposed: what stands, what is proposed, and where to answer. */
export function aboutProposal(mail: SessionProposal, words: Words, pagesUrl: string): Letter {
  const { reader, sender, proposed } = mail;
  return {
    ...frameOf(mail, words),
    subject: subjectOf({ ...mail, start: proposed.start }, words),
    opening: words.opening[mail.kind](mail.programme),
    facts: [
      { name: words.proposal.instead(proposed.by), value: fullDate(reader, proposed.start) },
      { name: words.proposal.planned, value: fullDate(reader, mail.start) },
    ],
    action: { label: words.proposal.reply, url: linkTo(pagesUrl, "proposal", mail.reply), copied: false },
    notes: [words.proposal.stands],
    links: privacyLinks(sender, words),
  };
}

/** A session should have taken place: one tap tells. */
export function aboutFollowUp(mail: SessionFollowUp, words: Words, pagesUrl: string): Letter {
  const { reader, sender } = mail;
  return {
    ...frameOf(mail, words),
    subject: subjectOf(mail, words),
    opening: words.opening[mail.kind](mail.programme),
    facts: [
      { name: words.when, value: fullDate(reader, mail.start) },
      { name: words.withWhom, value: namesOf(reader, mail.others) },
    ],
    action: { label: words.tell, url: linkTo(pagesUrl, "follow-up", mail.tell), copied: false },
    notes: [],
    links: [
      { label: words.unsubscribe.questionnaires, url: linkTo(pagesUrl, "unsubscribe", mail.unsubscribe) },
      ...privacyLinks(sender, words),
    ],
  };
}

/** What of a session was otherwise before it moved. */
function beforeOf({ before, reader, ...now }: SessionMove, words: Words): string[] {
  if (!before) return [];
  const placeOf = ({ venue }: Pick<Meeting, "venue">) =>
    venue.kind === "place" ? venue.place : words.online;
  const parts = [
    ...(before.start === now.start ? [] : [fullDate(reader, before.start)]),
    ...(before.minutes === now.minutes ? [] : [words.minutes(before.minutes)]),
    ...(placeOf(before) === placeOf(now) ? [] : [placeOf(before)]),
  ];
  return parts.length > 0 ? [words.before(parts.join(", "))] : [];
}

/** A session does not take place: who could not come, and how to find a new date. */
export function aboutCancellation(mail: SessionCancellation, words: Words): Letter {
  const { reader, sender, cause } = mail;
  const others = namesOf(reader, mail.others);
  return {
    ...frameOf(mail, words),
    subject: subjectOf(mail, words),
    opening: openingOf(mail, words, others),
    facts: [
      { name: words.when, value: fullDate(reader, mail.start) },
      { name: words.withWhom, value: others },
    ],
    ...("reason" in cause &&
      cause.reason && {
        quote: {
          name: cause.who === "another" ? words.cancelled.writes(cause.name) : words.cancelled.reason,
          text: cause.reason,
        },
      }),
    // What a manager or the end of a pairing has cancelled asks for no new date.
    notes:
      cause.who === "nobody" || cause.who === "without-reader"
        ? []
        : [words.cancelled.newDate(others, sender.contact.name)],
    links: privacyLinks(sender, words),
  };
}

function openingOf({ cause, programme }: SessionCancellation, words: Words, others: string): string {
  const cancelled = words.opening["session.cancellation"](programme);
  switch (cause.who) {
    case "reader":
      return words.cancelled.byReader(programme, others);
    case "without-reader":
      return words.cancelled.withoutReader(programme);
    case "another":
      return `${cancelled} ${words.cancelled.by(cause.name)}`;
    case "nobody":
      return cancelled;
  }
}
