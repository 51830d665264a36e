import type { MailKind } from "../mail.ts";
import { PAIRING_NUDGE, PAIRING_PROPOSAL } from "../pairing/index.ts";
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
import { QUESTIONNAIRE_INVITATION, QUESTIONNAIRE_REMINDER } from "../wave/index.ts";
import { type Aftermath, aftermathOf } from "./aftermath.ts";
import { decideManagementDigest } from "./management-digest.ts";
import { decidePreview } from "./management-preview.ts";
import { decideNudge } from "./pairing-nudge.ts";
import { decidePairingProposal } from "./pairing-proposal.ts";
import { decideQuestionnaire } from "./questionnaire-mail.ts";
import { decideCancellation, decideInvitation } from "./session-calendar.ts";
import { decideFollowUp } from "./session-follow-up.ts";
import { decideProposal } from "./session-proposal.ts";
import { decideReminder } from "./session-reminder.ts";
import { decideRefusal, decideStep } from "./step-mail.ts";
import type { Decide } from "./verdict.ts";

/** What differs between kinds of message. */
export interface Kind extends Aftermath {
  readonly queue: QueueName;
  readonly decide: Decide;
}

/** By kind of message: whether it is still wanted and what it says. */
const kinds: Readonly<Record<MailKind, Omit<Kind, keyof Aftermath>>> = {
  [SESSION_INVITATION]: { queue: "due", decide: decideInvitation },
  [SESSION_MOVE]: { queue: "due", decide: decideInvitation },
  [SESSION_CANCELLATION]: { queue: "due", decide: decideCancellation },
  [QUESTIONNAIRE_INVITATION]: { queue: "bulk", decide: decideQuestionnaire },
  [QUESTIONNAIRE_REMINDER]: { queue: "bulk", decide: decideQuestionnaire },
  [SESSION_PROPOSAL]: { queue: "due", decide: decideProposal },
  [SESSION_FOLLOW_UP]: { queue: "bulk", decide: decideFollowUp },
  [PARTICIPANT_INVITATION]: { queue: "bulk", decide: decideStep },
  [PARTICIPANT_PREPARATION]: { queue: "bulk", decide: decideStep },
  [PARTICIPANT_REFUSAL]: { queue: "bulk", decide: decideRefusal },
  [PAIRING_PROPOSAL]: { queue: "bulk", decide: decidePairingProposal },
  [PAIRING_NUDGE]: { queue: "bulk", decide: decideNudge },
  [MANAGEMENT_DIGEST]: { queue: "bulk", decide: decideManagementDigest },
  [MANAGEMENT_PREVIEW]: {
    queue: "due",
    decide: (ctx, due) => decidePreview(ctx, due, (kind) => kindOf(kind)?.decide),
  },
  [SESSION_REMINDER]: { queue: "due", decide: decideReminder },
};

/** What differs in a kind of message; `undefined` for a wake, which mails nothing. */
export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(kinds, kind) ? { ...kinds[kind as MailKind], ...aftermathOf(kind) } : undefined;
