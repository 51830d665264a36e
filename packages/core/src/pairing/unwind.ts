import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { put, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { mayAnswerFor } from "./answer.ts";
import { endingWrites } from "./end.ts";
import { getPairing, readPairing } from "./get.ts";
import { pairingRef } from "./items.ts";
import { goesOnWithout, leavingWrites } from "./leave.ts";
import { hasEnded, pairingLifecycle } from "./lifecycle.ts";
import type { Pairing } from "./schema.ts";
import { unwindingItem } from "./unwinding.ts";

/** Who asks, and why if she wants to say it. */
export interface Unwind {
  readonly id: Id<"pairing">;
  readonly participantId: Id<"participant">;
  readonly reason?: string | undefined;
}

/**
 * A member asks to meet somebody else: a group goes on without her, and any other pairing ends. Everybody is free for
 * another and is told the same; who has asked is told to nobody, and why only to whoever runs the programme. Asking
 * twice, or after another has asked, changes nothing.
 *
 * @throws NotFound  there is no such pairing, or she is not a member of it
 * @throws Conflict  it is only proposed, was declined, or has ended otherwise
 */
export async function unwindPairing(ctx: Context, unwind: Unwind): Promise<Pairing> {
  const operation = "pairing.unwind";
  await once(ctx, operation, unwind, () => ask(ctx, unwind, operation));
  return readPairing(ctx, unwind.id);
}

async function ask(ctx: Context, unwind: Unwind, operation: string): Promise<Id<"pairing">> {
  const { id, participantId } = unwind;
  const pairing = await readPairing(ctx, id);
  if (!(await isHers(ctx, pairing, participantId))) throw new NotFound("There is no pairing with this id.");
  if (hasUnwound(pairing, participantId)) return id;
  if (hasEnded(pairing) || pairing.state === "proposed") {
    throw illegalTransition(pairingLifecycle, pairing.state, "ended");
  }
  const now = ctx.clock.now();
  const leaves = goesOnWithout(pairing, participantId);
  const outcome = await commit(ctx, {
    changes: [
      ...(leaves
        ? leavingWrites(pairing, { participantId, left: "removed" }, now)
        : endingWrites(pairing, "unwound", now)),
      ...reasonWrites(unwind, now),
    ],
    audit: leaves
      ? { action: "pairing.member-removed", subject: pairingRef(id), facts: { participantId } }
      : { action: "pairing.ended", subject: pairingRef(id), facts: { ending: "unwound" } },
    marks: [pairingRef(id)],
    idempotency: { operation, input: unwind, result: id },
  });
  // Somebody has changed it at the same moment, perhaps the other with the same wish: what stands now decides.
  return outcome.committed ? id : ask(ctx, unwind, operation);
}

/** She is in it or was, and asks herself; or somebody does who may see it. */
async function isHers(ctx: Context, pairing: Pairing, participantId: Id<"participant">): Promise<boolean> {
  const all = [...pairing.members, ...(pairing.formerMembers ?? [])];
  if (!all.some((member) => member.participantId === participantId)) return false;
  if (ctx.actor.kind === "manager") await getPairing(ctx, pairing.id);
  return mayAnswerFor(ctx, pairing, participantId);
}

const hasUnwound = (
  { ending, members, formerMembers = [] }: Pairing,
  participantId: Id<"participant">,
): boolean =>
  members.some((member) => member.participantId === participantId)
    ? ending === "unwound"
    : formerMembers.some((member) => member.participantId === participantId && member.left === "removed");

const reasonWrites = ({ id: pairingId, participantId, reason }: Unwind, askedAt: Instant): Write[] =>
  reason ? [put(unwindingItem({ pairingId, participantId, reason, askedAt }))] : [];
