import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, Invalid } from "../errors.ts";
import { mintSortable } from "../ids.ts";
import { getPairing, type PairingState, pairingRef } from "../pairing/index.ts";
import { type Format, formats, getProgramme } from "../programme/index.ts";
import { absent, check, oneOf, put } from "../table.ts";
import { sessionItem, sessionRef } from "./items.ts";
import { attendeeLifecycle, sessionLifecycle } from "./lifecycle.ts";
import { Session, type SessionInput, type Venue } from "./schema.ts";
import { whenOf } from "./when.ts";

/** Whose members have agreed to meet. */
const meeting: readonly PairingState[] = ["accepted", "active"];

/**
 * Plans a session of a pairing, beside those that its plan holds in being, with all its members expected.
 *
 * @throws NotFound  there is no such pairing
 * @throws Invalid  its time is past or does not exist, or its venue does not fit the programme's format
 * @throws Conflict  the pairing's members have not agreed to meet, or do not meet any more
 */
export function planSession(ctx: Context, input: SessionInput): Promise<Session> {
  return once(ctx, "session.plan", input, async () => {
    const now = ctx.clock.now();
    const when = whenOf(input, now);
    const pairing = await getPairing(ctx, input.pairingId);
    const { format } = await getProgramme(ctx, pairing.programmeId);
    requireVenue(input.venue, format);
    const session: Session = {
      ...input,
      ...when,
      id: mintSortable(ctx.ids, "session"),
      programmeId: pairing.programmeId,
      attendees: pairing.members.map(({ participantId }) => ({
        participantId,
        state: attendeeLifecycle.initial,
      })),
      state: sessionLifecycle.initial,
      sequence: 0,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [
        check(entityKey(pairingRef(pairing.id)), oneOf("state", meeting)),
        put(sessionItem(session), absent),
      ],
      audit: { action: "session.planned", subject: sessionRef(session.id) },
      marks: [sessionRef(session.id)],
      idempotency: { operation: "session.plan", input, result: session },
    });
    if (outcome.committed) return Session.parse(session);
    const state = outcome.refusals[0]?.found?.["state"];
    throw new Conflict(`This pairing is ${state}; its members meet once all have accepted it.`, {
      state,
      meeting,
    });
  });
}

/** A format says whether people meet at a place or by a link. */
export function requireVenue(venue: Venue, format: Format): void {
  const { meets } = formats[format];
  if (meets === "either" || meets === venue.kind) return;
  const issues = [{ path: ["venue"], message: `Give a ${meets}.` }];
  throw new Invalid(`A session of a programme in the format ${format} needs a ${meets}.`, { issues });
}
