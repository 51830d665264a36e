import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { participantIdOf } from "../participant/index.ts";
import { all, equal, update } from "../table.ts";
import { hasAgreed } from "./gathering.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { hasEnded, openStates, pairingLifecycle } from "./lifecycle.ts";
import type { Pairing } from "./schema.ts";

/**
 * A member says yes. Once a mentor and a mentee, or both peers, have said it the pairing is accepted; who says it
 * later joins them. Saying yes twice changes nothing.
 *
 * @throws NotFound  there is no such pairing, or she is not a member of it
 * @throws Conflict  it has ended or was declined
 */
export async function acceptPairing(
  ctx: Context,
  { id, participantId }: { id: Id<"pairing">; participantId: Id<"participant"> },
): Promise<Pairing> {
  const operation = "pairing.accept";
  const input = { id, participantId };
  await once(ctx, operation, input, () => accept(ctx, input, operation));
  return getPairing(ctx, id);
}

async function accept(
  ctx: Context,
  input: { id: Id<"pairing">; participantId: Id<"participant"> },
  operation: string,
): Promise<Id<"pairing">> {
  const { id, participantId } = input;
  const pairing = await getPairing(ctx, id);
  requireOwnAnswer(ctx, pairing, participantId);
  const said = pairing.accepted.includes(participantId);
  if (said && !hasEnded(pairing)) return id;
  if (!openStates.includes(pairing.state)) {
    throw illegalTransition(pairingLifecycle, pairing.state, "accepted");
  }
  const accepted = [...pairing.accepted, participantId];
  const isAgreed = pairing.state === "proposed" && hasAgreed({ members: pairing.members, accepted });
  const state = isAgreed ? "accepted" : pairing.state;
  const outcome = await commit(ctx, {
    changes: [
      update(
        entityKey(pairingRef(id)),
        { set: { accepted, state, updatedAt: ctx.clock.now() }, add: { version: 1 } },
        all(equal("state", pairing.state), equal("version", pairing.version)),
      ),
    ],
    audit: { action: "pairing.answered", subject: pairingRef(id), facts: { participantId, answer: "yes" } },
    marks: [pairingRef(id)],
    idempotency: { operation, input, result: id },
  });
  // Somebody has answered at the same moment, perhaps herself: what stands now decides.
  return outcome.committed ? id : accept(ctx, input, operation);
}

/** @throws NotFound  somebody answers who is not a member, or for whom the actor may not answer */
export function requireOwnAnswer(ctx: Context, pairing: Pairing, participantId: Id<"participant">): void {
  const isMember = pairing.members.some((member) => member.participantId === participantId);
  if (isMember && mayAnswerFor(ctx, pairing, participantId)) return;
  throw new NotFound("There is no pairing with this id.");
}

/** A participant answers for herself only; a manager may note what somebody has told her. */
export const mayAnswerFor = (
  { actor }: Context,
  { programmeId }: Pairing,
  participantId: Id<"participant">,
): boolean => actor.kind !== "participant" || participantIdOf(programmeId, actor.personId) === participantId;
