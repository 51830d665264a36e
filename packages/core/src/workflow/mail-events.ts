import { z } from "zod";
import type { Context } from "../context.ts";
import { dueKey, dueWorkOf, noteFact, recordSent } from "../due/index.ts";
import { type EntityRef, entityTypes } from "../entity.ts";
import { idOf } from "../ids.ts";
import { suppressMailbox } from "../person/index.ts";
import { aftermathOf } from "./aftermath.ts";

/** What SES tells about one mail, found by the correlation that it was sent with. */
export const MailEvent = z.object({
  fact: z.enum(["sent", "delivered", "bounced", "complained", "rejected"]),
  messageId: z.string().max(200),
  entity: z.object({ type: z.enum(entityTypes), id: z.string().max(100) }),
  due: idOf("due"),
  /** Addresses that bounced for good, or whose owner complained. */
  recipients: z.array(z.string().max(320)).max(50),
});
export type MailEvent = z.infer<typeof MailEvent>;

/** What recording an event takes: neither schedules nor mail, and no key to links. */
export type Recorder = Pick<Context, "table" | "queue" | "clock">;

/**
 * Records what became of a mail. SES's `Send` event is the proof that it went, whatever its claim thinks; a
 * bounce for good or a complaint closes the mailbox to every further mail. Events may come twice and in any order.
 */
export async function recordMailEvent(ctx: Recorder, event: MailEvent): Promise<void> {
  const { fact, entity, due: id, recipients, messageId } = event;
  if (fact === "bounced" || fact === "complained") {
    const reason = fact === "bounced" ? "bounce" : "complaint";
    for (const address of recipients) await suppressMailbox(ctx, { address, reason });
  }
  if (fact !== "sent") return void (await noteFact(ctx, { entity, id }, fact));
  await proven(ctx, entity, { id, messageId });
}

async function proven(
  ctx: Recorder,
  entity: EntityRef,
  { id, messageId }: { id: MailEvent["due"]; messageId: string },
): Promise<void> {
  const item = await ctx.table.get(dueKey(entity, id));
  const due = item && dueWorkOf(item);
  if (due?.work !== "mail" || due.state !== "sending") return;
  const aftermath = aftermathOf(due.kind);
  await recordSent(ctx, due, messageId, aftermath.gone(due));
  await aftermath.afterwards(ctx, due);
}
