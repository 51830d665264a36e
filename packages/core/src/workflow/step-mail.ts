import { mintCapability } from "../capability/index.ts";
import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { PARTICIPANT_INVITATION, Participant, participantRef, stepOf } from "../participant/index.ts";
import { isSuppressed, Mailbox, mailboxKey, Person, personKey } from "../person/index.ts";
import { meetingPhases, Programme, programmeRef } from "../programme/index.ts";
import { check, equal, type Write } from "../table.ts";
import { heldBack } from "./held-back.ts";
import { readership, readerUnchanged } from "./reader.ts";
import type { Verdict } from "./verdict.ts";

/** A participant with all that a mail to her reads. */
export interface ParticipantRead {
  readonly participant: Participant;
  readonly person: Person;
  readonly programme: Programme;
  readonly organisation: Organisation;
  readonly mailbox: Mailbox | undefined;
}

/** Reads again all that a mail to a participant depends on; `undefined` when somebody or something is gone. */
export async function readParticipant(
  ctx: Context,
  id: Id<"participant">,
): Promise<ParticipantRead | undefined> {
  const item = await ctx.table.get(entityKey(participantRef(id)));
  if (!item) return undefined;
  const participant = Participant.parse(item);
  const [personItem, programmeItem, organisationItem] = await ctx.table.getMany([
    personKey(participant.personId),
    entityKey(programmeRef(participant.programmeId)),
    entityKey(ORGANISATION),
  ]);
  if (!personItem || !programmeItem || !organisationItem) return undefined;
  const person = Person.parse(personItem);
  const mailbox = await ctx.table.get(mailboxKey(person.email));
  return {
    participant,
    person,
    programme: Programme.parse(programmeItem),
    organisation: Organisation.parse(organisationItem),
    mailbox: mailbox && Mailbox.parse(mailbox),
  };
}

/** Checks that every unshared item stands as it was read. */
export const participantUnchanged = ({ participant, ...reader }: ParticipantRead): Write[] => [
  check(entityKey(participantRef(participant.id)), equal("version", participant.version)),
  ...readerUnchanged(reader),
];

/** A step is mailed while it is the one that waits for her. */
export async function decideStep(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readParticipant(ctx, due.entity.id as Id<"participant">);
  const mayBeTold = read?.person.state === "active" && !isSuppressed(read.mailbox);
  if (!mayBeTold) return { verdict: "unwanted" };
  const { participant, person, programme, organisation } = read;
  const step = stepOf(participant);
  const waits = step === due.kind && participant.since === due.identity["since"];
  if (!step || !waits || !meetingPhases.includes(programme.phase)) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const purpose = step === PARTICIPANT_INVITATION ? "apply" : "prepare";
  return {
    verdict: "send",
    mail: {
      kind: step,
      ...readership(organisation, person),
      programme: programme.name,
      again: due.identity["round"] !== 0,
      open: await mintCapability(ctx, { purpose, id: participant.id, generation: 1 }),
    },
    unchanged: participantUnchanged(read),
    recipient: read,
  };
}

/** That there is no place for her is mailed unless somebody has moved her on since. */
export async function decideRefusal(ctx: Context, due: DueMail): Promise<Verdict> {
  const read = await readParticipant(ctx, due.entity.id as Id<"participant">);
  const mayBeTold = read?.person.state === "active" && !isSuppressed(read.mailbox);
  if (!mayBeTold) return { verdict: "unwanted" };
  const { participant, person, programme, organisation } = read;
  const stands = participant.state === "refused" && participant.since === due.identity["since"];
  if (!stands) return { verdict: "unwanted" };
  const held = heldBack(read, due);
  if (held) return held;
  const { refusal } = participant;
  return {
    verdict: "send",
    mail: {
      kind: "participant.refusal",
      ...readership(organisation, person),
      programme: programme.name,
      ...(refusal !== undefined && { reason: refusal }),
    },
    unchanged: participantUnchanged(read),
    recipient: read,
  };
}
