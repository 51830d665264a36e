import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { readProgramme, requireVenues } from "../programme/index.ts";
import { all, equal, oneOf, update, type Value } from "../table.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { openStates } from "./lifecycle.ts";
import { requireMeetable } from "./plan.ts";
import type { Pairing, PairingChange } from "./schema.ts";

/**
 * Changes when and where a pairing meets. The sessions to come of the plan before are called off and those of
 * the new plan take their place; extra sessions stay.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such pairing, or the actor has no part in it
 * @throws Invalid  the plan begins in the past or meets in an hour that the clocks skip, or the venue does not fit
 * @throws Conflict  it has ended
 * @throws PreconditionFailed  it was changed since that version
 */
export async function changePairing(
  ctx: Context,
  { id, version, change }: { id: Id<"pairing">; version: number; change: PairingChange },
): Promise<Pairing> {
  const before = await getPairing(ctx, id);
  const now = ctx.clock.now();
  if (!openStates.includes(before.state)) {
    throw new Conflict(`This pairing is ${before.state}; its plan changes no more.`, {
      state: before.state,
      openStates,
    });
  }
  const [{ format }, working] = await Promise.all([
    readProgramme(ctx, before.programmeId),
    getOrganisation(ctx),
  ]);
  requireMeetable(change, { now, working });
  requireVenues(change, format);
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(pairingRef(id)),
        { set: { ...partsOf(change), updatedAt: now }, add: { version: 1, planRevision: 1 } },
        all(equal("version", version), oneOf("state", openStates)),
      ),
    ],
    audit: { action: "pairing.replanned", subject: pairingRef(id) },
    marks: [pairingRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return getPairing(ctx, id);
  throw stale("pairing");
}

const partsOf = ({ inPersonVenue, ...change }: PairingChange): Readonly<Record<string, Value>> => ({
  ...change,
  ...(inPersonVenue && { inPersonVenue }),
});
