import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { isSuppressed } from "../person/index.ts";
import { heldBack } from "./held-back.ts";
import { proposalLink } from "./session-links.ts";
import { aboutSession, readSession, takesPlaceWith, unchangedSince } from "./session-mail.ts";
import type { Verdict } from "./verdict.ts";

/** A proposal is mailed while it stands and its session does. */
export async function decideProposal(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const proposal = read?.session.proposal;
  const stands = read && takesPlaceWith(read) && proposal?.proposedAt === due.identity["proposedAt"];
  if (!stands || !proposal || isSuppressed(read.mailbox)) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const by = read.participants.find(({ id }) => id === proposal.by);
  const proposer = read.others.find(({ id }) => id === by?.personId);
  if (!proposer) return { verdict: "unwanted" };
  return {
    verdict: "send",
    mail: {
      kind: "session.proposal",
      ...(await aboutSession(ctx, read)),
      proposed: { by: proposer.name, start: proposal.start },
      reply: await proposalLink(ctx, read),
    },
    unchanged: unchangedSince(read),
    recipient: read,
  };
}
