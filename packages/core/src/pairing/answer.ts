import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { NotFound } from "../errors.ts";
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
 * @throws Conflict  it is not proposed any more
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
  const isMember = pairing.members.some((member) => member.participantId === participantId);
  if (!isMember || !mayAnswerFor(ctx, pairing, participantId)) {
    throw new NotFound("There is no pairing with this id.");
  }
  const said = pairing.accepted.includes(participantId);
  if (said && pairing.state !== "ended" && pairing.state !== "declined") return id;
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
    idempotency: { operation, input, result: id },
  });
  // Somebody has answered at the same moment, perhaps herself: what stands now decides.
  return outcome.committed ? id : accept(ctx, input, operation);
}

/** A participant answers for herself only; a manager may note what somebody has told her. */
const mayAnswerFor = (
  { actor }: Context,
  { programmeId }: Pairing,
  participantId: Id<"participant">,
): boolean => actor.kind !== "participant" || participantIdOf(programmeId, actor.personId) === participantId;
