import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { readyStates } from "../participant/index.ts";
import { mayBeMailed } from "../person/index.ts";
import { heldBack } from "./held-back.ts";
import { followUpLink, unsubscribeLink } from "./session-links.ts";
import { aboutSession, readSession, type SessionRead, unchangedSince } from "./session-mail.ts";
import type { Verdict } from "./verdict.ts";

/** Whoever was to be there and has not said yet whether the session took place is asked, once. */
export async function decideFollowUp(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readSession(ctx, due);
  const wanted =
    read &&
    isOpen(read) &&
    read.person.state === "active" &&
    read.session.start === due.identity["start"] &&
    mayBeMailed(read.mailbox, "questionnaires");
  if (!wanted) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const [tell, unsubscribe] = await Promise.all([
    followUpLink(ctx, read),
    unsubscribeLink(ctx, read, "questionnaires"),
  ]);
  return {
    verdict: "send",
    mail: { kind: "session.follow-up", ...(await aboutSession(ctx, read)), tell, unsubscribe },
    unchanged: unchangedSince(read),
    recipient: read,
  };
}

function isOpen({ session, participant }: SessionRead): boolean {
  const { state, outcome, attendees } = session;
  const said = [...(outcome?.confirmedBy ?? []), ...(outcome?.deniedBy ?? [])].includes(participant.id);
  const told = outcome?.known === "recorded" || outcome?.known === "assumed";
  const attendee = attendees.find(({ participantId }) => participantId === participant.id);
  return (
    state !== "cancelled" &&
    !said &&
    !told &&
    attendee !== undefined &&
    attendee.state !== "cannot" &&
    readyStates.includes(participant.state)
  );
}
