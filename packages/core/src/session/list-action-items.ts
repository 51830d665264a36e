import type { Context } from "../context.ts";
import { partitionOf } from "../entity.ts";
import { NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import { pairingRef } from "../pairing/index.ts";
import { ACTION_PREFIX, ActionItem, actionItemKey } from "./action-item.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";

/** All action items of a pairing, in the order in which they were agreed. */
export async function actionItemsOf(ctx: Context, pairingId: Id<"pairing">): Promise<ActionItem[]> {
  const query = { partition: partitionOf(pairingRef(pairingId)), sort: { beginsWith: ACTION_PREFIX } };
  return (await everyItem(ctx, query)).map((item) => ActionItem.parse(item));
}

/** @throws NotFound  nothing with this id was agreed in this pairing, or it is gone since */
export async function getActionItem(
  ctx: Context,
  { pairingId }: { readonly pairingId: Id<"pairing"> },
  id: Id<"actionItem">,
): Promise<ActionItem> {
  const item = await ctx.table.get(actionItemKey(pairingId, id));
  if (!item) throw new NotFound("There is no action item with this id.");
  return ActionItem.parse(item);
}

/** What a pairing has agreed and not done yet: the follow-up of its next session. */
export const openActionItems = async (ctx: Context, pairingId: Id<"pairing">): Promise<ActionItem[]> =>
  (await actionItemsOf(ctx, pairingId)).filter(({ state }) => state === "open");

/**
 * The action items that were agreed in a session.
 *
 * @throws NotFound  there is no such session, or the actor was not expected at it
 */
export async function listActionItems(
  ctx: Context,
  { id, by }: { id: Id<"session">; by?: Id<"participant"> },
): Promise<ActionItem[]> {
  const session = await getSession(ctx, id);
  attendeeWhoActs(ctx, session, by);
  return (await actionItemsOf(ctx, session.pairingId)).filter(({ sessionId }) => sessionId === id);
}
