import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { farewellsFor, PAIRING_FAREWELL, Pairing, pairingRef } from "../pairing/index.ts";
import { readyStates } from "../participant/index.ts";
import { isSuppressed } from "../person/index.ts";
import { meetingPhases } from "../programme/index.ts";
import { check, equal } from "../table.ts";
import { heldBack } from "./held-back.ts";
import { membersOf, othersOf } from "./pairing-members.ts";
import { readership } from "./reader.ts";
import { programmeLink } from "./session-links.ts";
import { participantUnchanged, readParticipant } from "./step-mail.ts";
import type { Verdict } from "./verdict.ts";

/** Whoever still takes part is thanked and told that somebody else is looked for; nothing tells who has asked. */
export async function decideFarewell(ctx: Context, due: DueMail): Promise<Verdict> {
  const item = await ctx.table.get(entityKey(pairingRef(due.entity.id as Id<"pairing">)));
  const pairing = item && Pairing.parse(item);
  const participantId = due.identity["participantId"] as Id<"participant">;
  const isWanted =
    pairing &&
    farewellsFor(pairing).some(
      ({ identity }) => identity["participantId"] === participantId && identity["at"] === due.identity["at"],
    );
  const read = isWanted ? await readParticipant(ctx, participantId) : undefined;
  const mayBeTold =
    pairing &&
    read &&
    read.person.state === "active" &&
    !isSuppressed(read.mailbox) &&
    [...readyStates, "paused"].includes(read.participant.state) &&
    meetingPhases.includes(read.programme.phase);
  if (!mayBeTold) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const members = await membersOf(ctx, pairing);
  return {
    verdict: "send",
    mail: {
      kind: PAIRING_FAREWELL,
      ...readership(read.organisation, read.person),
      programme: read.programme.name,
      myProgramme: await programmeLink(ctx, read),
      others: othersOf(members, participantId).map(({ person }) => person.name),
    },
    unchanged: [
      check(entityKey(pairingRef(pairing.id)), equal("version", pairing.version)),
      ...participantUnchanged(read),
    ],
    recipient: read,
  };
}
