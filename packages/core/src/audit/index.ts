import { actorName, type Context } from "../context.ts";
import type { EntityRef } from "../entity.ts";
import { partitionOf } from "../entity.ts";
import { mintSortable } from "../ids.ts";
import { put, type Value, type Write } from "../table.ts";

/** What happened, named like an event, so that webhooks can be derived from it. No personal data in `facts`. */
export interface AuditEntry {
  readonly action: `${string}.${string}`;
  readonly subject: { readonly type: string; readonly id: string };
  readonly facts?: { readonly [name: string]: Value };
}

/** The write that keeps an audit entry beside its subject. */
export function auditWrite(ctx: Context, entry: AuditEntry): Write {
  const id = mintSortable(ctx.ids, "audit");
  return put({
    pk: `audit#${partitionOf(entry.subject as EntityRef)}`,
    sk: id,
    schemaVersion: 1,
    id,
    action: entry.action,
    actor: actorName(ctx.actor),
    at: ctx.clock.now(),
    facts: entry.facts ?? {},
  });
}
