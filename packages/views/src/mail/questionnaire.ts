import type { QuestionnaireInvitation } from "@viceversa/core/mail.ts";
import { fullDate } from "../dates.ts";
import { timeFor } from "../effort.ts";
import { promiseOf } from "../privacy.ts";
import { frameOf } from "./frame.ts";
import type { Letter } from "./layout.ts";
import { linkTo, privacyLinks } from "./links.ts";
import type { Words } from "./words.ts";

/** A questionnaire waits: how long it takes, who sees the answers, until when. */
export function aboutQuestionnaire(mail: QuestionnaireInvitation, words: Words, pagesUrl: string): Letter {
  const { reader, programme, kind, effort } = mail;
  const time = timeFor(effort, reader.locale);
  const stop = linkTo(pagesUrl, "unsubscribe", mail.unsubscribe);
  return {
    ...frameOf(mail, words),
    subject: words.subject[kind](mail.title, time),
    opening: words.opening[kind](programme, time),
    facts: [],
    action: { label: words.answer, url: linkTo(pagesUrl, "questionnaire", mail.answer), copied: false },
    notes: [promiseOf(mail.privacy, effort, reader.locale), words.openUntil(fullDate(reader, mail.closesAt))],
    links: [{ label: words.unsubscribe.questionnaires, url: stop }, ...privacyLinks(mail.sender, words)],
  };
}
