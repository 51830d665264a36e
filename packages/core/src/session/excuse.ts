import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getPairing } from "../pairing/index.ts";
import { calledOff } from "./attendee.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { cancelSession } from "./cancel.ts";
import { attendeesWrite } from "./follow-members.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import type { Session } from "./schema.ts";
import { hasBegun } from "./when.ts";
import { meetsWithout } from "./without.ts";

interface Absence {
  readonly id: Id<"session">;
  /** The attendee to whom a link was mailed; by the API it is who has signed in. */
  readonly by?: Id<"participant">;
  readonly reason?: string | undefined;
}

/**
 * An attendee says that she cannot come. Where the others can meet without her they do, and only her calendar is
 * told; otherwise the session is cancelled and everybody is told.
 *
 * @param reason  read by the others where the session is cancelled; not in the audit
 * @throws NotFound  there is no such session, or she is not expected at it
 * @throws Conflict  it has begun, or is held, missed or cancelled already
 * @throws PreconditionFailed  somebody has changed the session at the same moment
 */
export async function sayAbsent(ctx: Context, absence: Absence): Promise<Session> {
  const { id, reason } = absence;
  const before = await getSession(ctx, id);
  const by = attendeeWhoActs(ctx, before, absence.by);
  const { members } = await getPairing(ctx, before.pairingId);
  if (!meetsWithout(before, members, by)) return cancelSession(ctx, { id, by, reason });
  const operation = "session.say-absent";
  const input = { id, by };
  await once(ctx, operation, input, async () => {
    if (before.state !== "planned" || before.start <= ctx.clock.now()) throw hasBegun("cancelled");
    const attendees = before.attendees.map((one) =>
      one.participantId === by && one.state === "expected" ? calledOff(one, before, "excused") : one,
    );
    const outcome = await commit(ctx, {
      changes: [attendeesWrite(before, attendees, ctx.clock.now())],
      audit: { action: "session.attendee-excused", subject: sessionRef(id), facts: { by } },
      marks: [sessionRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new PreconditionFailed("Somebody has changed this session at the same moment. Look at it again.");
  });
  return getSession(ctx, id);
}
