import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { readProgramme } from "../programme/index.ts";
import { all, below, equal, update } from "../table.ts";
import { getParticipant } from "./get.ts";
import { participantRef } from "./items.ts";
import { participantLifecycle } from "./lifecycle.ts";
import { requireRole } from "./role.ts";
import type { Participant, ParticipantChange } from "./schema.ts";

/**
 * Changes how many pairings a participant takes.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such participant, or the actor may not see her
 * @throws Invalid  the programme's format knows no such role
 * @throws Conflict  she has left or finished, or has more pairings than that already
 * @throws PreconditionFailed  she was changed since that version
 */
export async function changeParticipant(
  ctx: Context,
  { id, version, change }: { id: Id<"participant">; version: number; change: ParticipantChange },
): Promise<Participant> {
  const { mentorLoad, menteeLoad, state, programmeId } = await getParticipant(ctx, id);
  if (participantLifecycle.transitions[state].length === 0) {
    throw new Conflict(`She is ${state} and takes no more pairings.`, { state });
  }
  requireRole(await readProgramme(ctx, programmeId), change);
  const { mentorCapacity, menteeCapacity } = change;
  if (mentorLoad > mentorCapacity || menteeLoad > menteeCapacity) {
    throw new Conflict("She has more pairings than that. End some first.", { mentorLoad, menteeLoad });
  }
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(participantRef(id)),
        { set: { mentorCapacity, menteeCapacity, updatedAt: ctx.clock.now() }, add: { version: 1 } },
        all(
          equal("version", version),
          below("mentorLoad", mentorCapacity + 1),
          below("menteeLoad", menteeCapacity + 1),
        ),
      ),
    ],
    audit: { action: "participant.changed", subject: participantRef(id), facts: { ...change } },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getParticipant(ctx, id);
  throw stale("participant", "her");
}
