import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import type { LinkToken } from "../mail.ts";
import { readPairing } from "../pairing/index.ts";
import { meetsWithout, type Session } from "../session/index.ts";
import type { Instant } from "../time.ts";
import { type OpenedSession, openSession } from "./opened-session.ts";
import { proposalLink } from "./session-links.ts";

/** Another time that waits for an answer: the attendee's own proposal, or another's for her to answer. */
export type PendingProposal =
  | { readonly by: "reader"; readonly start: Instant }
  | { readonly by: "another"; readonly name: string; readonly start: Instant; readonly reply: LinkToken };

/** A session as an attendee sees it who may not be able to come. */
export interface OpenedAbsence {
  readonly link: "open" | "cancelled" | "excused" | "over";
  readonly session: Session;
  /** The names of the others. */
  readonly others: readonly string[];
  readonly pending: PendingProposal | undefined;
  /** Whether the others meet all the same when she does not come. */
  readonly meetsWithout: boolean;
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
  const opened = await openSession(ctx, { sessionId, participantId });
  const { session, names } = opened;
  const [pending, pairing] = await Promise.all([
    pendingFor(ctx, opened, participantId),
    readPairing(ctx, session.pairingId),
  ]);
  return {
    link: linkOf(session, participantId, ctx.clock.now()),
    session,
    others: [...names.values()],
    pending,
    meetsWithout: meetsWithout(session, pairing.members, participantId),
  };
}

async function pendingFor(
  ctx: Context,
  { session, names }: OpenedSession,
  id: Id<"participant">,
): Promise<PendingProposal | undefined> {
  const { proposal } = session;
  if (!proposal) return undefined;
  const { by, start } = proposal;
  if (by === id) return { by: "reader", start };
  const name = names.get(by);
  return name
    ? { by: "another", name, start, reply: await proposalLink(ctx, { session, participant: { id } }) }
    : undefined;
}

function linkOf(
  { state, start, attendees }: Session,
  id: Id<"participant">,
  now: string,
): OpenedAbsence["link"] {
  if (state === "cancelled") return "cancelled";
  if (attendees.some((one) => one.participantId === id && one.state === "cannot")) return "excused";
  return state === "planned" && start > now ? "open" : "over";
}
