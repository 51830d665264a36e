import type { Purpose } from "@viceversa/core/capability/index.ts";
import type { LinkToken, Mail } from "@viceversa/core/mail.ts";
import { type CalendarMail, calendarOf } from "../calendar/session-event.ts";
import { namesOf } from "../dates.ts";
import { aboutDigest } from "./digest.ts";
import { aboutFarewell } from "./farewell.ts";
import { asHtml, asText, type Letter } from "./layout.ts";
import { linkTo } from "./links.ts";
import { aboutWeek } from "./management.ts";
import { aboutQuietPairing } from "./nudge.ts";
import { aboutOriginal } from "./preview.ts";
import { aboutQuestionnaire } from "./questionnaire.ts";
import { aboutCancellation, aboutFollowUp, aboutProposal, aboutSession } from "./session.ts";
import { aboutPairing, aboutRefusal, aboutStep } from "./step.ts";
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

/**
 * A mail in its reader's language, as text and as HTML.
 *
 * @param pagesUrl  where the pages are, without a slash at the end
 */
export function renderMail(mail: Mail, pagesUrl: string): RenderedMail {
  const words = wordsIn[mail.reader.locale];
  const letter = wholeLetter(mail, words, pagesUrl);
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
    ...unsubscribing(mail, pagesUrl),
  };
}

/** One click stops a class of mails; of a digest only where all that it joins is of one class. */
function unsubscribing(mail: Mail, pagesUrl: string): Pick<RenderedMail, "unsubscribeUrl"> {
  const joined = mail.kind === "digest" ? mail.mails : [mail];
  const tokens = new Set(joined.map((one) => ("unsubscribe" in one ? one.unsubscribe : undefined)));
  const [token] = tokens;
  return token && tokens.size === 1 ? { unsubscribeUrl: linkTo(pagesUrl, "unsubscribe", token) } : {};
}

/**
 * The reader's own programme is the first of what stands at the end, and which mails she gets the last. Links of a
 * preview lead nowhere, so that it has none of its reader's own.
 */
function withProgramme(
  letter: Letter,
  { kind, myProgramme, preferences }: Mail,
  words: Words,
  pagesUrl: string,
): Letter {
  const link = (label: string, purpose: Purpose, token: LinkToken | undefined) =>
    token ? [{ label, url: linkTo(pagesUrl, purpose, token) }] : [];
  return {
    ...letter,
    links: [
      ...link(words.myProgramme, "my-programme", myProgramme),
      ...letter.links,
      ...(kind === "management.preview" ? [] : link(words.preferences, "preferences", preferences)),
    ],
  };
}

const wholeLetter = (mail: Mail, words: Words, pagesUrl: string): Letter =>
  withProgramme(letterOf(mail, words, pagesUrl), mail, words, pagesUrl);

function letterOf(mail: Mail, words: Words, pagesUrl: string): Letter {
  switch (mail.kind) {
    case "participant.invitation":
    case "participant.preparation":
      return aboutStep(mail, words, pagesUrl);
    case "participant.refusal":
      return aboutRefusal(mail, words);
    case "pairing.proposal":
      return aboutPairing(mail, words, pagesUrl);
    case "management.digest":
      return aboutWeek(mail, words, pagesUrl);
    case "management.preview":
      return aboutOriginal(mail, (one) => wholeLetter(one, wordsIn[one.reader.locale], pagesUrl));
    case "pairing.farewell":
      return aboutFarewell(mail, words);
    case "pairing.nudge":
      return aboutQuietPairing(mail, words, pagesUrl);
    case "questionnaire.invitation":
    case "questionnaire.reminder":
      return aboutQuestionnaire(mail, words, pagesUrl);
    case "digest":
      return aboutDigest(
        mail,
        mail.mails.map((one) =>
          withProgramme(letterOf({ ...one, reader: mail.reader }, words, pagesUrl), one, words, pagesUrl),
        ),
        words,
      );
    case "session.cancellation":
      return aboutCancellation(mail, words);
    case "session.proposal":
      return aboutProposal(mail, words, pagesUrl);
    case "session.follow-up":
      return aboutFollowUp(mail, words, pagesUrl);
    default:
      return aboutSession(mail, words, pagesUrl);
  }
}

function calendarPart(mail: CalendarMail, words: Words) {
  const method = mail.kind === "session.cancellation" ? "CANCEL" : "REQUEST";
  const { venue, reader, others, programme } = mail;
  const content = calendarOf({
    method,
    summary: `${programme}: ${namesOf(reader, others)}`,
    // Only what everybody who sees the entry may use: the reader's own links stay in her mail.
    description: method === "REQUEST" && venue.kind === "link" ? `${words.join}: ${venue.link}` : "",
    location: venue.kind === "place" ? venue.place : method === "REQUEST" ? venue.link : "",
    start: mail.start,
    minutes: mail.minutes,
    entry: mail.calendar,
    sender: mail.sender,
    reader,
  });
  return { method, content } as const;
}
