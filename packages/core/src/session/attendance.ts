import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { canMeet, getPairing } from "../pairing/index.ts";
import { equal, put } from "../table.ts";
import { getSession } from "./get.ts";
import { sessionItem, sessionRef } from "./items.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import { afterRecord } from "./outcome.ts";
import type { Attendance, Session } from "./schema.ts";

/**
 * Records who was at a session, as somebody knows it who runs the programme; whoever was expected and is not named was
 * there. It outweighs what was assumed; what
 * attendees have said stays beside it.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such session
 * @throws Invalid  somebody is named who was not expected
 * @throws Conflict  the session has not begun yet, or was cancelled
 * @throws PreconditionFailed  it was changed since that version
 */
export async function recordAttendance(
  ctx: Context,
  { id, version, attendance }: { id: Id<"session">; version: number; attendance: Attendance },
): Promise<Session> {
  const before = await getSession(ctx, id);
  if (before.version !== version) throw stale("session");
  const now = ctx.clock.now();
  if (before.state === "cancelled") throw illegalTransition(sessionLifecycle, before.state, "held");
  if (before.start > now) throw new Conflict("This session has not begun yet.", { start: before.start });
  const expected = new Set(before.attendees.map(({ participantId }) => participantId));
  const strangers = attendance.attendees.filter(({ participantId }) => !expected.has(participantId));
  if (strangers.length > 0) {
    const issues = [{ path: ["attendees"], message: "Name only those who were expected at this session." }];
    throw new Invalid("Somebody was not expected at this session.", { issues });
  }
  const { members: current, formerMembers = [] } = await getPairing(ctx, before.pairingId);
  const members = [...current, ...formerMembers];
  const recorded = new Map(attendance.attendees.map(({ participantId, state }) => [participantId, state]));
  const after: Session = {
    ...before,
    ...afterRecord(before, recorded, (there) =>
      canMeet(
        members.filter(({ participantId }) => there.some((one) => one.participantId === participantId)),
      ),
    ),
    version: version + 1,
    updatedAt: now,
  };
  const outcome = await commit(ctx, {
    changes: [put(sessionItem(after), equal("version", version))],
    audit: { action: "session.attendance-recorded", subject: sessionRef(id), facts: { state: after.state } },
    marks: [sessionRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw stale("session");
}
