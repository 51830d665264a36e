import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid } from "../errors.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { isActive, Person, personKey } from "../person/index.ts";
import {
  getProgramme,
  isEnrolmentOpen,
  meetingPhases,
  misfitsOf,
  type Programme,
  sidesOf,
} from "../programme/index.ts";
import { absent, check, put, type Refusal } from "../table.ts";
import type { Instant } from "../time.ts";
import { participantIdOf, participantItem, participantRef } from "./items.ts";
import { participantLifecycle } from "./lifecycle.ts";
import { requireRole, roleOf } from "./role.ts";
import { Participant, type ParticipantInput } from "./schema.ts";

/**
 * Invites a person into a programme, once.
 *
 * @throws Conflict  she is in it already or has left the company, the programme takes nobody now, or she does not fit its eligibility (`data.misfits`)
 * @throws NotFound  there is no such programme
 * @throws Invalid  nobody in the directory has this id, or the format knows no such role
 */
export function addParticipant(ctx: Context, input: ParticipantInput): Promise<Participant> {
  return once(ctx, "participant.add", input, async () => {
    const [programme, [person, organisation]] = await Promise.all([
      getProgramme(ctx, input.programmeId),
      ctx.table.getMany([personKey(input.personId), entityKey(ORGANISATION)]),
    ]);
    const now = ctx.clock.now();
    requireEnrolment(programme, now);
    requireRole(programme, input);
    if (person && organisation) {
      requireEligible(programme, input, Person.parse(person), Organisation.parse(organisation));
    }
    const participant: Participant = {
      ...input,
      id: participantIdOf(input.programmeId, input.personId),
      state: "invited",
      since: now,
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

/** @throws Conflict  the programme takes nobody now */
export function requireEnrolment(programme: Programme, now: Instant): void {
  if (isEnrolmentOpen(programme, now)) return;
  const { phase, enrolment } = programme;
  if (!meetingPhases.includes(phase)) {
    throw new Conflict(`This programme is ${phase} and takes nobody now; open its enrolment first.`, {
      phase,
      openPhases: meetingPhases,
    });
  }
  throw new Conflict("The enrolment of this programme is closed today. Change its window first.", {
    phase,
    enrolment,
  });
}

/** Nobody is kept out by what a role does not ask for. */
function requireEligible(
  { eligibility }: Programme,
  capacities: ParticipantInput,
  person: Person,
  { generations }: Organisation,
): void {
  const role = roleOf(capacities);
  const misfits = [
    ...new Set(sidesOf(role).flatMap((side) => misfitsOf(person, eligibility[side], generations))),
  ];
  if (misfits.length === 0) return;
  throw new Conflict(
    `She is not eligible as a ${role} by ${misfits.join(", ")}. Widen the eligibility, or correct her in the directory.`,
    { role, misfits },
  );
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
