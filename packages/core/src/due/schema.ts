import { z } from "zod";
import { type EntityRef, entityTypes } from "../entity.ts";
import { deriveId, type Id, idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import type { Item } from "../table.ts";
import type { Instant } from "../time.ts";
import { mailLifecycle, wakeLifecycle } from "./lifecycle.ts";

const instant = z.string().transform((text) => text as Instant);

/** What all due work says: what it is about, and when. `identity` tells two messages of one kind apart. */
const base = z.object({
  id: idOf("due"),
  kind: z.string(),
  entity: z.object({ type: z.enum(entityTypes), id: z.string() }),
  identity: z.record(z.string(), z.union([z.string(), z.number()])),
  dueAt: instant,
});

const mail = base.extend({
  work: z.literal("mail"),
  state: stateIn(mailLifecycle),
  /** After this instant the message would be stale and is not sent any more. */
  expiresAt: instant,
  claim: idOf("claim").optional(),
  fenceUntil: instant.optional(),
  messageId: z.string().optional(),
  settledAt: instant.optional(),
  /** The digest that it was joined to. */
  deliveredBy: idOf("due").optional(),
});

const wake = base.extend({ work: z.literal("wake"), state: stateIn(wakeLifecycle) });

const stored = z.discriminatedUnion("work", [mail, wake]);

export type DueMail = z.infer<typeof mail>;
export type DueWake = z.infer<typeof wake>;
export type DueWork = z.infer<typeof stored>;

/** Due work that a state of things asks for, before it is stored. */
export type Wanted =
  | Pick<DueMail, "work" | "kind" | "identity" | "dueAt" | "expiresAt">
  | Pick<DueWake, "work" | "kind" | "identity" | "dueAt">;

/** Reads due work as it was stored; the storage's own attributes stay behind. */
export const dueWorkOf = (item: Item): DueWork => stored.parse(item);

/** The id that this message or wake always has, so that deriving it again makes no second one. */
export const dueIdOf = (
  entity: EntityRef,
  { kind, identity }: Pick<Wanted, "kind" | "identity">,
): Id<"due"> =>
  deriveId(
    "due",
    entity.type,
    entity.id,
    kind,
    ...Object.entries(identity)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flat(),
  );
