import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { all, equal, update } from "../table.ts";
import { requireOwnAnswer } from "./answer.ts";
import { freeingWrites } from "./end.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import type { Pairing } from "./schema.ts";

/**
 * A member says no to a proposed pairing: everybody in it is free for another, and nobody is told who it was.
 * Saying no twice changes nothing.
 *
 * @throws NotFound  there is no such pairing, or she is not a member of it
 * @throws Conflict  it is not proposed any more
 */
export async function declinePairing(
  ctx: Context,
  { id, participantId }: { id: Id<"pairing">; participantId: Id<"participant"> },
): Promise<Pairing> {
  const operation = "pairing.decline";
  const input = { id, participantId };
  await once(ctx, operation, input, async () => {
    const pairing = await getPairing(ctx, id);
    requireOwnAnswer(ctx, pairing, participantId);
    if (pairing.state === "declined") return id;
    if (pairing.state !== "proposed") throw illegalTransition(pairingLifecycle, pairing.state, "declined");
    const now = ctx.clock.now();
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(pairingRef(id)),
          { set: { state: "declined", updatedAt: now }, add: { version: 1 } },
          all(mayBecome(pairingLifecycle, "declined"), equal("version", pairing.version)),
        ),
        ...freeingWrites(pairing, now),
      ],
      audit: { action: "pairing.declined", subject: pairingRef(id) },
      marks: [pairingRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new Conflict("Somebody has answered at the same moment. Look at it again.");
  });
  return getPairing(ctx, id);
}
