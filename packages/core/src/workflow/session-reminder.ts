import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { mayBeMailed } from "../person/index.ts";
import { heldBack } from "./held-back.ts";
import { cannotComeLink, unsubscribeLink } from "./session-links.ts";
import { aboutSession, readSession, takesPlaceWith, unchangedSince } from "./session-mail.ts";
import type { Verdict } from "./verdict.ts";

/** A reminder is wanted while its session stands at the hour that it is about, and its reader is expected there. */
export async function decideReminder(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const wanted =
    read &&
    takesPlaceWith(read) &&
    read.session.start === due.identity["start"] &&
    mayBeMailed(read.mailbox, "reminders");
  if (!wanted) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const [cannotCome, unsubscribe] = await Promise.all([
    cannotComeLink(ctx, read),
    unsubscribeLink(ctx, read, "reminders"),
  ]);
  return {
    verdict: "send",
    mail: { kind: "session.reminder", ...(await aboutSession(ctx, read)), cannotCome, unsubscribe },
    unchanged: unchangedSince(read),
    recipient: read,
  };
}
