import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import type { Session } from "../session/index.ts";
import { openSession } from "./opened-session.ts";

/** A session as an attendee sees it who may not be able to come. */
export interface OpenedAbsence {
  readonly link: "open" | "cancelled" | "over";
  readonly session: Session;
  /** The names of the others. */
  readonly others: readonly string[];
}

/**
 * Opens "I can't make it"; changes nothing.
 *
 * @throws NotFound  there is no such session, or she is not expected at it
 */
export async function openAbsence(
  ctx: Context,
  { sessionId, participantId }: { sessionId: Id<"session">; participantId: Id<"participant"> },
): Promise<OpenedAbsence> {
  const { session, names } = await openSession(ctx, { sessionId, participantId });
  return { link: linkOf(session, ctx.clock.now()), session, others: [...names.values()] };
}

function linkOf({ state, start }: Session, now: string): OpenedAbsence["link"] {
  if (state === "cancelled") return "cancelled";
  return state === "planned" && start > now ? "open" : "over";
}
