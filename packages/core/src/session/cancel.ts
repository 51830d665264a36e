import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { participantIdOf } from "../participant/index.ts";
import { above, all, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import { requireNeeded } from "./needed.ts";
import { type CancellationReason, Session } from "./schema.ts";
import { hasBegun } from "./when.ts";

/** The write that cancels a planned session which is still to come; a workflow commits it with what else ends. */
export function cancellationWrite(
  id: Id<"session">,
  now: Instant,
  { cancellationReason, cancelledBy }: CancellationReason = {},
): Write {
  return update(
    entityKey(sessionRef(id)),
    {
      set: {
        state: "cancelled",
        cancelledAt: now,
        updatedAt: now,
        ...(cancellationReason && { cancellationReason }),
        ...(cancelledBy && { cancelledBy }),
      },
      add: { version: 1, sequence: 1 },
    },
    all(mayBecome(sessionLifecycle, "cancelled"), above("start", now)),
  );
}

/**
 * Cancels a planned session and tells everyone who was invited.
 *
 * @param reason  read by the other members only; not in the audit
 * @param by  the member who cannot come; the reason is not mailed back to her
 * @throws NotFound  there is no such session
 * @throws Conflict  the others can meet without the participant who asks, it has begun, or is held, missed or cancelled already
 */
export async function cancelSession(
  ctx: Context,
  { id, reason, by }: { id: Id<"session">; reason?: string | undefined; by?: Id<"participant"> },
): Promise<Session> {
  const session = await getSession(ctx, id);
  const { programmeId } = session;
  await requireNeeded(ctx, session);
  const operation = "session.cancel";
  const input = { id, reason };
  await once(ctx, operation, input, async () => {
    const outcome = await commit(ctx, {
      changes: [
        cancellationWrite(id, ctx.clock.now(), {
          cancellationReason: reason,
          cancelledBy: by ?? whoCannotCome(ctx, programmeId),
        }),
      ],
      audit: { action: "session.cancelled", subject: sessionRef(id) },
      marks: [sessionRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    const found = outcome.refusals[0]?.found;
    if (!found) throw new NotFound("There is no session with this id.");
    const { state } = Session.parse(found);
    throw state === "planned"
      ? hasBegun("cancelled")
      : illegalTransition(sessionLifecycle, state, "cancelled");
  });
  return getSession(ctx, id);
}

/** A participant who cancels by the API is the one who cannot come. */
const whoCannotCome = ({ actor }: Context, programmeId: Id<"programme">): Id<"participant"> | undefined =>
  actor.kind === "participant" ? participantIdOf(programmeId, actor.personId) : undefined;
