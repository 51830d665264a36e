import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import { readPairing } from "../pairing/index.ts";
import { equal, update } from "../table.ts";
import type { LocalTime, Zone } from "../time.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { moveTo } from "./move.ts";
import type { Session } from "./schema.ts";
import { hasBegun, whenOf } from "./when.ts";

interface Proposal {
  readonly id: Id<"session">;
  readonly localStart: LocalTime;
  readonly zone: Zone;
  /** The attendee to whom a link was mailed; by the API it is who has signed in. */
  readonly by?: Id<"participant">;
}

/**
 * Proposes another time for a planned session. The session stands as it is until another attendee accepts;
 * a counter-proposal takes the place of the one before.
 *
 * @throws NotFound  there is no such session, or she is not expected at it
 * @throws Invalid  the time is past or does not exist
 * @throws Conflict  the session has begun or is cancelled
 */
export async function proposeTime(ctx: Context, proposal: Proposal): Promise<Session> {
  const operation = "session.propose";
  const { id, localStart, zone } = proposal;
  const input = { ...proposal };
  await once(ctx, operation, input, async () => {
    const { by, session: before } = await planned(ctx, id, proposal.by);
    const now = ctx.clock.now();
    const { start } = whenOf({ localStart, zone }, now);
    const proposed = { by, localStart, zone, start, proposedAt: now };
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(sessionRef(id)),
          { set: { proposal: proposed, updatedAt: now }, add: { version: 1 } },
          equal("version", before.version),
        ),
      ],
      audit: { action: "session.time-proposed", subject: sessionRef(id), facts: { by, start } },
      marks: [sessionRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new PreconditionFailed("Somebody has changed this session at the same moment. Look at it again.");
  });
  return getSession(ctx, id);
}

/**
 * Accepts the time that another attendee has proposed: the session moves there.
 *
 * @param proposedAt  which proposal is meant; a newer one is not accepted by mistake
 * @throws NotFound  there is no such session, or she is not expected at it
 * @throws Conflict  there is no such proposal any more, it is her own, neither of the two is the mentor of a group, or
 *   the session cannot be moved
 * @throws PreconditionFailed  somebody has changed the session at the same moment
 */
export async function acceptProposal(
  ctx: Context,
  { id, proposedAt, by: mailedTo }: { id: Id<"session">; proposedAt: string; by?: Id<"participant"> },
): Promise<Session> {
  const { by, session } = await planned(ctx, id, mailedTo);
  const { proposal, version } = session;
  if (proposal?.proposedAt !== proposedAt) {
    throw new Conflict("This proposal does not stand any more. Look at the session again.", {
      proposal: proposal ?? null,
    });
  }
  if (proposal.by === by) throw new Conflict("Your own proposal is for the others to accept.");
  await requireVoice(ctx, session, [by, proposal.by]);
  const { localStart, zone } = proposal;
  return moveTo(ctx, session, { version, to: { localStart, zone } });
}

/** A session that is still to come, and which of its attendees acts. */
async function planned(ctx: Context, id: Id<"session">, mailedTo?: Id<"participant">) {
  const session = await getSession(ctx, id);
  const by = attendeeWhoActs(ctx, session, mailedTo);
  if (session.state !== "planned" || session.start <= ctx.clock.now()) throw hasBegun("moved");
  if (!isExpected(session, by)) throw new Conflict("You are not expected at this session; the others meet.");
  return { session, by };
}

const isExpected = ({ attendees }: Session, id: Id<"participant">): boolean =>
  attendees.some(({ participantId, state }) => participantId === id && state === "expected");

/** In a group its mentor has a say in when all meet: two mentees do not move it between themselves. */
async function requireVoice(
  ctx: Context,
  session: Session,
  who: readonly Id<"participant">[],
): Promise<void> {
  const { members } = await readPairing(ctx, session.pairingId);
  const isMentor = (id: Id<"participant">): boolean =>
    members.some(({ participantId, teaches }) => teaches && participantId === id);
  if (who.some(isMentor)) return;
  throw new Conflict("In a group its mentor accepts another time, or proposes it.");
}
