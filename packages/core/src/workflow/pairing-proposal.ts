import { mintCapability } from "../capability/index.ts";
import { getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { type Id, idOf } from "../ids.ts";
import { openStates, Pairing, pairingRef } from "../pairing/index.ts";
import { readyStates } from "../participant/index.ts";
import { isSuppressed } from "../person/index.ts";
import { meetingPhases } from "../programme/index.ts";
import { check, equal } from "../table.ts";
import { textIn } from "../text.ts";
import { heldBack } from "./held-back.ts";
import { membersOf, othersOf, sharedTopics } from "./pairing-members.ts";
import { type Readership, readership } from "./reader.ts";
import { programmeLink } from "./session-links.ts";
import { participantUnchanged, readParticipant } from "./step-mail.ts";
import type { Verdict } from "./verdict.ts";

/** What a "yes or no" link opens: a pairing and one of its members. */
export const answerId = (pairingId: Id<"pairing">, participantId: Id<"participant">): string =>
  `${pairingId}~${participantId}`;

/** What a "yes or no" link says. */
export function answerOf(id: string): {
  readonly pairingId: Id<"pairing">;
  readonly participantId: Id<"participant">;
} {
  const [pairingId, participantId] = id.split("~");
  return {
    pairingId: idOf("pairing").parse(pairingId),
    participantId: idOf("participant").parse(participantId),
  };
}

/** A pairing is mailed to each member who has not answered, also where the others meet already, with what the two share and no more. */
export async function decidePairingProposal(ctx: Context, due: DueMail): Promise<Verdict> {
  const item = await ctx.table.get(entityKey(pairingRef(due.entity.id as Id<"pairing">)));
  const pairing = item && Pairing.parse(item);
  const participantId = due.identity["participantId"] as Id<"participant">;
  const isAsked = pairing?.members.some((member) => member.participantId === participantId);
  const isOpen = pairing && openStates.includes(pairing.state) && isAsked;
  if (!isOpen || pairing.accepted.includes(participantId)) return { verdict: "unwanted" };
  const read = await readParticipant(ctx, participantId);
  const wanted =
    read &&
    read.person.state === "active" &&
    !isSuppressed(read.mailbox) &&
    readyStates.includes(read.participant.state) &&
    meetingPhases.includes(read.programme.phase);
  if (!wanted) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const readers = readership(read.organisation, read.person);
  const members = await membersOf(ctx, pairing);
  return {
    verdict: "send",
    mail: {
      kind: "pairing.proposal",
      ...readers,
      programme: read.programme.name,
      myProgramme: await programmeLink(ctx, read),
      again: due.identity["round"] !== 0,
      others: othersOf(members, participantId).map(({ person }) => person.name),
      topics: await titlesOf(ctx, sharedTopics(members), readers),
      open: await mintCapability(ctx, {
        purpose: "match",
        id: answerId(pairing.id, participantId),
        generation: 1,
      }),
    },
    unchanged: [
      check(entityKey(pairingRef(pairing.id)), equal("version", pairing.version)),
      ...participantUnchanged(read),
    ],
    recipient: read,
  };
}

/** The titles of shared topics, in a reader's language where there is one. */
async function titlesOf(
  ctx: Context,
  topics: readonly Id<"competence">[],
  { sender, reader }: Readership,
): Promise<string[]> {
  const found = await getCompetences(ctx, topics);
  return topics.flatMap((id) => {
    const title = found.get(id)?.title;
    return title ? [textIn(title, reader.locale, sender.locale)] : [];
  });
}
