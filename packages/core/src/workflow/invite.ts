import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { type Participant, participantsOf, roleOf } from "../participant/index.ts";
import { absent, type PageKey, put } from "../table.ts";
import type { Instant } from "../time.ts";
import {
  Invitation,
  invitationIdOf,
  invitationItem,
  invitationRef,
  roundsFrom,
  Wave,
  waveRef,
} from "../wave/index.ts";
import { audienceIn, participantOf } from "./audience.ts";

/** Participants asked by one message. */
const CHUNK = 20;

/** Where a fan-out goes on. */
export interface Invite {
  readonly waveId: Id<"wave">;
  readonly after?: PageKey;
}

/**
 * Invites the participants of a wave's programme, a chunk at a time, and goes on by sending itself a message.
 * An invitation's id is derived from wave and participant, so that nobody is asked twice; one that is there
 * already and open is only marked, so that it looks at its hours.
 */
export async function invite(ctx: Context, { waveId, after }: Invite): Promise<void> {
  const item = await ctx.table.get(entityKey(waveRef(waveId)));
  const wave = item && Wave.parse(item);
  if (wave?.state !== "open") return;
  const page = await ctx.table.query({
    index: "byProgramme",
    partition: participantsOf(wave.programmeId),
    limit: CHUNK,
    ...(after && { after }),
  });
  const audience = audienceIn(wave, page.items.map(participantOf));
  const known = await ctx.table.getMany(
    audience.map(({ id }) => entityKey(invitationRef(invitationIdOf(waveId, id)))),
  );
  const entities = [];
  for (const [at, participant] of audience.entries()) {
    const found = known[at];
    if (found && Invitation.parse(found).state !== "open") continue;
    const invitation = invitationTo(wave, participant, ctx.clock.now());
    const entity = invitationRef(invitation.id);
    const writes = found ? [] : [put(invitationItem(invitation), absent)];
    const { committed } = await ctx.table.transact([...writes, markWrite(ctx, entity)]);
    if (committed) entities.push(entity);
  }
  if (entities.length > 0) await announce(ctx, entities, "bulk");
  if (page.next) await ctx.queue.send("bulk", { message: "invite", waveId, after: page.next });
}

/** The invitation of a participant to a wave, as it is made now. */
export function invitationTo(wave: Wave, participant: Participant, now: Instant): Invitation {
  const role = roleOf(participant);
  return {
    id: invitationIdOf(wave.id, participant.id),
    waveId: wave.id,
    programmeId: wave.programmeId,
    participantId: participant.id,
    instrumentId: wave.instrumentId,
    privacy: wave.privacy,
    ...(wave.coordinatorId && { coordinatorId: wave.coordinatorId }),
    role,
    ...(wave.responsesKeptUntil && { responsesKeptUntil: wave.responsesKeptUntil }),
    showsRole: wave.shownRoles?.includes(role) ?? false,
    state: "open",
    generation: 1,
    opensAt: wave.opensAt,
    closesAt: wave.closesAt,
    rounds: roundsFrom(wave, now),
    version: 1,
  };
}
