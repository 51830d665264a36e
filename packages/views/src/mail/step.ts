import type { PairingProposal, ParticipantRefusal, StepMail } from "@viceversa/core/mail.ts";
import { fewNamesOf, namesOf } from "../dates.ts";
import { frameOf } from "./frame.ts";
import type { Letter } from "./layout.ts";
import { linkTo, privacyLinks } from "./links.ts";
import { stepWordsIn } from "./step-words.ts";
import type { Words } from "./words.ts";

/** A step waits for the reader: to apply, or to prepare. */
export function aboutStep(mail: StepMail, words: Words, pagesUrl: string): Letter {
  const own = stepWordsIn[mail.reader.locale];
  const { subject, opening, note, open } = own[mail.kind];
  const isInvitation = mail.kind === "participant.invitation";
  const purpose = isInvitation ? "apply" : "prepare";
  return {
    ...frameOf(mail, words),
    ...(isInvitation && { why: own.invited(mail.programme, mail.sender.organisation) }),
    subject: subject(mail.programme, mail.again),
    opening: opening(mail.programme),
    facts: [],
    action: { label: open, url: linkTo(pagesUrl, purpose, mail.open), copied: false },
    notes: [note],
    links: privacyLinks(mail.sender, words),
  };
}

/** There is no place for the reader; what was written to her stands in full. */
export function aboutRefusal(mail: ParticipantRefusal, words: Words): Letter {
  const own = stepWordsIn[mail.reader.locale].refusal;
  return {
    ...frameOf(mail, words),
    why: own.why(mail.programme),
    subject: own.subject(mail.programme),
    opening: own.opening(mail.programme),
    facts: [],
    ...(mail.reason && { quote: { name: own.reason, text: mail.reason } }),
    notes: [own.note],
    links: privacyLinks(mail.sender, words),
  };
}

/** Somebody could be the reader's match: shared topics, and nothing of levels or ages. */
export function aboutPairing(mail: PairingProposal, words: Words, pagesUrl: string): Letter {
  const { reader, topics } = mail;
  const own = stepWordsIn[reader.locale].proposal;
  return {
    ...frameOf(mail, words),
    subject: own.subject(fewNamesOf(reader, mail.others), mail.again),
    opening: own.opening(mail.programme, namesOf(reader, mail.others)),
    facts: topics.length > 0 ? [{ name: own.topics, value: namesOf(reader, topics) }] : [],
    action: { label: own.open, url: linkTo(pagesUrl, "match", mail.open), copied: false },
    notes: [mail.others.length > 1 ? own.noteInGroup : own.note],
    links: privacyLinks(mail.sender, words),
  };
}
