import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { illegalTransition, mayBecome } from "../lifecycle.ts";
import { all, equal, update, type Write } from "../table.ts";
import { requireOwnAnswer } from "./answer.ts";
import { endingWrites } from "./end.ts";
import { getPairing, readPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { goesOnWithout, leavingWrites } from "./leave.ts";
import { openStates, pairingLifecycle } from "./lifecycle.ts";
import { freeingWrites } from "./places.ts";
import type { Pairing } from "./schema.ts";

/**
 * A member says no: a group goes on without her, and in all other pairings everybody is free for another. Nobody is
 * told who it was.
 * Saying no twice changes nothing.
 *
 * @throws NotFound  there is no such pairing, or she is not a member of it
 * @throws Conflict  it has ended, or she has said yes and they meet already
 */
export async function declinePairing(
  ctx: Context,
  { id, participantId }: { id: Id<"pairing">; participantId: Id<"participant"> },
): Promise<Pairing> {
  const operation = "pairing.decline";
  const input = { id, participantId };
  await once(ctx, operation, input, () => decline(ctx, input, operation));
  return readPairing(ctx, id);
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
  const canDecline =
    pairing.state === "proposed" ||
    (openStates.includes(pairing.state) && !pairing.accepted.includes(participantId));
  if (!canDecline) throw illegalTransition(pairingLifecycle, pairing.state, "declined");
  const now = ctx.clock.now();
  const outcome = await commit(ctx, {
    changes: goesOnWithout(pairing, participantId)
      ? leavingWrites(pairing, { participantId, left: "declined" }, now)
      : decliningWrites(pairing, now),
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

/** Where the others have agreed already, but cannot meet without her, what they have ends. */
function decliningWrites(pairing: Pairing, now: Pairing["updatedAt"]): Write[] {
  if (pairing.state !== "proposed") return endingWrites(pairing, "withdrawn", now);
  return [
    update(
      entityKey(pairingRef(pairing.id)),
      { set: { state: "declined", updatedAt: now }, add: { version: 1 } },
      all(mayBecome(pairingLifecycle, "declined"), equal("version", pairing.version)),
    ),
    ...freeingWrites(pairing, now),
  ];
}
