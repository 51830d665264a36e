import { mintCapability } from "../capability/index.ts";
import { type Competence, getCompetences } from "../competence/index.ts";
import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { Pairing, pairingRef } from "../pairing/index.ts";
import { Participant, Profile, participantRef, profileKey, readyStates } from "../participant/index.ts";
import { isSuppressed, Person, personKey } from "../person/index.ts";
import { meetingPhases } from "../programme/index.ts";
import { check, equal } from "../table.ts";
import { type Locale, textIn } from "../text.ts";
import { heldBack } from "./held-back.ts";
import { readership } from "./reader.ts";
import { participantUnchanged, readParticipant } from "./step-mail.ts";
import type { Verdict } from "./verdict.ts";

/** What a "yes or no" link opens: a pairing and one of its members. */
export const answerId = (pairingId: Id<"pairing">, participantId: Id<"participant">): string =>
  `${pairingId}~${participantId}`;

/** A proposed pairing is mailed to each member who has not answered, with what the two share and no more. */
export async function decidePairingProposal(ctx: Context, due: DueMail): Promise<Verdict> {
  const item = await ctx.table.get(entityKey(pairingRef(due.entity.id as Id<"pairing">)));
  const pairing = item && Pairing.parse(item);
  const participantId = due.identity["participantId"] as Id<"participant">;
  if (pairing?.state !== "proposed" || pairing.accepted.includes(participantId)) {
    return { verdict: "unwanted" };
  }
  const read = await readParticipant(ctx, participantId);
  const wanted =
    read &&
    !isSuppressed(read.mailbox) &&
    readyStates.includes(read.participant.state) &&
    meetingPhases.includes(read.programme.phase);
  if (!wanted) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const readers = readership(read.organisation, read.person);
  return {
    verdict: "send",
    mail: {
      kind: "pairing.proposal",
      ...readers,
      programme: read.programme.name,
      again: due.identity["round"] !== 0,
      others: await othersIn(ctx, pairing, participantId),
      topics: await sharedTopics(ctx, pairing, readers.reader.locale),
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
  };
}

/** The names of the other members. */
export async function othersIn(
  ctx: Context,
  { members }: Pairing,
  own: Id<"participant">,
): Promise<string[]> {
  const ids = members.map(({ participantId }) => participantId).filter((id) => id !== own);
  const participants = await ctx.table.getMany(ids.map((id) => entityKey(participantRef(id))));
  const people = await ctx.table.getMany(
    participants.flatMap((item) => (item ? [personKey(Participant.parse(item).personId)] : [])),
  );
  return people.flatMap((item) => (item ? [Person.parse(item).name] : []));
}

/** The titles of what one offers and the other wants; levels stay out of it. */
export async function sharedTopics(ctx: Context, { members }: Pairing, locale: Locale): Promise<string[]> {
  const items = await ctx.table.getMany(members.map(({ participantId }) => profileKey(participantId)));
  const profiles = items.flatMap((item) => (item ? [Profile.parse(item)] : []));
  const offered = new Set(profiles.flatMap(({ offers }) => offers.map((one) => one.competenceId)));
  const wanted = profiles.flatMap(({ wants }) => wants.map((one) => one.competenceId));
  const shared = [...new Set(wanted)].filter((id) => offered.has(id));
  const competences: readonly (Competence | undefined)[] = await getCompetences(ctx, shared);
  return competences.flatMap((one) => (one ? [textIn(one.title, locale)] : []));
}
