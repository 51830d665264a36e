import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { mayBecome } from "../lifecycle.ts";
import { type PageKey, update } from "../table.ts";
import { Invitation, invitationLifecycle, invitationRef, invitationsOf } from "../wave/index.ts";

/** Invitations of one message. */
const CHUNK = 20;

/** Where a fan-out goes on. */
export interface ExpireInvitations {
  readonly waveId: Id<"wave">;
  readonly after?: PageKey;
}

/**
 * Ends the invitations of a closed wave that nobody has answered, a chunk at a time, and goes on by sending
 * itself a message. An answer that was faster stays.
 */
export async function expireInvitations(ctx: Context, { waveId, after }: ExpireInvitations): Promise<void> {
  const page = await ctx.table.query({
    index: "byProgramme",
    partition: invitationsOf(waveId),
    limit: CHUNK,
    ...(after && { after }),
  });
  for (const item of page.items) {
    const { id, state } = Invitation.parse(item);
    if (state !== "open") continue;
    const expired = { set: { state: "expired" }, add: { version: 1 } };
    await ctx.table.write(
      update(entityKey(invitationRef(id)), expired, mayBecome(invitationLifecycle, "expired")),
    );
  }
  if (page.next) await ctx.queue.send("bulk", { message: "expire-invitations", waveId, after: page.next });
}
