import { auditWrite } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { markKey } from "../entity.ts";
import { readProgramme, wasPausedAt } from "../programme/index.ts";
import { completionWrite, isComplete, Session, sessionRef } from "../session/index.ts";
import { check, equal } from "../table.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/** Keeps a session: once its attendees have had their time to say whether they met, it is completed by rule. */
export async function keepSession(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const session = Session.parse(stored);
  const now = ctx.clock.now();
  if (!isComplete(session, now)) return;
  const programme = await readProgramme(ctx, session.programmeId);
  const paused = wasPausedAt(programme, session.start);
  const entity = sessionRef(session.id);
  const { committed } = await ctx.table.transact([
    check(markKey(entity), equal("id", markId)),
    completionWrite(session, { now, paused }),
    auditWrite(ctx, { action: "session.completed-by-rule", subject: entity }),
  ]);
  if (!committed) throw new ChangedMeanwhile();
}
