import type { Wanted } from "../due/index.ts";
import { plus } from "../time.ts";
import type { Pairing } from "./schema.ts";

export const PAIRING_PROPOSAL = "pairing.proposal";

/** Who has not answered is asked once more some days later; after three weeks the manager has to act. */
const REMINDER_DAYS = 3;
const EXPIRY_DAYS = 21;

/** The mails to the members of a proposed pairing who have not answered yet. */
export function proposalsFor({ state, members, accepted, createdAt }: Pairing): Wanted[] {
  if (state !== "proposed") return [];
  return members
    .filter(({ participantId }) => !accepted.includes(participantId))
    .flatMap(({ participantId }) =>
      [0, 1].map((round) => ({
        work: "mail" as const,
        kind: PAIRING_PROPOSAL,
        identity: { participantId, round },
        dueAt: plus(createdAt, { hours: round * REMINDER_DAYS * 24 }),
        expiresAt: plus(createdAt, { hours: (round === 0 ? REMINDER_DAYS : EXPIRY_DAYS) * 24 }),
      })),
    );
}
