import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { Conflict } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getInstrument, type Instrument } from "../instrument/index.ts";
import { readProgramme } from "../programme/index.ts";
import type { Session } from "../session/index.ts";
import { type Instant, plus } from "../time.ts";
import {
  answerQuestionnaire,
  Invitation,
  invitationIdOf,
  invitationRef,
  pulseWaveId,
} from "../wave/index.ts";

/** A session that lies further back is not what a month's answer is about. */
const RECENT_HOURS = 31 * 24;

/** The question whether a session was worth it, as its attendee may answer it now. */
export interface OpenPulse {
  readonly invitation: Invitation;
  readonly instrument: Instrument;
}

/**
 * The confidential question beside "did it take place?", while somebody has it open: once a month. It is another
 * thing than the session; nothing of it is stored there, and no health of a pairing reads it. Changes nothing.
 *
 * @returns undefined where the programme does not ask it, or she has answered it this month
 */
export async function openPulse(
  ctx: Context,
  { programmeId, start }: Pick<Session, "programmeId" | "start">,
  participantId: Id<"participant">,
): Promise<OpenPulse | undefined> {
  const now = ctx.clock.now();
  if (start > now || start < plus(now, { hours: -RECENT_HOURS })) return undefined;
  const programme = await readProgramme(ctx, programmeId);
  const id = invitationIdOf(pulseWaveId(programme, now), participantId);
  const item = await ctx.table.get(entityKey(invitationRef(id)));
  const invitation = item && Invitation.parse(item);
  if (invitation?.state !== "open" || !isOpenAt(invitation, now)) return undefined;
  return { invitation, instrument: await getInstrument(ctx, invitation.instrumentId) };
}

const isOpenAt = ({ opensAt, closesAt }: Invitation, now: Instant): boolean =>
  opensAt <= now && now < closesAt;

/**
 * Takes the answer as the response of its wave, apart from what was said about the session. One that came before it,
 * or a month that is over, leaves things as they are.
 *
 * @throws Invalid  it is no step of the scale
 */
export async function answerPulse(
  ctx: Context,
  { invitation: { id, generation } }: OpenPulse,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    await answerQuestionnaire(ctx, { id, generation, form });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
