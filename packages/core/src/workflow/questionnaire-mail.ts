import { mintCapability } from "../capability/index.ts";
import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey } from "../entity.ts";
import { effortOf, getInstrument, languagesOf } from "../instrument/index.ts";
import { readyStates } from "../participant/index.ts";
import { mayBeMailed } from "../person/index.ts";
import { askingPhases } from "../programme/index.ts";
import { check, equal } from "../table.ts";
import { textIn } from "../text.ts";
import { Invitation, invitationRef, privacyOf, QUESTIONNAIRE_INVITATION } from "../wave/index.ts";
import { heldBack } from "./held-back.ts";
import { readership } from "./reader.ts";
import { programmeLink, unsubscribeLink } from "./session-links.ts";
import { participantUnchanged, readParticipant } from "./step-mail.ts";
import type { Verdict } from "./verdict.ts";

/** A questionnaire is mailed while its invitation is open and its reader takes part. */
export async function decideQuestionnaire(ctx: Context, due: DueMail): Promise<Verdict> {
  const item = await ctx.table.get(entityKey(due.entity));
  const invitation = item && Invitation.parse(item);
  if (invitation?.state !== "open") return { verdict: "unwanted" };
  const read = await readParticipant(ctx, invitation.participantId);
  if (!read) return { verdict: "unwanted" };
  const { participant, person, programme, organisation, mailbox } = read;
  const asked = askingPhases.includes(programme.phase) && readyStates.includes(participant.state);
  if (person.state !== "active" || !asked || !mayBeMailed(mailbox, "questionnaires"))
    return { verdict: "unwanted" };
  const held = heldBack(read, due);
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
      ...participantUnchanged(read),
    ],
    recipient: read,
  };
}
