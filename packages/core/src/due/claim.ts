import type { Context } from "../context.ts";
import { type Id, mintUnordered } from "../ids.ts";
import { all, any, below, equal, update, type Write } from "../table.ts";
import { plus } from "../time.ts";
import { dueKey, dueWorkAttributes } from "./items.ts";
import type { DueMail } from "./schema.ts";

/**
 * How long a claim stands. SES has no idempotency token, so a sender that vanished may have sent; its own
 * `Send` event tells within this time. With 10 minutes a simulation still found duplicates, with 30 none.
 */
export const FENCE_MINUTES = 30;

/**
 * Takes a message for sending, in one transaction with a check on everything unshared that was read to
 * decide that it is still wanted. So nothing is claimed once a cancel, a withdrawal, a suppression or an
 * opt-out has committed.
 *
 * @param unchanged  checks and changes that must hold together with the claim, for instance the calendar line
 * @returns the claim, or `undefined` when somebody else has it or something changed since it was read
 */
export async function claim(
  ctx: Context,
  due: DueMail,
  unchanged: readonly Write[],
): Promise<Id<"claim"> | undefined> {
  const id = mintUnordered(ctx.ids, "claim");
  const now = ctx.clock.now();
  const fenceUntil = plus(now, { minutes: FENCE_MINUTES });
  const free = any(equal("state", "planned"), all(equal("state", "sending"), below("fenceUntil", now)));
  const outcome = await ctx.table.transact([
    update(
      dueKey(due.entity, due.id),
      { set: { state: "sending", claim: id, fenceUntil, ...dueWorkAttributes(due, fenceUntil) } },
      all(free, equal("dueAt", due.dueAt)),
    ),
    ...unchanged,
  ]);
  return outcome.committed ? id : undefined;
}
