import { actorName, type Context } from "../context.ts";
import { mintSortable } from "../ids.ts";
import { put, type Value, type Write } from "../table.ts";

/** What happened, named like an event, so that webhooks can be derived from it. No personal data in `facts`. */
export interface AuditEntry {
  readonly action: `${string}.${string}`;
  readonly subject: { readonly type: string; readonly id: string };
  readonly facts?: { readonly [name: string]: Value };
}

/**
 * Access patterns:
 *   all about a thing, in order         pk = audit#<type>#<id>, sk = <id>
 *   all that a person did herself       byPerson: personPk = <person>, personSk = audit#<id>
 */
export const auditPartition = (subject: AuditEntry["subject"]): string =>
  `audit#${subject.type}#${subject.id}`;
export const AUDIT_OF_PERSON = "audit#";

/** The write that keeps an audit entry beside its subject, to be found by who acted. */
export function auditWrite(ctx: Context, entry: AuditEntry): Write {
  const id = mintSortable(ctx.ids, "audit");
  const personId = "personId" in ctx.actor ? ctx.actor.personId : undefined;
  return put({
    pk: auditPartition(entry.subject),
    sk: id,
    ...(personId && { personPk: personId, personSk: `${AUDIT_OF_PERSON}${id}` }),
    schemaVersion: 1,
    id,
    action: entry.action,
    actor: actorName(ctx.actor),
    at: ctx.clock.now(),
    facts: entry.facts ?? {},
  });
}
