import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import type { MailKind } from "../mail.ts";
import type { QueueName } from "../ports.ts";
import {
  freeLine,
  holdLine,
  SESSION_CANCELLATION,
  SESSION_FOLLOW_UP,
  SESSION_INVITATION,
  SESSION_MOVE,
  SESSION_PROPOSAL,
  SESSION_REMINDER,
} from "../session/index.ts";
import type { Write } from "../table.ts";
import { QUESTIONNAIRE_INVITATION, QUESTIONNAIRE_REMINDER } from "../wave/index.ts";
import { decideQuestionnaire } from "./questionnaire-mail.ts";
import { calendarMessageOf, callNext, decideCancellation, decideInvitation } from "./session-calendar.ts";
import { decideFollowUp } from "./session-follow-up.ts";
import { decideProposal } from "./session-proposal.ts";
import { decideReminder } from "./session-reminder.ts";
import type { Decide } from "./verdict.ts";

/** What differs between kinds of message. */
export interface Kind {
  readonly queue: QueueName;
  readonly decide: Decide;
  /** What ends together with a message that went or may have gone. */
  readonly gone: (due: DueMail) => Write[];
  /** What is free again together with a message that certainly did not go. */
  readonly notGone: (due: DueMail) => Write[];
  readonly afterwards: (ctx: Context, due: DueMail) => Promise<void>;
}

const alone: Omit<Kind, "decide" | "queue"> = {
  gone: () => [],
  notGone: () => [],
  afterwards: async () => {},
};

const serial: Omit<Kind, "decide" | "queue"> = {
  gone: (due) => [holdLine(calendarMessageOf(due))],
  notGone: (due) => [freeLine(calendarMessageOf(due))],
  afterwards: callNext,
};

/** By kind of message: whether it is still wanted, what it says, and what hangs together with it. */
const kinds: Readonly<Record<MailKind, Kind>> = {
  [SESSION_INVITATION]: { queue: "due", decide: decideInvitation, ...serial },
  [SESSION_MOVE]: { queue: "due", decide: decideInvitation, ...serial },
  [SESSION_CANCELLATION]: { queue: "due", decide: decideCancellation, ...serial },
  [QUESTIONNAIRE_INVITATION]: { queue: "bulk", decide: decideQuestionnaire, ...alone },
  [QUESTIONNAIRE_REMINDER]: { queue: "bulk", decide: decideQuestionnaire, ...alone },
  [SESSION_PROPOSAL]: { queue: "due", decide: decideProposal, ...alone },
  [SESSION_FOLLOW_UP]: { queue: "bulk", decide: decideFollowUp, ...alone },
  [SESSION_REMINDER]: { queue: "due", decide: decideReminder, ...alone },
};

/** What differs in a kind of message; `undefined` for a wake, which mails nothing. */
export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(kinds, kind) ? kinds[kind as MailKind] : undefined;
