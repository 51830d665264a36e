import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { participantIdOf } from "../participant/index.ts";
import { all, equal, update } from "../table.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import type { Pairing } from "./schema.ts";

/**
 * A member accepts a proposed pairing; with the last yes it is accepted. Saying yes twice changes nothing.
 *
 * @throws NotFound  there is no such pairing, or she is not a member of it
 * @throws Conflict  it is not proposed any more, or somebody answered at the same moment
 */
export async function acceptPairing(
  ctx: Context,
  { id, participantId }: { id: Id<"pairing">; participantId: Id<"participant"> },
): Promise<Pairing> {
  const pairing = await getPairing(ctx, id);
  const isMember = pairing.members.some((member) => member.participantId === participantId);
  if (!isMember || !mayAnswerFor(ctx, pairing, participantId)) {
    throw new NotFound("There is no pairing with this id.");
  }
  if (pairing.accepted.includes(participantId)) return pairing;
  if (pairing.state !== "proposed") throw illegalTransition(pairingLifecycle, pairing.state, "accepted");
  const accepted = [...pairing.accepted, participantId];
  const state = accepted.length === pairing.members.length ? "accepted" : "proposed";
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(pairingRef(id)),
        { set: { accepted, state, updatedAt: ctx.clock.now() }, add: { version: 1 } },
        all(equal("state", "proposed"), equal("version", pairing.version)),
      ),
    ],
    audit: { action: "pairing.answered", subject: pairingRef(id), facts: { participantId, answer: "yes" } },
    marks: [pairingRef(id)],
    idempotency: "not repeatable",
  });
  if (!outcome.committed) throw new Conflict("Somebody has answered at the same moment. Try again.");
  return getPairing(ctx, id);
}

/** A participant answers for herself only; a manager may note what somebody has told her. */
const mayAnswerFor = (
  { actor }: Context,
  { programmeId }: Pairing,
  participantId: Id<"participant">,
): boolean => actor.kind !== "participant" || participantIdOf(programmeId, actor.personId) === participantId;
