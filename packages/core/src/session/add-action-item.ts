import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { type Id, mintSortable } from "../ids.ts";
import { absent, put } from "../table.ts";
import { type ActionItem, type ActionItemInput, actionItemItem, actionItemLifecycle } from "./action-item.ts";
import { attendeeWhoActs } from "./attendee-who-acts.ts";
import { getSession } from "./get.ts";
import { sessionRef } from "./items.ts";
import { getActionItem, openActionItems } from "./list-action-items.ts";
import type { Session } from "./schema.ts";
import { writtenBy } from "./writers.ts";

/** More open items than two people can keep in mind. */
const MAXIMUM_OPEN = 30;

/**
 * Writes down what was agreed in a session.
 *
 * @throws NotFound  there is no such session, or the actor was not expected at it
 * @throws Invalid  its owner is not one of them
 * @throws Conflict  the session was cancelled, or too much is open already
 */
export async function addActionItem(
  ctx: Context,
  { id, item, by }: { id: Id<"session">; item: ActionItemInput; by?: Id<"participant"> },
): Promise<ActionItem> {
  const operation = "action-item.add";
  const input = { id, ...item };
  let created: ActionItem | undefined;
  const addedId = await once(ctx, operation, input, async () => {
    const session = await getSession(ctx, id);
    const writer = attendeeWhoActs(ctx, session, by);
    requireOwner(session, item.ownerId);
    if (session.state === "cancelled")
      throw new Conflict("This session was cancelled.", { state: session.state });
    const open = await openActionItems(ctx, session.pairingId);
    if (open.length >= MAXIMUM_OPEN) {
      throw new Conflict(`You have ${open.length} open action items. Finish some first.`, {
        limit: MAXIMUM_OPEN,
      });
    }
    const now = ctx.clock.now();
    const added: ActionItem = {
      ...item,
      id: mintSortable(ctx.ids, "actionItem"),
      pairingId: session.pairingId,
      sessionId: id,
      state: actionItemLifecycle.initial,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await commit(ctx, {
      changes: [put({ ...actionItemItem(added), ...writtenBy(undefined, writer) }, absent)],
      audit: { action: "action-item.added", subject: sessionRef(id) },
      marks: [],
      idempotency: { operation, input, result: added.id },
    });
    created = added;
    return added.id;
  });
  return created ?? getActionItem(ctx, await getSession(ctx, id), addedId);
}

/** @throws Invalid  the owner of an action item is not one of the attendees */
export function requireOwner({ attendees }: Session, ownerId: Id<"participant">): void {
  if (attendees.some(({ participantId }) => participantId === ownerId)) return;
  const issues = [{ path: ["ownerId"], message: "Give the participant id of one of you." }];
  throw new Invalid("An action item belongs to one of those who meet.", { issues });
}
