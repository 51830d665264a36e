import { auditWrite } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { markKey } from "../entity.ts";
import { completionWrite, Session, sessionRef } from "../session/index.ts";
import { check, equal } from "../table.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/** Keeps a session: once its attendees have had their time to say whether they met, it is completed by rule. */
export async function keepSession(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const session = Session.parse(stored);
  const completion = completionWrite(session, ctx.clock.now());
  if (!completion) return;
  const entity = sessionRef(session.id);
  const { committed } = await ctx.table.transact([
    check(markKey(entity), equal("id", markId)),
    completion,
    auditWrite(ctx, { action: "session.completed-by-rule", subject: entity }),
  ]);
  if (!committed) throw new ChangedMeanwhile();
}
