import type { Purpose } from "@viceversa/core/capability/index.ts";
import type { Mail, QuestionnaireInvitation } from "@viceversa/core/mail.ts";
import { type CalendarMail, calendarOf } from "../calendar/session-event.ts";
import { fewNamesOf, fullDate, namesOf, shortDate } from "../dates.ts";
import { timeFor } from "../effort.ts";
import { privacyWordsIn } from "../privacy.ts";
import { asHtml, asText, type Letter, type Link } from "./layout.ts";
import { type Words, wordsIn } from "./words.ts";

/** A mail that only needs its envelope: every text is final. */
export interface RenderedMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string };
  readonly organisation: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** A calendar message (RFC 6047) that belongs to the mail. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
  /** Where one click unsubscribes (RFC 8058); absent for what cannot be stopped. */
  readonly unsubscribeUrl?: string;
}

type SessionMail = Exclude<Mail, QuestionnaireInvitation>;

/** Where a mailed link leads: the page of its purpose. The pages' router reads the same paths. */
export const linkTo = (pagesUrl: string, purpose: Purpose, token: string): string =>
  `${pagesUrl}/p/${purpose}/${token}`;

/**
 * A mail in its reader's language, as text and as HTML.
 *
 * @param pagesUrl  where the pages are, without a slash at the end
 */
export function renderMail(mail: Mail, pagesUrl: string): RenderedMail {
  const words = wordsIn[mail.reader.locale];
  const letter =
    "answer" in mail ? aboutQuestionnaire(mail, words, pagesUrl) : aboutSession(mail, words, pagesUrl);
  const { reader, sender } = mail;
  return {
    to: { name: reader.name, address: reader.email },
    replyTo: { name: sender.contact.name, address: sender.contact.email },
    organisation: sender.organisation,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter),
    language: reader.locale,
    ...("calendar" in mail && { calendar: calendarPart(mail, words) }),
    ...("unsubscribe" in mail && { unsubscribeUrl: linkTo(pagesUrl, "unsubscribe", mail.unsubscribe) }),
  };
}

const frame = ({ reader, sender, programme }: Mail, words: Words) => ({
  locale: reader.locale,
  sender,
  greeting: words.greeting(reader.givenName),
  why: words.why(programme, sender.organisation),
  human: { label: words.human(sender.contact.name), email: sender.contact.email },
});

function aboutSession(mail: SessionMail, words: Words, pagesUrl: string): Letter {
  const { reader, venue, kind, sender, programme } = mail;
  const takesPlace = kind !== "session.cancellation";
  const reason = kind === "session.cancellation" ? mail.reason : undefined;
  return {
    ...frame(mail, words),
    subject: words.subject[kind](fewNamesOf(reader, mail.others), shortDate(reader, mail.start, sender.zone)),
    opening: words.opening[kind](programme),
    facts: [
      { name: words.when, value: fullDate(reader, mail.start), aside: words.minutes(mail.minutes) },
      { name: words.withWhom, value: namesOf(reader, mail.others) },
      ...(takesPlace && venue.kind === "place" ? [{ name: words.where, value: venue.place }] : []),
    ],
    ...(reason && { quote: { name: words.reason, text: reason } }),
    ...(takesPlace &&
      venue.kind === "link" && { action: { label: words.join, url: venue.link, copied: true } }),
    notes: [],
    ...("cannotCome" in mail && {
      secondary: { label: words.cannotCome, url: linkTo(pagesUrl, "cannot-come", mail.cannotCome) },
    }),
    links: [
      ...("unsubscribe" in mail ? [stopLink(mail.unsubscribe, words.unsubscribe.reminders, pagesUrl)] : []),
      ...privacyLink(mail, words),
    ],
  };
}

function aboutQuestionnaire(mail: QuestionnaireInvitation, words: Words, pagesUrl: string): Letter {
  const { reader, programme, kind, effort } = mail;
  const time = timeFor(effort, reader.locale);
  const privacy = privacyWordsIn[reader.locale];
  const comments = effort.comments > 0 ? ` ${privacy.comments(mail.privacy)}` : "";
  return {
    ...frame(mail, words),
    subject: words.subject[kind](mail.title, time),
    opening: words.opening[kind](programme, time),
    facts: [],
    action: {
      label: words.answer,
      url: linkTo(pagesUrl, "questionnaire", mail.answer),
      copied: false,
    },
    notes: [`${privacy.answers(mail.privacy)}${comments}`, words.openUntil(fullDate(reader, mail.closesAt))],
    links: [
      stopLink(mail.unsubscribe, words.unsubscribe.questionnaires, pagesUrl),
      ...privacyLink(mail, words),
    ],
  };
}

const stopLink = (token: string, label: string, pagesUrl: string): Link => ({
  label,
  url: linkTo(pagesUrl, "unsubscribe", token),
});

const privacyLink = ({ sender: { privacyUrl } }: Mail, words: Words): Link[] =>
  privacyUrl ? [{ label: words.privacy, url: privacyUrl }] : [];

function calendarPart(mail: CalendarMail, words: Words) {
  const method = mail.kind === "session.cancellation" ? "CANCEL" : "REQUEST";
  const { venue, reader, others, programme } = mail;
  const content = calendarOf({
    method,
    summary: `${programme}: ${namesOf(reader, others)}`,
    // Only what everybody who sees the entry may use: the reader's own links stay in her mail.
    description: method === "REQUEST" && venue.kind === "link" ? `${words.join}: ${venue.link}` : "",
    location: venue.kind === "link" ? venue.link : venue.place,
    start: mail.start,
    minutes: mail.minutes,
    entry: mail.calendar,
    sender: mail.sender,
    reader,
  });
  return { method, content } as const;
}
