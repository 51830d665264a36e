import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition, mayBecome, sourcesOf } from "../lifecycle.ts";
import { all, equal, update, type Write } from "../table.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import { freeingWrites } from "./places.ts";
import type { Pairing, PairingEnding } from "./schema.ts";

/**
 * The writes that end a pairing: its members' places are free again, and each two may be paired anew.
 * A workflow commits them together with what else ends.
 */
export function endingWrites(pairing: Pairing, ending: PairingEnding, now: Pairing["updatedAt"]): Write[] {
  return [
    update(
      entityKey(pairingRef(pairing.id)),
      { set: { state: "ended", ending, endedAt: now, updatedAt: now }, add: { version: 1 } },
      all(mayBecome(pairingLifecycle, "ended"), equal("version", pairing.version)),
    ),
    ...freeingWrites(pairing, now),
  ];
}

/**
 * Ends a pairing and frees its members' places.
 *
 * @throws NotFound  there is no such pairing
 * @throws Conflict  it has ended already, or somebody changed it meanwhile
 */
export async function endPairing(
  ctx: Context,
  { id, ending }: { id: Id<"pairing">; ending: PairingEnding },
): Promise<Pairing> {
  const operation = "pairing.end";
  const input = { id, ending };
  await once(ctx, operation, input, async () => {
    const pairing = await getPairing(ctx, id);
    if (!sourcesOf(pairingLifecycle, "ended").includes(pairing.state)) {
      throw illegalTransition(pairingLifecycle, pairing.state, "ended");
    }
    const outcome = await commit(ctx, {
      changes: endingWrites(pairing, ending, ctx.clock.now()),
      audit: { action: "pairing.ended", subject: pairingRef(id), facts: { ending } },
      marks: [pairingRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new Conflict("Somebody has changed this pairing meanwhile. Read it and try again.");
  });
  return getPairing(ctx, id);
}
