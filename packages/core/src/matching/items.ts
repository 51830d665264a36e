import type { Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import { type Instant, secondsOf } from "../time.ts";
import type { PairIds } from "./candidate.ts";
import type { ForbiddenPair, Freed, ProposedPair, Seat, StoredRun } from "./schema.ts";

/**
 * Access patterns:
 *   one run                          pk = matchingRun#<id>, sk = ENTITY
 *   all of a programme, by time      byProgramme: programmePk = matchingRun#<programme>, programmeSk = <id>
 *   the open run of a programme      pk = matching#<programme>, sk = OPEN         (there is one at most)
 *   whom managers have kept apart    pk = matching#<programme>, sk = FORBIDDEN#<mentor>#<mentee>
 *   whose members are free again     pk = matching#<programme>, sk = FREED#<pairing>, or …#<who has left a group>
 *   pairs of a proposal              pk = matchingRun#<id>#<proposal>, sk = PAIR#<mentor>#<mentee>
 *   people of a proposal             pk = matchingRun#<id>#<proposal>, sk = SEAT#<participant>
 *
 * A proposal is written under a name of its own and counts once the run names it: of two attempts at once one
 * counts whole, and the table deletes the other in time.
 */
export const runKey = (id: Id<"matchingRun">): Key => ({ pk: `matchingRun#${id}`, sk: "ENTITY" });
export const runsOf = (programmeId: Id<"programme">): string => `matchingRun#${programmeId}`;
export const runSubject = (id: Id<"matchingRun">) => ({ type: "matchingRun", id });

/** A proposal that is older than a year is nobody's. */
const KEEP_DAYS = 365;
const expiry = (at: Instant): number => secondsOf(at) + KEEP_DAYS * 86_400;

export const runItem = (run: StoredRun): Item => ({
  ...runKey(run.id),
  programmePk: runsOf(run.programmeId),
  programmeSk: run.id,
  schemaVersion: 1,
  ...run,
  expiresAtEpoch: expiry(run.createdAt),
});

export const matchingOf = (programmeId: Id<"programme">): string => `matching#${programmeId}`;
export const openRunKey = (programmeId: Id<"programme">): Key => ({
  pk: matchingOf(programmeId),
  sk: "OPEN",
});

/** Goes with the run that it names, so that no run that is gone stands in the way of another. */
export const openRunItem = ({ id, programmeId, createdAt }: StoredRun): Item => ({
  ...openRunKey(programmeId),
  schemaVersion: 1,
  runId: id,
  expiresAtEpoch: expiry(createdAt),
});

export const FORBIDDEN_PREFIX = "FORBIDDEN#";
export const forbiddenKey = (programmeId: Id<"programme">, { mentorId, menteeId }: PairIds): Key => ({
  pk: matchingOf(programmeId),
  sk: `${FORBIDDEN_PREFIX}${mentorId}#${menteeId}`,
});
export const forbiddenItem = (programmeId: Id<"programme">, forbidden: ForbiddenPair): Item => ({
  ...forbiddenKey(programmeId, forbidden),
  schemaVersion: 1,
  ...forbidden,
});

/** Who is free again for longer than this is one of those who wait, and no matter of its own any more. */
const FREED_DAYS = 90;
export const FREED_PREFIX = "FREED#";
export const freedKey = (
  programmeId: Id<"programme">,
  { pairingId, memberId }: Pick<Freed, "pairingId" | "memberId">,
): Key => ({
  pk: matchingOf(programmeId),
  sk: `${FREED_PREFIX}${pairingId}${memberId ? `#${memberId}` : ""}`,
});
export const freedItem = (programmeId: Id<"programme">, freed: Freed): Item => ({
  ...freedKey(programmeId, freed),
  schemaVersion: 1,
  ...freed,
  expiresAtEpoch: secondsOf(freed.freedAt) + FREED_DAYS * 86_400,
});

/** A proposal by the run that it is of and its own name. */
export interface ProposalRef {
  readonly id: Id<"matchingRun">;
  readonly proposal: string;
  readonly createdAt: Instant;
}

export const proposalPartition = ({ id, proposal }: Pick<ProposalRef, "id" | "proposal">): string =>
  `matchingRun#${id}#${proposal}`;
export const PAIR_PREFIX = "PAIR#";
export const SEAT_PREFIX = "SEAT#";

export const pairKey = (ref: ProposalRef, { mentorId, menteeId }: PairIds): Key => ({
  pk: proposalPartition(ref),
  sk: `${PAIR_PREFIX}${mentorId}#${menteeId}`,
});
export const pairItem = (ref: ProposalRef, pair: ProposedPair): Item => ({
  ...pairKey(ref, pair),
  schemaVersion: 1,
  ...pair,
  expiresAtEpoch: expiry(ref.createdAt),
});

export const seatKey = (ref: ProposalRef, participantId: Id<"participant">): Key => ({
  pk: proposalPartition(ref),
  sk: `${SEAT_PREFIX}${participantId}`,
});
export const seatItem = (ref: ProposalRef, seat: Seat): Item => ({
  ...seatKey(ref, seat.participantId),
  schemaVersion: 1,
  ...seat,
  expiresAtEpoch: expiry(ref.createdAt),
});
