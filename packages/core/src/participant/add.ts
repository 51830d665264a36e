import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { personKey } from "../person/index.ts";
import { type ProgrammePhase, programmeRef, requireManaged } from "../programme/index.ts";
import { absent, check, oneOf, present, put, type Refusal } from "../table.ts";
import { participantIdOf, participantItem, participantRef } from "./items.ts";
import { participantLifecycle } from "./lifecycle.ts";
import { Participant, type ParticipantInput } from "./schema.ts";

/** Late joiners are welcome while a programme runs. */
const openPhases: readonly ProgrammePhase[] = ["enrolling", "preparing", "matching", "running"];

/**
 * Invites a person into a programme, once.
 *
 * @throws Conflict  she is in it already, or the programme takes nobody now
 * @throws NotFound  there is no such programme
 * @throws Invalid  nobody in the directory has this id
 */
export function addParticipant(ctx: Context, input: ParticipantInput): Promise<Participant> {
  return once(ctx, "participant.add", input, async () => {
    await requireManaged(ctx, input.programmeId);
    const now = ctx.clock.now();
    const participant: Participant = {
      ...input,
      id: participantIdOf(input.programmeId, input.personId),
      state: "invited",
      mentorLoad: 0,
      menteeLoad: 0,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [
        put(participantItem(participant), absent),
        check(entityKey(programmeRef(input.programmeId)), oneOf("phase", openPhases)),
        check(personKey(input.personId), present),
      ],
      audit: { action: "participant.added", subject: participantRef(participant.id) },
      marks: [participantRef(participant.id)],
      idempotency: { operation: "participant.add", input, result: participant },
    });
    if (!outcome.committed) throw refusedAddition(outcome.refusals);
    return Participant.parse(participant);
  });
}

function refusedAddition(refusals: readonly Refusal[]): Error {
  const refused = new Map(refusals.map((refusal) => [refusal.index, refusal]));
  const programme = refused.get(1);
  if (programme && !programme.found) return new NotFound("There is no programme with this id.");
  if (programme) {
    const phase = programme.found?.["phase"];
    return new Conflict(`This programme is ${phase} and takes nobody now; open its enrolment first.`, {
      phase,
      openPhases,
    });
  }
  if (refused.has(2)) {
    const issues = [{ path: ["personId"], message: "Give the id of a person in the directory." }];
    return new Invalid("Nobody in the directory has this id.", { issues });
  }
  const state = refused.get(0)?.found?.["state"] ?? participantLifecycle.initial;
  return new Conflict(`She is in this programme already, as ${state}.`, { state });
}
