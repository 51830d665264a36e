import { z } from "zod";
import { partitionOf } from "../entity.ts";
import { type Id, idOf } from "../ids.ts";
import { type Lifecycle, stateIn } from "../lifecycle.ts";
import { pairingRef } from "../pairing/index.ts";
import type { Item, Key } from "../table.ts";
import { Line } from "../text.ts";
import { Instant, LocalDate } from "../time.ts";

export type ActionItemState = "open" | "done" | "dropped";

/** What two have agreed to do. One that was dropped by mistake is taken up again. */
export const actionItemLifecycle: Lifecycle<ActionItemState> = {
  thing: "action item",
  initial: "open",
  attribute: "state",
  transitions: { open: ["done", "dropped"], done: ["open"], dropped: ["open"] },
};

const base = z.object({
  text: Line.describe("What is to be done; read by the members of the pairing only"),
  ownerId: idOf("participant").describe("Who does it"),
  dueOn: LocalDate.optional().describe("Until when"),
});

export const ActionItemInput = z.strictObject(base.shape);
export type ActionItemInput = z.infer<typeof ActionItemInput>;

export const ActionItemChange = z.strictObject({
  text: base.shape.text.optional(),
  ownerId: base.shape.ownerId.optional(),
  dueOn: LocalDate.nullish(),
  state: stateIn(actionItemLifecycle).optional(),
});
export type ActionItemChange = z.infer<typeof ActionItemChange>;

/** What was agreed in a session, with its owner and its due date. */
export const ActionItem = base
  .extend({
    id: idOf("actionItem"),
    pairingId: idOf("pairing"),
    sessionId: idOf("session").describe("Where it was agreed"),
    state: stateIn(actionItemLifecycle),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "ActionItem" });
export type ActionItem = z.infer<typeof ActionItem>;

/**
 * Access patterns:
 *   one action item          pk = pairing#<pairing>, sk = ACTION#<id>, with its writers
 *   all of a pairing         the same partition, by id, which is the order in which they were agreed
 */
export const ACTION_PREFIX = "ACTION#";

export const actionItemKey = (pairingId: Id<"pairing">, id: Id<"actionItem">): Key => ({
  pk: partitionOf(pairingRef(pairingId)),
  sk: `${ACTION_PREFIX}${id}`,
});

export const actionItemItem = (item: ActionItem): Item => ({
  ...actionItemKey(item.pairingId, item.id),
  schemaVersion: 1,
  ...item,
});
