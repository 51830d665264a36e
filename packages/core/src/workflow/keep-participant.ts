import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import {
  endingWrites,
  goesOnWithout,
  hasEnded,
  leavingWrites,
  PAIRING_POINTER,
  Pairing,
  pairingRef,
} from "../pairing/index.ts";
import { Participant, type ParticipantState, participantRef, readyStates } from "../participant/index.ts";
import { check, equal, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { inviteLate } from "./invite-late.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/** How her pairings end when a participant leaves. */
const endings: Partial<Record<ParticipantState, "withdrawn" | "completed">> = {
  withdrawn: "withdrawn",
  finished: "completed",
};

/**
 * Keeps the pairings of a participant: when she has left, a group goes on without her, and all others end and their
 * sessions with them; otherwise
 * each is looked at again, since a pause or its end changes whom it can meet. Who has become ready is asked what
 * the others were asked without her.
 */
export async function keepParticipant(ctx: Context, { stored, partition, markId }: Kept): Promise<void> {
  const participant = Participant.parse(stored);
  const underMark = check(markKey(participantRef(participant.id)), equal("id", markId));
  if (readyStates.includes(participant.state)) await inviteLate(ctx, participant, underMark);
  const ending = endings[participant.state];
  const ids = partition
    .filter(({ sk }) => sk.startsWith(PAIRING_POINTER))
    .map((item) => item["pairingId"] as Id<"pairing">);
  if (ids.length === 0) return;
  const items = await ctx.table.getMany(ids.map((id) => entityKey(pairingRef(id))));
  const open = items
    .flatMap((item) => (item ? [Pairing.parse(item)] : []))
    .filter((pairing) => !hasEnded(pairing));
  for (const pairing of open) {
    const ends = ending ? leaving(pairing, participant.id, ending, ctx.clock.now()) : [];
    const entity = pairingRef(pairing.id);
    const { committed } = await ctx.table.transact([underMark, ...ends, markWrite(ctx, entity)]);
    if (!committed) throw new ChangedMeanwhile();
    await announce(ctx, [entity]);
  }
}

/** Where she is named among those who have left already, nothing is left to do. */
function leaving(
  pairing: Pairing,
  participantId: Id<"participant">,
  left: "withdrawn" | "completed",
  now: Instant,
): Write[] {
  const isMember = pairing.members.some((member) => member.participantId === participantId);
  if (!isMember) return [];
  return goesOnWithout(pairing, participantId)
    ? leavingWrites(pairing, { participantId, left }, now)
    : endingWrites(pairing, left, now);
}
