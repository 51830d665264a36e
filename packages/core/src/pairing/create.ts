import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import { mintSortable } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { type ParticipantState, participantRef, readyStates } from "../participant/index.ts";
import {
  getProgramme,
  isMatchingOpen,
  meetingPhases,
  type Programme,
  requireVenue,
} from "../programme/index.ts";
import {
  absent,
  all,
  belowAttribute,
  equal,
  oneOf,
  put,
  type Refusal,
  update,
  type Write,
} from "../table.ts";
import type { Instant } from "../time.ts";
import { getPairing } from "./get.ts";
import { pairingItem, pairingPointer, pairingRef, pairKey } from "./items.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import { requireMeetable } from "./plan.ts";
import type { Member, Pairing, PairingInput } from "./schema.ts";

/**
 * Proposes a pairing: takes a place of each member's capacity and keeps the two from being paired twice.
 *
 * @throws NotFound  there is no such programme
 * @throws Invalid  the venue does not fit the programme's format, the plan begins in the past, or one of its sessions falls into an hour that the clocks skip
 * @throws Conflict  the programme has not begun or has ended, they are paired already, or a member is not prepared, has no room or is not in the programme
 */
export async function createPairing(ctx: Context, input: PairingInput): Promise<Pairing> {
  let created: Pairing | undefined;
  const id = await once(ctx, "pairing.create", input, async () => {
    const now = ctx.clock.now();
    const [programme, working] = await Promise.all([
      getProgramme(ctx, input.programmeId),
      getOrganisation(ctx),
    ]);
    requireMeetable(input, { now, working });
    requireVenue(input.venue, programme.format);
    if (!isMatchingOpen(programme, now)) throw closedMatching(programme);
    const pairing: Pairing = {
      ...input,
      id: mintSortable(ctx.ids, "pairing"),
      state: pairingLifecycle.initial,
      accepted: [],
      planRevision: 1,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: proposingWrites(pairing, now),
      audit: { action: "pairing.proposed", subject: pairingRef(pairing.id) },
      marks: [pairingRef(pairing.id)],
      idempotency: { operation: "pairing.create", input, result: pairing.id },
    });
    if (!outcome.committed) throw refusedPairing(outcome.refusals, pairing);
    created = pairing;
    return pairing.id;
  });
  return created ?? getPairing(ctx, id);
}

/**
 * The writes that propose a pairing: a place of each member in their order, that the two are paired once, and the
 * pairing itself. A workflow commits them together with what else belongs to them.
 */
export const proposingWrites = (pairing: Pairing, now: Instant): Write[] => [
  ...pairing.members.map((member) => takePlace(pairing, member, now)),
  put({ ...pairKey(pairing), schemaVersion: 1, pairingId: pairing.id }, absent),
  put(pairingItem(pairing), absent),
  ...pairing.members.map(({ participantId }) => put(pairingPointer(pairing, participantId), absent)),
];

function closedMatching({ phase, matching }: Programme): Conflict {
  return meetingPhases.includes(phase)
    ? new Conflict("The matching of this programme is closed today. Change its window first.", {
        phase,
        matching,
      })
    : new Conflict(`This programme is ${phase}; nobody is paired in it.`, { phase, meetingPhases });
}

/** One more pairing on a participant, while she is prepared and has room for it. */
function takePlace({ programmeId }: Pairing, { participantId, teaches }: Member, now: Instant): Write {
  const [load, capacity] = teaches ? ["mentorLoad", "mentorCapacity"] : ["menteeLoad", "menteeCapacity"];
  return update(
    entityKey(participantRef(participantId)),
    { set: { updatedAt: now }, add: { [load as string]: 1, version: 1 } },
    all(
      equal("programmeId", programmeId),
      oneOf("state", readyStates),
      belowAttribute(load as string, capacity as string),
    ),
  );
}

function refusedPairing(refusals: readonly Refusal[], { members, programmeId }: Pairing): Conflict {
  const refused = new Map(refusals.map(({ index, found }) => [index, found]));
  for (const [at, { participantId, teaches }] of members.entries()) {
    if (!refused.has(at)) continue;
    const found = refused.get(at);
    const data = { participantId };
    if (found?.["programmeId"] !== programmeId)
      return new Conflict("A member is not in this programme.", data);
    if (!readyStates.includes(found["state"] as ParticipantState)) {
      return new Conflict(`A member is ${found["state"]}; she must be prepared first.`, {
        ...data,
        pairable: readyStates,
      });
    }
    return new Conflict(
      `A member has no room for another pairing as a ${teaches ? "mentor" : "mentee"}.`,
      data,
    );
  }
  return new Conflict("These two have a pairing in this programme already.");
}
