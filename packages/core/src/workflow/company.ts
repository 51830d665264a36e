import type { Context } from "../context.ts";
import type { DueMail } from "../due/index.ts";
import { entityKey, partitionOf } from "../entity.ts";
import type { Id } from "../ids.ts";
import { everyItem } from "../page.ts";
import { PAIRING_POINTER } from "../pairing/index.ts";
import { participantRef } from "../participant/index.ts";
import { readProgramme } from "../programme/index.ts";
import { followUpsFor } from "../session/index.ts";
import { type Instant, plus } from "../time.ts";
import { Invitation, siblingsOf, Wave, waveRef } from "../wave/index.ts";
import { sessionsOfPairing } from "./pairing-sessions.ts";

/** A questionnaire of a series waits for a session of the same week; as long again is left then to answer it. */
const LONGEST_WAIT_HOURS = 5 * 24;
/** Whoever has several sessions on a day is asked about all of them after the last: as long a day is at most. */
const SAME_DAY_HOURS = 12;
/** What goes at one minute is looked at within it; then it goes in one mail. */
const TOGETHER_MINUTES = 5;

/**
 * When a questionnaire goes together with something else for its reader, so that she gets one mail of both. What comes
 * again every few weeks is asked with the question after her next session, where she meets in the same week; several
 * that open at one point of the programme are asked in one mail, and called to mind in one.
 *
 * @returns undefined where it goes alone
 */
export async function companyOfQuestionnaire(ctx: Context, due: DueMail): Promise<Instant | undefined> {
  const item = await ctx.table.get(entityKey(due.entity));
  const invitation = item && Invitation.parse(item);
  const waveItem = invitation && (await ctx.table.get(entityKey(waveRef(invitation.waveId))));
  if (!waveItem) return undefined;
  const wave = Wave.parse(waveItem);
  const asked =
    wave.planned?.point === "during" ? await asking(ctx, invitation.participantId, LONGEST_WAIT_HOURS) : [];
  const last = lastOfDay(asked);
  if (last) return plus(last, { minutes: TOGETHER_MINUTES });
  const isOneOfSeveral = siblingsOf(wave, await readProgramme(ctx, wave.programmeId)) > 1;
  return isOneOfSeveral ? plus(due.dueAt, { minutes: TOGETHER_MINUTES }) : undefined;
}

/**
 * When the question whether a session took place goes together with those about others of the same day.
 *
 * @returns undefined where it goes alone, or is the last of them
 */
export async function companyOfFollowUp(ctx: Context, due: DueMail): Promise<Instant | undefined> {
  // A follow-up names whom it asks, as `followUpsFor` has written it.
  const participantId = due.identity["participantId"] as Id<"participant">;
  const last = lastOfDay(await asking(ctx, participantId, SAME_DAY_HOURS));
  return last && last > due.dueAt ? plus(last, { minutes: TOGETHER_MINUTES }) : undefined;
}

/** The last of those that follow the first on its day. */
function lastOfDay(asked: readonly Instant[]): Instant | undefined {
  const [first] = asked;
  return first && asked.findLast((at) => at <= plus(first, { hours: SAME_DAY_HOURS }));
}

/** When a participant is asked in the next hours whether a session took place, in order. */
async function asking(ctx: Context, id: Id<"participant">, hours: number): Promise<Instant[]> {
  const now = ctx.clock.now();
  const latest = plus(now, { hours });
  const query = { partition: partitionOf(participantRef(id)), sort: { beginsWith: PAIRING_POINTER } };
  const pointers = await everyItem(ctx, query);
  // Only pairings write these pointers, each with its own id.
  const pairings = pointers.map((pointer) => pointer["pairingId"] as Id<"pairing">);
  const sessions = (await Promise.all(pairings.map((pairing) => sessionsOfPairing(ctx, pairing)))).flat();
  return sessions
    .filter(({ state }) => state === "planned")
    .flatMap(followUpsFor)
    .filter(({ identity, dueAt }) => identity["participantId"] === id && dueAt >= now && dueAt <= latest)
    .map(({ dueAt }) => dueAt)
    .sort();
}
