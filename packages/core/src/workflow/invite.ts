import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
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
  wavesOf,
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
 * already and open is only marked, so that it looks at its hours. Who let the last questionnaire of the same series go
 * by, reminder and all, is asked again and not reminded: she knows, and the next one comes within weeks.
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
  const unanswered = await whoLeftTheLast(ctx, wave, audience);
  const entities = [];
  for (const [at, participant] of audience.entries()) {
    const found = known[at];
    if (found && Invitation.parse(found).state !== "open") continue;
    const asked = unanswered.has(participant.id) ? { ...wave, reminders: 0 } : wave;
    const invitation = invitationTo(asked, participant, ctx.clock.now());
    const entity = invitationRef(invitation.id);
    const writes = found ? [] : [put(invitationItem(invitation), absent)];
    const { committed } = await ctx.table.transact([...writes, markWrite(ctx, entity)]);
    if (committed) entities.push(entity);
  }
  if (entities.length > 0) await announce(ctx, entities, "bulk");
  if (page.next) await ctx.queue.send("bulk", { message: "invite", waveId, after: page.next });
}

/** Who of an audience was asked the same some weeks ago and has not answered. */
async function whoLeftTheLast(
  ctx: Context,
  { programmeId, instrumentId, planned }: Wave,
  audience: readonly Participant[],
): Promise<ReadonlySet<Id<"participant">>> {
  if (planned?.point !== "during") return new Set();
  const last = (await everyItem(ctx, { index: "byProgramme", partition: wavesOf(programmeId) }))
    .map((item) => Wave.parse(item))
    .filter((wave) => wave.planned?.point === "during" && wave.instrumentId === instrumentId)
    .filter((wave) => wave.state !== "superseded" && (wave.planned?.ordinal ?? 0) < planned.ordinal)
    .sort((one, other) => (one.opensAt < other.opensAt ? -1 : 1))
    .at(-1);
  if (!last) return new Set();
  const keys = audience.map(({ id }) => entityKey(invitationRef(invitationIdOf(last.id, id))));
  const asked = await ctx.table.getMany(keys);
  const left = asked.flatMap((item) => (item ? [Invitation.parse(item)] : []));
  return new Set(left.filter(({ state }) => state !== "answered").map((one) => one.participantId));
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
