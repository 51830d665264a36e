import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getProgramme, requireMatchingOpen } from "../programme/index.ts";
import { all, equal, oneOf, put, type Refusal, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { type JudgeTeachings, requireGathering, teachingsIn } from "./gathering.ts";
import { getPairing } from "./get.ts";
import { pairingPointer, pairingRef } from "./items.ts";
import { hasEnded, openStates } from "./lifecycle.ts";
import { joiningPlaces, placeConflict, refusedPlaces } from "./places.ts";
import { type Goal, MAXIMUM_GOALS, type Member, type Pairing } from "./schema.ts";

/** Somebody who is to learn with those who meet already, and what. */
export interface Joining {
  readonly participantId: Id<"participant">;
  readonly goals?: readonly Goal[];
}

/**
 * Proposes to a participant to join a group: she is asked by mail, and is expected at its sessions once she says yes.
 *
 * @throws NotFound  there is no such pairing
 * @throws Invalid  the programme's format knows no groups, or this one is as large as its rules allow
 * @throws Conflict  it has ended, she or the mentor has no room, she is not prepared or in it already, the matching
 *   is closed, or somebody has changed the group meanwhile
 */
export async function addMember(
  ctx: Context,
  { id, participantId }: { id: Id<"pairing">; participantId: Id<"participant"> },
  judge: JudgeTeachings = async () => {},
): Promise<Pairing> {
  const operation = "pairing.add-member";
  const input = { id, participantId };
  await once(ctx, operation, input, async () => {
    const pairing = await getPairing(ctx, id);
    const programme = await getProgramme(ctx, pairing.programmeId);
    const now = ctx.clock.now();
    if (hasEnded(pairing)) throw new Conflict("This group does not meet any more.", { state: pairing.state });
    if (pairing.members.some((member) => member.participantId === participantId)) {
      throw new Conflict("She is in this group already.", { participantId });
    }
    requireGathering([...pairing.members, memberOf(participantId)], programme);
    requireMatchingOpen(programme, now);
    await judge(programme, teachingsIn(joiningMembers(pairing, participantId)));
    const writes = joiningWrites(pairing, { participantId }, now);
    const outcome = await commit(ctx, {
      changes: writes,
      audit: { action: "pairing.member-added", subject: pairingRef(id), facts: { participantId } },
      marks: [pairingRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw refusedJoining(outcome.refusals, pairing, participantId);
  });
  return getPairing(ctx, id);
}

const memberOf = (participantId: Id<"participant">): Member => ({
  participantId,
  teaches: false,
  learns: true,
});

/** Whose places are taken when somebody joins: her own and the mentor's, in the order of the writes. */
export const joiningMembers = (pairing: Pairing, participantId: Id<"participant">): Member[] => [
  memberOf(participantId),
  ...pairing.members.filter(({ teaches }) => teaches),
];

/**
 * The writes by which somebody joins those who meet: the places of hers and the mentor's first, then that the two are
 * paired once, then the pairing's own.
 */
export function joiningWrites(
  pairing: Pairing,
  { participantId, goals = [] }: Joining,
  now: Instant,
): Write[] {
  const member = memberOf(participantId);
  return [
    ...joiningPlaces(pairing, joiningMembers(pairing, participantId), now),
    update(
      entityKey(pairingRef(pairing.id)),
      {
        set: {
          members: [...pairing.members, { ...member, joinedAt: now }],
          goals: [...(pairing.goals ?? []), ...goals].slice(0, MAXIMUM_GOALS),
          updatedAt: now,
        },
        add: { version: 1 },
      },
      all(oneOf("state", openStates), equal("version", pairing.version)),
    ),
    put(pairingPointer(pairing, participantId)),
  ];
}

function refusedJoining(
  refusals: readonly Refusal[],
  pairing: Pairing,
  participantId: Id<"participant">,
): Conflict {
  const members = joiningMembers(pairing, participantId);
  return (
    placeConflict(refusedPlaces(refusals, members), members, pairing) ??
    new Conflict("Somebody has changed this group meanwhile. Read it and try again.")
  );
}
