import type { Wanted } from "../due/index.ts";
import { plus } from "../time.ts";
import { openSteps } from "./preparation.ts";
import type { Participant } from "./schema.ts";

export const PARTICIPANT_INVITATION = "participant.invitation";
export const PARTICIPANT_PREPARATION = "participant.preparation";
export const PARTICIPANT_REFUSAL = "participant.refusal";
export type StepKind = typeof PARTICIPANT_INVITATION | typeof PARTICIPANT_PREPARATION;

/** An open step is called to mind once, some days later; after a month nobody is asked any more. */
const REMINDER_DAYS = 4;
const EXPIRY_DAYS = 30;

/** The step that waits for a participant: to apply, or to prepare herself. */
export function stepOf({
  state,
  preparation,
}: Pick<Participant, "state" | "preparation">): StepKind | undefined {
  if (state === "invited") return PARTICIPANT_INVITATION;
  return state === "approved" && openSteps(preparation).length > 0 ? PARTICIPANT_PREPARATION : undefined;
}

/** What is mailed to a participant by how she stands: the step that waits for her, or that she was refused. */
export const mailsFor = (participant: Participant): Wanted[] => [
  ...stepsFor(participant),
  ...refusalFor(participant),
];

/** Whoever has applied is told that there is no place for her, once. */
const refusalFor = ({ state, since }: Participant): Wanted[] =>
  state === "refused"
    ? [
        {
          work: "mail",
          kind: PARTICIPANT_REFUSAL,
          identity: { since },
          dueAt: since,
          expiresAt: plus(since, { hours: EXPIRY_DAYS * 24 }),
        },
      ]
    : [];

/** The mails about the step that waits: the first when she came to it, then one reminder. */
function stepsFor(participant: Participant): Wanted[] {
  const kind = stepOf(participant);
  if (!kind) return [];
  const { since } = participant;
  return [0, 1].map((round) => ({
    work: "mail",
    kind,
    identity: { since, round },
    dueAt: plus(since, { hours: round * REMINDER_DAYS * 24 }),
    expiresAt: plus(since, { hours: (round === 0 ? REMINDER_DAYS : EXPIRY_DAYS) * 24 }),
  }));
}
