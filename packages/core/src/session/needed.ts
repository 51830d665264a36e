import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { getPairing } from "../pairing/index.ts";
import { participantIdOf } from "../participant/index.ts";
import type { Session } from "./schema.ts";
import { meetsWithout } from "./without.ts";

/**
 * What a group has planned is not for one of its mentees to cancel or to move: she can stay away, or propose another
 * time.
 *
 * @throws Conflict  the others can meet without the participant who asks
 */
export async function requireNeeded(ctx: Context, session: Session): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "participant") return;
  const { members } = await getPairing(ctx, session.pairingId);
  const own = participantIdOf(session.programmeId, actor.personId);
  if (!meetsWithout(session, members, own)) return;
  throw new Conflict("The others meet without you. Say that you cannot come, or propose another time.", {
    state: session.state,
  });
}
