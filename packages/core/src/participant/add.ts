import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { isActive, personKey } from "../person/index.ts";
import { getProgramme, meetingPhases } from "../programme/index.ts";
import { absent, check, put, type Refusal } from "../table.ts";
import { participantIdOf, participantItem, participantRef } from "./items.ts";
import { participantLifecycle } from "./lifecycle.ts";
import { Participant, type ParticipantInput } from "./schema.ts";

/**
 * Invites a person into a programme, once.
 *
 * @throws Conflict  she is in it already or has left the company, or the programme takes nobody now
 * @throws NotFound  there is no such programme
 * @throws Invalid  nobody in the directory has this id
 */
export function addParticipant(ctx: Context, input: ParticipantInput): Promise<Participant> {
  return once(ctx, "participant.add", input, async () => {
    const { phase } = await getProgramme(ctx, input.programmeId);
    if (!meetingPhases.includes(phase)) {
      throw new Conflict(`This programme is ${phase} and takes nobody now; open its enrolment first.`, {
        phase,
        openPhases: meetingPhases,
      });
    }
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
      changes: [put(participantItem(participant), absent), check(personKey(input.personId), isActive)],
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
  const person = refused.get(1)?.found?.["state"];
  if (person === "deactivated") {
    return new Conflict("She has left the company, as the directory says. Reactivate her first.", {
      person,
    });
  }
  if (refused.has(1)) {
    const issues = [{ path: ["personId"], message: "Give the id of a person in the directory." }];
    return new Invalid("Nobody in the directory has this id.", { issues });
  }
  const state = refused.get(0)?.found?.["state"] ?? participantLifecycle.initial;
  return new Conflict(`She is in this programme already, as ${state}.`, { state });
}
