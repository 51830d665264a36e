import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid } from "../errors.ts";
import { type Id, mintSortable } from "../ids.ts";
import {
  canMeet,
  getPairing,
  type Member,
  meetingStates,
  type Pairing,
  pairingRef,
} from "../pairing/index.ts";
import { participantRef, readyStates } from "../participant/index.ts";
import { readProgramme, requireVenue } from "../programme/index.ts";
import { absent, check, oneOf, put } from "../table.ts";
import { attendeesOf, willing } from "./attendees.ts";
import { getSession } from "./get.ts";
import { sessionItem, sessionPointer, sessionRef } from "./items.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import type { Session, SessionInput } from "./schema.ts";
import { whenOf } from "./when.ts";

/**
 * Plans an extra session of a pairing, beside those that its plan holds in being, with all its members expected.
 *
 * @throws NotFound  there is no such pairing
 * @throws Invalid  its time is past or does not exist, who is named does not meet or does not suffice, or its venue does not fit the programme's format
 * @throws Conflict  the pairing's members have not agreed to meet, or do not meet any more
 */
export async function planSession(ctx: Context, input: SessionInput): Promise<Session> {
  let planned: Session | undefined;
  const id = await once(ctx, "session.plan", input, async () => {
    const now = ctx.clock.now();
    const when = whenOf(input, now);
    const pairing = await getPairing(ctx, input.pairingId);
    // The pairing's own venue was checked against the format when the pairing was made.
    if (input.venue) requireVenue(input.venue, (await readProgramme(ctx, pairing.programmeId)).format);
    const venue = input.venue ?? pairing.venue;
    const session: Session = {
      ...input,
      ...when,
      venue,
      id: mintSortable(ctx.ids, "session"),
      programmeId: pairing.programmeId,
      attendees: attendeesOf(membersAsked(pairing, await readyIn(ctx, pairing), input.attendees)),
      state: sessionLifecycle.initial,
      sequence: 0,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [
        check(entityKey(pairingRef(pairing.id)), oneOf("state", meetingStates)),
        put(sessionItem(session), absent),
        put(sessionPointer(session), absent),
      ],
      audit: { action: "session.planned", subject: sessionRef(session.id) },
      marks: [sessionRef(session.id)],
      idempotency: { operation: "session.plan", input, result: session.id },
    });
    if (outcome.committed) {
      planned = session;
      return session.id;
    }
    const state = outcome.refusals[0]?.found?.["state"];
    throw new Conflict(`This pairing is ${state}; its members meet once all have accepted it.`, {
      state,
      meetingStates,
    });
  });
  return planned ?? getSession(ctx, id);
}

/** The members who have said yes and who neither rest nor have left. */
async function readyIn(ctx: Context, pairing: Pairing): Promise<readonly Member[]> {
  const members = willing(pairing);
  const keys = members.map(({ participantId }) => entityKey(participantRef(participantId)));
  const found = await ctx.table.getMany(keys);
  return members.filter((_, at) => readyStates.some((state) => state === found[at]?.["state"]));
}

function membersAsked(
  { state }: Pairing,
  all: readonly Member[],
  asked: readonly Id<"participant">[] | undefined,
): readonly Member[] {
  if (asked === undefined) {
    if (!meetingStates.includes(state) || canMeet(all)) return all;
    throw new Conflict("One of its members takes a break or has left: they cannot meet now.");
  }
  const members = all.filter(({ participantId }) => asked.includes(participantId));
  if (members.length === asked.length && canMeet(members)) return members;
  const message = "Name members who have said yes, one who teaches and one who learns among them.";
  throw new Invalid("These cannot meet in this pairing.", { issues: [{ path: ["attendees"], message }] });
}
