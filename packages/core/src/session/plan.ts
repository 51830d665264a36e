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
  willing,
} from "../pairing/index.ts";
import { participantRef, readyStates } from "../participant/index.ts";
import { readProgramme, requireVenue } from "../programme/index.ts";
import { absent, check, oneOf, put, type Value } from "../table.ts";
import { attendeesOf } from "./attendees.ts";
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
 * @throws Conflict  the pairing's members have not agreed to meet, do not meet any more, or take a break
 */
export async function planSession(ctx: Context, input: SessionInput): Promise<Session> {
  let planned: Session | undefined;
  const id = await once(ctx, "session.plan", input, async () => {
    const when = whenOf(input, ctx.clock.now());
    const pairing = await getPairing(ctx, input.pairingId);
    // The pairing's own venue was checked against the format when the pairing was made.
    if (input.venue) requireVenue(input.venue, (await readProgramme(ctx, pairing.programmeId)).format);
    planned = await plan(ctx, { input, when, pairing }, membersAsked(pairing, input.attendees));
    return planned.id;
  });
  return planned ?? getSession(ctx, id);
}

interface Planning {
  readonly input: SessionInput;
  readonly when: ReturnType<typeof whenOf>;
  readonly pairing: Pairing;
}

/** Plans it with these members, or with those of them who are ready where nobody has said who is to come. */
async function plan(ctx: Context, planning: Planning, members: readonly Member[]): Promise<Session> {
  const { input, pairing } = planning;
  const session = sessionOf(ctx, planning, members);
  const outcome = await commit(ctx, {
    changes: [
      check(entityKey(pairingRef(pairing.id)), oneOf("state", meetingStates)),
      put(sessionItem(session), absent),
      put(sessionPointer(session), absent),
      ...members.map(({ participantId }) =>
        check(entityKey(participantRef(participantId)), oneOf("state", readyStates)),
      ),
    ],
    audit: { action: "session.planned", subject: sessionRef(session.id) },
    marks: [sessionRef(session.id)],
    idempotency: { operation: "session.plan", input, result: session.id },
  });
  if (outcome.committed) return session;
  const refused = new Map(outcome.refusals.map(({ index, found }) => [index, found]));
  if (refused.has(0)) throw notMeeting(refused.get(0)?.["state"]);
  const ready = members.filter((_, at) => !refused.has(FIRST_MEMBER + at));
  if (input.attendees === undefined && canMeet(ready)) return plan(ctx, planning, ready);
  throw new Conflict("A member takes a break or has left, so that these cannot meet now.", {
    attendees: members.filter((member) => !ready.includes(member)).map(({ participantId }) => participantId),
  });
}

/** Where the members begin among the changes. */
const FIRST_MEMBER = 3;

const sessionOf = (
  ctx: Context,
  { input, when, pairing }: Planning,
  members: readonly Member[],
): Session => ({
  ...input,
  ...when,
  venue: input.venue ?? pairing.venue,
  id: mintSortable(ctx.ids, "session"),
  programmeId: pairing.programmeId,
  attendees: attendeesOf(members),
  state: sessionLifecycle.initial,
  sequence: 0,
  version: 1,
  createdAt: ctx.clock.now(),
  updatedAt: ctx.clock.now(),
});

const notMeeting = (state: Value | undefined): Conflict =>
  new Conflict(`This pairing is ${state}; its members meet once they have agreed to it.`, {
    state,
    meetingStates,
  });

/** Those who are named, or all who have said yes. */
function membersAsked(pairing: Pairing, asked: readonly Id<"participant">[] | undefined): readonly Member[] {
  const all = willing(pairing);
  if (asked === undefined) return all;
  const members = all.filter(({ participantId }) => asked.includes(participantId));
  if (members.length === asked.length && canMeet(members)) return members;
  const message = "Name members who have said yes, one who teaches and one who learns among them.";
  throw new Invalid("These cannot meet in this pairing.", { issues: [{ path: ["attendees"], message }] });
}
