import { z } from "zod";
import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import type { Item } from "../table.ts";
import { Instant } from "../time.ts";
import { AUDIT_OF_PERSON, type AuditEntry, auditPartition } from "./write.ts";

/** An audit entry as it was stored. `actor` names a kind of caller and an id. */
export const AuditRecord = z.object({
  id: z.string(),
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  actor: z.string(),
  at: Instant,
  facts: z.record(z.string(), z.unknown()),
});
export type AuditRecord = z.infer<typeof AuditRecord>;

function recordOf(item: Item): AuditRecord {
  const [, type, id] = item.pk.split("#");
  return AuditRecord.parse({ ...item, subject: { type, id } });
}

/** All that happened to a thing, in order. */
export const auditOf = async (ctx: Context, subject: AuditEntry["subject"]): Promise<AuditRecord[]> =>
  (await everyItem(ctx, { partition: auditPartition(subject) })).map(recordOf);

/** All that a person did under her own name, in order; what she did through mailed links is with its subjects. */
export const auditBy = async (ctx: Context, personId: Id<"person">): Promise<AuditRecord[]> => {
  const query = { index: "byPerson", partition: personId, sort: { beginsWith: AUDIT_OF_PERSON } } as const;
  return (await everyItem(ctx, query)).map(recordOf);
};
