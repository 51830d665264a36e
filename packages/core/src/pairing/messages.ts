import type { Wanted } from "../due/index.ts";
import { type Instant, plus } from "../time.ts";
import { meetingStates, openStates } from "./lifecycle.ts";
import type { Pairing } from "./schema.ts";

export const PAIRING_PROPOSAL = "pairing.proposal";

/** Who has not answered is asked once more some days later; after three weeks the manager has to act. */
const REMINDER_DAYS = 3;
const EXPIRY_DAYS = 21;

/** The mails to the members of a pairing who have not answered yet, also of one that meets without them so far. */
export function proposalsFor({ state, members, accepted, createdAt }: Pairing): Wanted[] {
  if (!openStates.includes(state)) return [];
  return members
    .filter(({ participantId }) => !accepted.includes(participantId))
    .flatMap(({ participantId, joinedAt: askedAt = createdAt }) =>
      [0, 1].map((round) => ({
        work: "mail" as const,
        kind: PAIRING_PROPOSAL,
        identity: { participantId, round, ...(askedAt !== createdAt && { askedAt }) },
        dueAt: plus(askedAt, { hours: round * REMINDER_DAYS * 24 }),
        expiresAt: plus(askedAt, { hours: (round === 0 ? REMINDER_DAYS : EXPIRY_DAYS) * 24 }),
      })),
    );
}

export const PAIRING_NUDGE = "pairing.nudge";

/** A nudge makes sense for a week; then the manager is shown that the pairing is quiet. */
export const NUDGE_DAYS = 7;

/**
 * The mails to the members of a pairing that goes quiet, once for each spell: its beginning is their identity.
 *
 * @param spell  since when they have not met, and from when on that is too long; `undefined` where nobody waits
 */
export function nudgesFor(
  { state, accepted }: Pairing,
  spell: { readonly since: Instant; readonly quietFrom: Instant } | undefined,
): Wanted[] {
  if (!spell || !meetingStates.includes(state)) return [];
  return accepted.map((participantId) => ({
    work: "mail",
    kind: PAIRING_NUDGE,
    identity: { participantId, since: spell.since },
    dueAt: spell.quietFrom,
    expiresAt: plus(spell.quietFrom, { hours: NUDGE_DAYS * 24 }),
  }));
}

export const PAIRING_FAREWELL = "pairing.farewell";

/** A thank-you that is older is for nobody any more. */
const FAREWELL_DAYS = 7;

/** The same mail to each who meets somebody else from now on, whoever has asked for it. */
export function farewellsFor({ state, ending, endedAt, members, formerMembers = [] }: Pairing): Wanted[] {
  const left = formerMembers.flatMap(({ participantId, left, leftAt }) =>
    left === "removed" && leftAt ? [{ participantId, at: leftAt }] : [],
  );
  const all = state === "ended" && ending === "unwound" && endedAt ? members : [];
  const parted = all.flatMap(({ participantId }) => (endedAt ? [{ participantId, at: endedAt }] : []));
  return [...left, ...parted].map(({ participantId, at }) => ({
    work: "mail",
    kind: PAIRING_FAREWELL,
    identity: { participantId, at },
    dueAt: at,
    expiresAt: plus(at, { hours: FAREWELL_DAYS * 24 }),
  }));
}
