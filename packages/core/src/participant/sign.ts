import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict, PreconditionFailed } from "../errors.ts";
import type { Id } from "../ids.ts";
import { equal, update } from "../table.ts";
import { presentAgreement } from "./agreement/shipped.ts";
import { getParticipant } from "./get.ts";
import { participantRef } from "./items.ts";
import type { ParticipantState } from "./lifecycle.ts";
import type { Participant } from "./schema.ts";
import { requireSelf } from "./scope.ts";

/** Who still can or should prepare herself. */
const preparing: readonly ParticipantState[] = ["applied", "approved", "prepared", "active"];

/**
 * Records that a participant has read the briefing and signs the agreement, with its version and the time.
 * Signing the same version again changes nothing.
 *
 * @throws NotFound  there is no such participant, or it is not she who signs
 * @throws Conflict  this is not the present text, or she does not take part (any more)
 */
export async function signAgreement(
  ctx: Context,
  { id, version: text }: { id: Id<"participant">; version: number },
): Promise<Participant> {
  const operation = "participant.sign";
  const input = { id, text };
  await once(ctx, operation, input, async () => {
    const before = await getParticipant(ctx, id);
    requireSelf(ctx, before);
    if (text !== presentAgreement.version) {
      throw new Conflict("This text has been replaced by a newer one. Read that and sign it.", {
        version: presentAgreement.version,
      });
    }
    requirePreparing(before);
    if (before.preparation?.agreement?.version === text) return id;
    const now = ctx.clock.now();
    const preparation = { ...before.preparation, agreement: { version: text, signedAt: now } };
    const outcome = await commit(ctx, {
      changes: [
        update(
          entityKey(participantRef(id)),
          { set: { preparation, updatedAt: now }, add: { version: 1 } },
          equal("version", before.version),
        ),
      ],
      audit: { action: "agreement.signed", subject: participantRef(id), facts: { version: text } },
      marks: [participantRef(id)],
      idempotency: { operation, input, result: id },
    });
    if (outcome.committed) return id;
    throw new PreconditionFailed("Somebody has changed this participant at the same moment. Try again.");
  });
  return getParticipant(ctx, id);
}

/** @throws Conflict  she does not take part yet, or not any more */
export function requirePreparing({ state }: Participant): void {
  if (preparing.includes(state)) return;
  throw new Conflict(`She is ${state}; preparation is for who has applied and not left.`, {
    state,
    preparing,
  });
}
