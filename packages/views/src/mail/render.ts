import type { Purpose } from "@viceversa/core/capability/index.ts";
import type { AnswerPrivacy, Mail, QuestionnaireInvitation } from "@viceversa/core/mail.ts";
import { type CalendarMail, calendarOf } from "../calendar/session-event.ts";
import { fullDate, namesOf, shortDate } from "../dates.ts";
import { asHtml, asText, type Letter } from "./layout.ts";
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

const frame = ({ kind, reader, sender, programme }: Mail, words: Words) => ({
  locale: reader.locale,
  organisation: sender.organisation,
  brandColour: sender.brandColour,
  greeting: words.greeting(reader.name),
  opening: words.opening[kind](programme),
  human: { label: words.human(sender.contact.name), email: sender.contact.email },
});

function aboutSession(mail: SessionMail, words: Words, pagesUrl: string): Letter {
  const { reader, venue, kind } = mail;
  const takesPlace = kind !== "session.cancellation";
  const reason = kind === "session.cancellation" ? mail.reason : undefined;
  return {
    ...frame(mail, words),
    subject: words.subject[kind](shortDate(reader, mail.start)),
    facts: [
      [words.when, `${fullDate(reader, mail.start)}, ${words.minutes(mail.minutes)}`],
      [words.withWhom, namesOf(reader, mail.others)],
      ...(takesPlace && venue.kind === "place" ? ([[words.where, venue.place]] as const) : []),
      ...(reason ? ([[words.why, reason]] as const) : []),
    ],
    ...(takesPlace && venue.kind === "link" && { action: { label: words.join, url: venue.link } }),
    notes: [],
    links: [
      ...("cannotCome" in mail
        ? [{ label: words.cannotCome, url: linkTo(pagesUrl, "cannot-come", mail.cannotCome) }]
        : []),
      ...("unsubscribe" in mail
        ? [{ label: words.unsubscribe, url: linkTo(pagesUrl, "unsubscribe", mail.unsubscribe) }]
        : []),
    ],
  };
}

function aboutQuestionnaire(mail: QuestionnaireInvitation, words: Words, pagesUrl: string): Letter {
  return {
    ...frame(mail, words),
    subject: words.subject[mail.kind](mail.title),
    facts: [],
    action: { label: words.answer, url: linkTo(pagesUrl, "questionnaire", mail.answer) },
    notes: [privacyNote(words, mail.privacy), words.openUntil(fullDate(mail.reader, mail.closesAt))],
    links: [{ label: words.unsubscribe, url: linkTo(pagesUrl, "unsubscribe", mail.unsubscribe) }],
  };
}

const privacyNote = ({ privacy }: Words, told: AnswerPrivacy): string =>
  told.mode === "attributed" ? privacy.attributed(told.readBy) : privacy[told.mode];

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
