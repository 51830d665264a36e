import type { Locale } from "./text.ts";
import type { Instant, LocalDate, Zone } from "./time.ts";

/** Whom a mail is from in the eyes of its reader: the customer, its colour, and a human to write to. */
export interface Sender {
  readonly organisation: string;
  readonly brandColour: string;
  readonly contact: { readonly name: string; readonly email: string };
  /** The language that whatever the reader's own lacks is shown in. */
  readonly locale: Locale;
  /** The zone that goes without saying. */
  readonly zone: Zone;
  /** The customer's own privacy notice. */
  readonly privacyUrl?: string;
}

/** Who reads a mail, and how she reads dates. */
export interface Reader {
  readonly name: string;
  /** What to greet with. */
  readonly givenName?: string;
  readonly email: string;
  readonly locale: Locale;
  readonly zone: Zone;
}

/** The token of a mailed link. */
export type LinkToken = string;

interface Letter {
  readonly sender: Sender;
  readonly reader: Reader;
  readonly programme: string;
  /** Leads to the reader's own programme; absent while she has none to look at. */
  readonly myProgramme?: LinkToken;
  /** Leads to what she gets and when; absent in a preview. */
  readonly preferences?: LinkToken;
}

/** When a session is, how long and where. */
export interface Meeting {
  readonly start: Instant;
  readonly minutes: number;
  readonly venue:
    | { readonly kind: "place"; readonly place: string }
    | { readonly kind: "link"; readonly link: string };
}

interface AboutSession extends Letter, Meeting {
  /** The names of the others. */
  readonly others: readonly string[];
}

/** How calendars know a session (RFC 5545): a constant UID and a SEQUENCE that rises with each change. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: Instant;
}

/** Puts a session into the reader's calendar. */
interface CalendarRequest extends AboutSession {
  readonly calendar: CalendarEntry;
  readonly cannotCome: LinkToken;
}

/** That a session was planned. */
export interface SessionInvitation extends CalendarRequest {
  readonly kind: "session.invitation";
}

/** That a session has another time or place now. */
export interface SessionMove extends CalendarRequest {
  readonly kind: "session.move";
  /** What the reader's calendar still says; absent when the reader was told of nothing before. */
  readonly before?: Meeting;
}

/** Why a session does not take place, as its reader is told. What nobody in it has decided names nobody. */
export type CancellationCause =
  | { readonly who: "reader" }
  /** The others meet without her, whatever the cause. */
  | { readonly who: "without-reader" }
  | { readonly who: "another"; readonly name: string; readonly reason?: string }
  | { readonly who: "nobody"; readonly reason?: string };

/** That a session does not take place; takes it out of the reader's calendar. */
export interface SessionCancellation extends AboutSession {
  readonly kind: "session.cancellation";
  readonly calendar: CalendarEntry;
  readonly cause: CancellationCause;
}

/** That a session comes soon. */
export interface SessionReminder extends AboutSession {
  readonly kind: "session.reminder";
  readonly cannotCome: LinkToken;
  readonly unsubscribe: LinkToken;
}

/** That another has proposed another time for a session; it stands as it is until the reader accepts. */
export interface SessionProposal extends AboutSession {
  readonly kind: "session.proposal";
  readonly proposed: { readonly by: string; readonly start: Instant };
  readonly reply: LinkToken;
}

/** Asks, after a session, whether it took place. */
export interface SessionFollowUp extends AboutSession {
  readonly kind: "session.follow-up";
  readonly tell: LinkToken;
  readonly unsubscribe: LinkToken;
}

/** That a step waits for the reader: to apply to a programme, or to prepare for it. */
export interface StepMail extends Letter {
  readonly kind: "participant.invitation" | "participant.preparation";
  /** Whether it is called to mind. */
  readonly again: boolean;
  readonly open: LinkToken;
}

/** That there is no place for the reader in a programme that she has applied to. */
export interface ParticipantRefusal extends Letter {
  readonly kind: "participant.refusal";
  /** What whoever runs the programme has written to her. */
  readonly reason?: string;
}

/** That the reader could be paired with somebody: what the two share, and where to say yes or no. */
export interface PairingProposal extends Letter {
  readonly kind: "pairing.proposal";
  readonly again: boolean;
  readonly others: readonly string[];
  readonly topics: readonly string[];
  readonly open: LinkToken;
}

/** That the reader's pairing has ended and somebody else is looked for: the same to each in it, and of no cause. */
export interface PairingFarewell extends Letter {
  readonly kind: "pairing.farewell";
  readonly others: readonly string[];
}

/** That the reader and another have not met for long: proposes to fix a date. */
export interface PairingNudge extends Letter {
  readonly kind: "pairing.nudge";
  readonly others: readonly string[];
  /** When they last met as far as somebody said; absent when they never have. */
  readonly lastMet?: Instant;
  /** The date that is planned, where there is one. */
  readonly next?: Instant;
  /** Her own programme, where she can move a date and finds whom to write to. */
  readonly open: LinkToken;
  readonly unsubscribe: LinkToken;
}

/** A programme's week for somebody who runs it; nothing of what sessions or answers say. */
export interface ManagementDigest extends Letter {
  readonly kind: "management.digest";
  readonly monday: LocalDate;
  readonly figures: {
    readonly pairings: number;
    readonly quiet: number;
    readonly held: number;
    readonly planned: number;
  };
  /** How many there are, and the most urgent in words. */
  readonly alerts: { readonly count: number; readonly sentences: readonly string[] };
  /** How many mails of each kind go out in the next seven days. */
  readonly outgoing: readonly { readonly kind: string; readonly count: number }[];
  readonly open: LinkToken;
  readonly unsubscribe: LinkToken;
}

/** What somebody else is going to get, for the eyes of somebody who runs the programme. */
export interface ManagementPreview extends Letter {
  readonly kind: "management.preview";
  readonly goesAt: Instant;
  /** In its own reader's language; its links are signed with no key of ours and lead nowhere. */
  readonly original: Mail;
}

/** How answers are kept, as their respondent is told before she answers. */
export type AnswerPrivacy =
  | { readonly mode: "anonymous" | "confidential" }
  | { readonly mode: "attributed"; readonly readBy: string };

/** How much a questionnaire asks: what is answered on a scale, and what in words. */
export interface Effort {
  readonly questions: number;
  readonly comments: number;
}

/** That a questionnaire waits for the reader's answers, the first time or again. */
export interface QuestionnaireInvitation extends Letter {
  readonly kind: "questionnaire.invitation" | "questionnaire.reminder";
  readonly title: string;
  readonly effort: Effort;
  readonly privacy: AnswerPrivacy;
  readonly closesAt: Instant;
  readonly answer: LinkToken;
  readonly unsubscribe: LinkToken;
}

/** Several mails that could wait, in one. */
export interface Digest extends Letter {
  readonly kind: "digest";
  readonly mails: readonly Exclude<Mail, Digest>[];
}

/** What a mail says, as data; the views turn it into text and HTML. */
export type Mail =
  | SessionInvitation
  | StepMail
  | ParticipantRefusal
  | PairingProposal
  | PairingNudge
  | PairingFarewell
  | ManagementDigest
  | ManagementPreview
  | SessionMove
  | SessionProposal
  | SessionFollowUp
  | SessionCancellation
  | SessionReminder
  | QuestionnaireInvitation
  | Digest;
export type MailKind = Mail["kind"];

/** What became of a mail. `unknown` may have been sent: only SES's own `Send` event can tell. */
export type Delivery =
  | { readonly outcome: "sent"; readonly messageId: string }
  | { readonly outcome: "rejected"; readonly reason: string }
  | { readonly outcome: "throttled" }
  | { readonly outcome: "unknown"; readonly reason: string };
