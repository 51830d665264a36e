import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
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
  await once(ctx, operation, input, () => decline(ctx, input, operation));
  return getPairing(ctx, id);
}

async function decline(
  ctx: Context,
  input: { id: Id<"pairing">; participantId: Id<"participant"> },
  operation: string,
): Promise<Id<"pairing">> {
  const { id, participantId } = input;
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
  const overtaken = outcome.refusals.some(({ index, found }) => index === 0 && found !== undefined);
  invariant(overtaken, "only another answer keeps a proposed pairing from being declined");
  // Somebody has answered at the same moment: what stands now decides.
  return decline(ctx, input, operation);
}
