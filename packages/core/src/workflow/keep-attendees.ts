import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { canMeet, type Member, type Pairing } from "../pairing/index.ts";
import {
  attendeesAfter,
  attendeesWrite,
  cancellationWrite,
  type Session,
  sessionRef,
} from "../session/index.ts";
import type { Write } from "../table.ts";
import { ChangedMeanwhile } from "./kept.ts";

/**
 * Who has come to those who meet is expected at what their plan holds in being, and who does not meet any more is
 * expected nowhere; what nobody is left for is called off.
 *
 * @param attending  the members who meet now
 */
export async function keepAttendees(
  ctx: Context,
  pairing: Pairing,
  {
    attending,
    sessions,
    underMark,
  }: { attending: readonly Member[]; sessions: readonly Session[]; underMark: Write },
): Promise<void> {
  const now = ctx.clock.now();
  const ahead = sessions.filter(({ state, start, planned }) => {
    const isCurrent = planned === undefined || planned.revision === pairing.planRevision;
    return isCurrent && state === "planned" && start > now;
  });
  for (const session of ahead) {
    const meant = attending.filter(isMeant(session));
    const attendees = attendeesAfter(session, { attending: meant, members: pairing.members });
    if (!attendees) continue;
    const isExpected = ({ participantId }: Member): boolean =>
      attendees.some((one) => one.participantId === participantId && one.state === "expected");
    if (!canMeet(meant.filter(isExpected))) {
      await cancelAll(ctx, [session], underMark);
      continue;
    }
    const entity = sessionRef(session.id);
    const writes = [underMark, attendeesWrite(session, attendees, now), markWrite(ctx, entity)];
    const { committed } = await ctx.table.transact(writes);
    if (!committed) throw new ChangedMeanwhile();
    await announce(ctx, [entity]);
  }
}

/** A turn is for one mentee with the mentor, and what somebody made by hand for whom she named. */
const isMeant =
  ({ planned, attendees }: Session) =>
  ({ participantId, teaches }: Member): boolean => {
    if (planned === undefined) return attendees.some((one) => one.participantId === participantId);
    return planned.menteeId === undefined || teaches || participantId === planned.menteeId;
  };

/** Calls off those of some sessions that are still to come. */
export async function cancelAll(ctx: Context, sessions: readonly Session[], underMark: Write): Promise<void> {
  const now = ctx.clock.now();
  for (const { id, state, start } of sessions) {
    if (state !== "planned" || start <= now) continue;
    const writes = [underMark, cancellationWrite(id, now), markWrite(ctx, sessionRef(id))];
    const { committed } = await ctx.table.transact(writes);
    if (committed) await announce(ctx, [sessionRef(id)]);
  }
}
