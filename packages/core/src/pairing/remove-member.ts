import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { goesOnWithout, leavingWrites } from "./leave.ts";
import { hasEnded } from "./lifecycle.ts";
import type { Pairing } from "./schema.ts";

/**
 * Takes a member out of a group that goes on without her: her place is free, and she is not expected any more.
 *
 * @throws NotFound  there is no such pairing, or she is not in it
 * @throws Conflict  it has ended, the others cannot go on without her, or somebody has changed it meanwhile
 */
export async function removeMember(
  ctx: Context,
  { id, participantId }: { id: Id<"pairing">; participantId: Id<"participant"> },
): Promise<Pairing> {
  const operation = "pairing.remove-member";
  const input = { id, participantId };
  await once(ctx, operation, input, async () => {
    const pairing = await getPairing(ctx, id);
    if (!pairing.members.some((member) => member.participantId === participantId)) {
      throw new NotFound("She is not in this pairing.");
    }
    if (hasEnded(pairing)) throw new Conflict("This pairing has ended.", { state: pairing.state });
    if (!goesOnWithout(pairing, participantId)) {
      throw new Conflict("The others cannot meet without her. End the pairing instead.");
    }
    const outcome = await commit(ctx, {
      changes: leavingWrites(pairing, { participantId, left: "removed" }, ctx.clock.now()),
      audit: { action: "pairing.member-removed", subject: pairingRef(id), facts: { participantId } },
      marks: [pairingRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new Conflict("Somebody has changed this pairing meanwhile. Read it and try again.");
  });
  return getPairing(ctx, id);
}
