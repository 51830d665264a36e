import { mintCapability } from "../capability/index.ts";
import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { effortOf, getInstrument, languagesOf } from "../instrument/index.ts";
import { ORGANISATION, Organisation } from "../organisation/index.ts";
import { Participant, participantRef, readyStates } from "../participant/index.ts";
import { Mailbox, mailboxKey, mayBeMailed, Person, personKey } from "../person/index.ts";
import { askingPhases, Programme, programmeRef } from "../programme/index.ts";
import { absent, check, equal } from "../table.ts";
import { textIn } from "../text.ts";
import { Invitation, invitationRef, privacyOf, QUESTIONNAIRE_INVITATION } from "../wave/index.ts";
import { heldBack } from "./held-back.ts";
import { readership } from "./reader.ts";
import { programmeLink, unsubscribeLink } from "./session-links.ts";
import type { Verdict } from "./verdict.ts";

/** A questionnaire is mailed while its invitation is open and its reader takes part. */
export async function decideQuestionnaire(ctx: Context, due: DueMail): Promise<Verdict> {
  const item = await ctx.table.get(entityKey(due.entity));
  const invitation = item && Invitation.parse(item);
  if (invitation?.state !== "open") return { verdict: "unwanted" };
  const [participantItem, programmeItem, organisationItem] = await ctx.table.getMany([
    entityKey(participantRef(invitation.participantId)),
    entityKey(programmeRef(invitation.programmeId)),
    entityKey(ORGANISATION),
  ]);
  if (!participantItem || !programmeItem || !organisationItem) return { verdict: "unwanted" };
  const participant = Participant.parse(participantItem);
  const personItem = await ctx.table.get(personKey(participant.personId));
  if (!personItem) return { verdict: "unwanted" };
  const person = Person.parse(personItem);
  const mailboxItem = await ctx.table.get(mailboxKey(person.email));
  const mailbox = mailboxItem && Mailbox.parse(mailboxItem);
  const programme = Programme.parse(programmeItem);
  const asked = askingPhases.includes(programme.phase) && readyStates.includes(participant.state);
  if (person.state !== "active" || !asked || !mayBeMailed(mailbox, "questionnaires"))
    return { verdict: "unwanted" };
  const organisation = Organisation.parse(organisationItem);
  const held = heldBack({ organisation, programme }, due);
  if (held) return held;
  const instrument = await getInstrument(ctx, invitation.instrumentId);
  const readers = readership(organisation, person);
  return {
    verdict: "send",
    mail: {
      kind: due.kind === QUESTIONNAIRE_INVITATION ? "questionnaire.invitation" : "questionnaire.reminder",
      ...readers,
      programme: programme.name,
      myProgramme: await programmeLink(ctx, { participant }),
      title: textIn(instrument.title, ...languagesOf(instrument, readers.reader.locale, organisation.locale)),
      effort: effortOf(instrument),
      privacy: await privacyOf(ctx, invitation),
      closesAt: invitation.closesAt,
      answer: await mintCapability(ctx, {
        purpose: "questionnaire",
        id: invitation.id,
        generation: invitation.generation,
      }),
      unsubscribe: await unsubscribeLink(ctx, { person }, "questionnaires"),
    },
    unchanged: [
      check(entityKey(invitationRef(invitation.id)), equal("version", invitation.version)),
      check(entityKey(participantRef(participant.id)), equal("version", participant.version)),
      check(personKey(person.id), equal("version", person.version)),
      check(mailboxKey(person.email), mailbox ? equal("version", mailbox.version) : absent),
    ],
    recipient: { person, organisation },
  };
}
