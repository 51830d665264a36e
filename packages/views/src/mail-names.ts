import type { MailKind } from "@viceversa/core/mail.ts";
import type { Locale } from "@viceversa/core/text.ts";

const names: Readonly<Record<Locale, Readonly<Record<MailKind, string>>>> = {
  en: {
    "participant.invitation": "Invitation to take part",
    "participant.preparation": "Preparation",
    "participant.refusal": "Answer to an application",
    "pairing.proposal": "Proposed match",
    "pairing.nudge": "Nudge to meet again",
    "pairing.farewell": "End of a pairing",
    "session.invitation": "Invitation to a session",
    "session.move": "Session moved",
    "session.proposal": "Another time proposed",
    "session.reminder": "Session reminder",
    "session.follow-up": "Question after a session",
    "session.cancellation": "Session cancelled",
    "questionnaire.invitation": "Questionnaire",
    "questionnaire.reminder": "Questionnaire reminder",
    "management.digest": "Weekly summary",
    digest: "Several emails in one",
    "management.preview": "Preview",
  },
  it: {
    "participant.invitation": "Invito a partecipare",
    "participant.preparation": "Preparazione",
    "participant.refusal": "Risposta a una candidatura",
    "pairing.proposal": "Proposta di abbinamento",
    "pairing.nudge": "Invito a rivedersi",
    "pairing.farewell": "Fine di un abbinamento",
    "session.invitation": "Invito a un incontro",
    "session.move": "Incontro spostato",
    "session.proposal": "Proposta di un altro orario",
    "session.reminder": "Promemoria di un incontro",
    "session.follow-up": "Domanda dopo un incontro",
    "session.cancellation": "Incontro annullato",
    "questionnaire.invitation": "Questionario",
    "questionnaire.reminder": "Promemoria di un questionario",
    "management.digest": "Riepilogo della settimana",
    digest: "Più mail in una",
    "management.preview": "Anteprima",
  },
};

/** What a kind of mail is called towards managers. */
export const mailName = (locale: Locale, kind: string): string =>
  Object.hasOwn(names[locale], kind) ? names[locale][kind as MailKind] : kind;
