import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { invariant } from "../invariant.ts";
import type { MailKind } from "../mail.ts";
import { PAIRING_FAREWELL, PAIRING_NUDGE, PAIRING_PROPOSAL } from "../pairing/index.ts";
import {
  PARTICIPANT_INVITATION,
  PARTICIPANT_PREPARATION,
  PARTICIPANT_REFUSAL,
} from "../participant/index.ts";
import type { QueueName } from "../ports.ts";
import { MANAGEMENT_DIGEST, MANAGEMENT_PREVIEW } from "../programme/index.ts";
import {
  SESSION_CANCELLATION,
  SESSION_FOLLOW_UP,
  SESSION_INVITATION,
  SESSION_MOVE,
  SESSION_PROPOSAL,
  SESSION_REMINDER,
} from "../session/index.ts";
import type { Instant } from "../time.ts";
import { QUESTIONNAIRE_INVITATION, QUESTIONNAIRE_REMINDER } from "../wave/index.ts";
import { type Aftermath, aftermathOf } from "./aftermath.ts";
import { companyOfFollowUp, companyOfQuestionnaire } from "./company.ts";
import { digestBy } from "./digest/decide.ts";
import { DIGEST } from "./digest/items.ts";
import { decideManagementDigest } from "./management-digest.ts";
import { decidePreview } from "./management-preview.ts";
import { decideFarewell } from "./pairing-farewell.ts";
import { decideNudge } from "./pairing-nudge.ts";
import { decidePairingProposal } from "./pairing-proposal.ts";
import { decideQuestionnaire } from "./questionnaire-mail.ts";
import { decideCancellation, decideInvitation } from "./session-calendar.ts";
import { decideFollowUp } from "./session-follow-up.ts";
import { decideProposal } from "./session-proposal.ts";
import { decideReminder } from "./session-reminder.ts";
import { decideRefusal, decideStep } from "./step-mail.ts";
import type { Decide, Verdict } from "./verdict.ts";

/** What differs between kinds of message. */
export interface Kind extends Aftermath {
  readonly queue: QueueName;
  /**
   * Whether it belongs to an hour, and ignores quiet times, the daily cap and digests; or can wait for them. A digest
   * has waited already.
   */
  readonly precedence: "bound to an hour" | "can wait" | "has waited";
  readonly decide: Decide;
  /** The hour at which something else goes to the same reader, for which it waits if that is near. */
  readonly company?: (ctx: Context, due: DueMail) => Promise<Instant | undefined>;
}

const questionnaire = {
  queue: "bulk",
  precedence: "can wait",
  decide: decideQuestionnaire,
  company: companyOfQuestionnaire,
} as const;

/** By kind of message: whether it is still wanted and what it says. */
const kinds: Readonly<Record<MailKind, Omit<Kind, keyof Aftermath>>> = {
  [SESSION_INVITATION]: { queue: "due", precedence: "bound to an hour", decide: decideInvitation },
  [SESSION_MOVE]: { queue: "due", precedence: "bound to an hour", decide: decideInvitation },
  [SESSION_CANCELLATION]: { queue: "due", precedence: "bound to an hour", decide: decideCancellation },
  [SESSION_PROPOSAL]: { queue: "due", precedence: "bound to an hour", decide: decideProposal },
  [SESSION_REMINDER]: { queue: "due", precedence: "bound to an hour", decide: decideReminder },
  [SESSION_FOLLOW_UP]: {
    queue: "bulk",
    precedence: "can wait",
    decide: decideFollowUp,
    company: companyOfFollowUp,
  },
  [QUESTIONNAIRE_INVITATION]: questionnaire,
  [QUESTIONNAIRE_REMINDER]: questionnaire,
  [PARTICIPANT_INVITATION]: { queue: "bulk", precedence: "can wait", decide: decideStep },
  [PARTICIPANT_PREPARATION]: { queue: "bulk", precedence: "can wait", decide: decideStep },
  [PARTICIPANT_REFUSAL]: { queue: "bulk", precedence: "can wait", decide: decideRefusal },
  [PAIRING_PROPOSAL]: { queue: "bulk", precedence: "can wait", decide: decidePairingProposal },
  [PAIRING_NUDGE]: { queue: "bulk", precedence: "can wait", decide: decideNudge },
  // The sessions to come are called off in the same minute: nobody is to wonder why.
  [PAIRING_FAREWELL]: { queue: "due", precedence: "bound to an hour", decide: decideFarewell },
  [MANAGEMENT_DIGEST]: { queue: "bulk", precedence: "can wait", decide: decideManagementDigest },
  [MANAGEMENT_PREVIEW]: {
    queue: "due",
    precedence: "bound to an hour",
    decide: (ctx, due) => decidePreview(ctx, due, (kind) => kindOf(kind)?.decide),
  },
  [DIGEST]: { queue: "bulk", precedence: "has waited", decide: digestBy(decideJoined) },
};

/** Decides about one mail of a digest. */
function decideJoined(ctx: Context, due: DueMail): Promise<Verdict> {
  const kind = kindOf(due.kind);
  invariant(kind?.precedence === "can wait", `a digest joins what can wait, and not ${due.kind}`);
  return kind.decide(ctx, due);
}

/** What differs in a kind of message; `undefined` for a wake, which mails nothing. */
export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(kinds, kind) ? { ...kinds[kind as MailKind], ...aftermathOf(kind) } : undefined;
