import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { NotFound, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { illegalTransition } from "../lifecycle.ts";
import { equal, put } from "../table.ts";
import {
  ActionItem,
  type ActionItemChange,
  actionItemItem,
  actionItemKey,
  actionItemLifecycle,
} from "./action-item.ts";
import { requireOwner } from "./add-action-item.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { writtenBy } from "./writers.ts";

/**
 * Changes an action item, or says that it is done or dropped.
 *
 * @param id  the session in which it was agreed
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such session or action item, or the actor was not expected there
 * @throws Invalid  its new owner is not one of them
 * @throws Conflict  its state does not lead there
 * @throws PreconditionFailed  it was changed since that version
 */
export async function changeActionItem(
  ctx: Context,
  {
    id,
    actionItemId,
    version,
    change,
    by,
  }: {
    id: Id<"session">;
    actionItemId: Id<"actionItem">;
    version: number;
    change: ActionItemChange;
    by?: Id<"participant">;
  },
): Promise<ActionItem> {
  const session = await getSession(ctx, id);
  const writer = attendeeWhoActs(ctx, session, by);
  if (change.ownerId) requireOwner(session, change.ownerId);
  const item = await ctx.table.get(actionItemKey(session.pairingId, actionItemId));
  const before = item && ActionItem.parse(item);
  if (before?.sessionId !== id) throw new NotFound("There is no action item with this id.");
  if (before.version !== version) throw stale("action item");
  requireLegal(before, change);
  const after = changed(before, change, ctx.clock.now());
  const outcome = await commit(ctx, {
    changes: [put({ ...actionItemItem(after), ...writtenBy(item, writer) }, equal("version", version))],
    audit: { action: "action-item.changed", subject: sessionRef(id), facts: { state: after.state } },
    marks: [],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw stale("action item");
}

function requireLegal({ state }: ActionItem, { state: to }: ActionItemChange): void {
  if (to === undefined || to === state || actionItemLifecycle.transitions[state].includes(to)) return;
  throw illegalTransition(actionItemLifecycle, state, to);
}

/** What is `null` goes, what is left out stays. */
function changed(before: ActionItem, change: ActionItemChange, now: ActionItem["updatedAt"]): ActionItem {
  const merged = Object.entries({ ...before, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return ActionItem.parse({ ...Object.fromEntries(merged), version: before.version + 1, updatedAt: now });
}
