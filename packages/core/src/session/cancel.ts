import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { update } from "../table.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { sessionLifecycle } from "./lifecycle.ts";
import { Session } from "./schema.ts";

/**
 * Cancels a planned session and tells everyone who was invited.
 *
 * @param reason  read by the other members only; not in the audit
 * @throws NotFound  there is no such session
 * @throws Conflict  it is held, missed or cancelled already
 */
export async function cancelSession(
  ctx: Context,
  { id, reason }: { id: Id<"session">; reason?: string | undefined },
): Promise<Session> {
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(sessionRef(id)),
        {
          set: {
            state: "cancelled",
            updatedAt: ctx.clock.now(),
            ...(reason && { cancellationReason: reason }),
          },
          add: { version: 1, sequence: 1 },
        },
        mayBecome(sessionLifecycle, "cancelled"),
      ),
    ],
    audit: { action: "session.cancelled", subject: sessionRef(id) },
    marks: [sessionRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getSession(ctx, id);
  const found = outcome.refusals[0]?.found;
  if (!found) throw new NotFound("There is no session with this id.");
  throw illegalTransition(sessionLifecycle, Session.parse(found).state, "cancelled");
}
