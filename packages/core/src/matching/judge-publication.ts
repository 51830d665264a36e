import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import type { Pairing } from "../pairing/index.ts";
import { formats, type Programme } from "../programme/index.ts";
import { equal, missing, remove, type SingleWrite, update } from "../table.ts";
import { LocalTime, startOf } from "../time.ts";
import type { Candidate, PairIds } from "./candidate.ts";
import { sharedCompetences } from "./criteria/index.ts";
import { type Busy, derivePlan, type Meetings, meetingSlots, slotOfPlan } from "./derive-plan.ts";
import { codesIn, ruleBits } from "./hard-rules.ts";
import { openRunKey, type ProposalRef, pairKey, runKey } from "./items.ts";
import { type LoadedPool, loadSome } from "./load.ts";
import type { ProposedPair, Publication, StoredRun } from "./schema.ts";

export type PublicationRefusal = Extract<Publication, { state: "skipped" }>["reasons"];

/** A pairing before it begins its life. */
export type PlannedPairing = Pick<
  Pairing,
  "id" | "programmeId" | "members" | "zone" | "venue" | "plan" | "plannedFrom" | "goals"
>;

/** A pair as it is now: to be published with its plan, or not any more. */
export type JudgedForPublication = { readonly pair: ProposedPair } & (
  | { readonly planned: PlannedPairing }
  | { readonly refusal: PublicationRefusal }
);

/** What is published: some pairs of a run, and which id each has as a pairing. */
export interface ToPublish {
  readonly programme: Programme;
  readonly run: StoredRun;
  readonly pairs: readonly ProposedPair[];
  readonly pairingIdOf: (pair: PairIds) => Id<"pairing">;
}

/**
 * Looks at pairs once more before they are published: what has come between two since they were proposed, and when
 * and about what they would meet.
 */
export async function judgeForPublication(ctx: Context, what: ToPublish): Promise<JudgedForPublication[]> {
  const { programme, run, pairs } = what;
  const ids = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
  const pool = await loadSome(ctx, programme, ids);
  const meetings = meetingsOf(ctx, programme, run, pool);
  const busy = new Map<Id<"participant">, Set<number>>();
  for (const pairing of pool.open) keepBusy(busy, pairing, meetings);
  const bitsOf = ruleBits(pool);
  return pairs.map((pair) => {
    const mentor = pool.mentors.findIndex(({ participantId }) => participantId === pair.mentorId);
    const mentee = pool.mentees.findIndex(({ participantId }) => participantId === pair.menteeId);
    const [one, other] = [pool.mentors[mentor], pool.mentees[mentee]];
    if (!one || !other) return { pair, refusal: ["not-prepared"] };
    const reasons = codesIn(bitsOf(mentor, mentee)).filter((code) => !pair.warnings.includes(code));
    if (reasons.length > 0) return { pair, refusal: reasons };
    const planned = plannedFor(what, { pool, meetings, busy }, [one, other]);
    if (!planned) return { pair, refusal: ["no-date"] };
    keepBusy(busy, planned, meetings);
    return { pair, planned };
  });
}

/** Zones stand to one another as when the pairs begin to meet. */
function meetingsOf(ctx: Context, programme: Programme, { firstDay }: StoredRun, pool: LoadedPool): Meetings {
  invariant(firstDay, "a publication has a first day");
  const at = startOf(LocalTime.parse(`${firstDay}T12:00`), programme.zone);
  return {
    pool: { ...pool, at },
    programme,
    working: pool.organisation,
    firstDay,
    now: ctx.clock.now(),
  };
}

function keepBusy(
  busy: Map<Id<"participant">, Set<number>>,
  { members, plan, zone }: Pick<Pairing, "members" | "plan" | "zone">,
  { pool }: Meetings,
): void {
  const slots = meetingSlots(
    Math.floor(slotOfPlan(plan)),
    { zone },
    { ...pool, sessionMinutes: plan.minutes },
  );
  for (const { participantId } of members)
    busy.set(participantId, new Set([...(busy.get(participantId) ?? []), ...slots]));
}

interface Around {
  readonly pool: LoadedPool;
  readonly meetings: Meetings;
  readonly busy: ReadonlyMap<Id<"participant">, Busy>;
}

function plannedFor(
  { programme, run, pairingIdOf }: ToPublish,
  { pool, meetings, busy }: Around,
  [mentor, mentee]: readonly [Candidate, Candidate],
): PlannedPairing | undefined {
  const pair = { mentorId: mentor.participantId, menteeId: mentee.participantId };
  const id = pairingIdOf(pair);
  const taken = new Set([...(busy.get(pair.mentorId) ?? []), ...(busy.get(pair.menteeId) ?? [])]);
  const derived = derivePlan({ mentor, mentee }, meetings, { busy: taken, seed: seedOf(id) });
  const venue = venueOf(programme, pool, pair) ?? run.venue;
  invariant(venue, "a publication has a venue");
  if (!derived) return undefined;
  return {
    ...derived,
    id,
    programmeId: programme.id,
    members: [
      { participantId: pair.mentorId, teaches: true, learns: false },
      { participantId: pair.menteeId, teaches: false, learns: true },
    ],
    venue,
    goals: sharedCompetences(mentor, mentee).map(({ competenceId }) => competenceId),
  };
}

/** A number that an id always gives, spread evenly: its last characters are digits of a hash in base 32. */
const seedOf = (id: string): number => Number.parseInt(Buffer.from(id.slice(-4)).toString("hex"), 16);

/** Where one of the two likes to meet, if that is of the format's kind; the mentor's first. */
function venueOf(
  { format }: Programme,
  { venues }: LoadedPool,
  { mentorId, menteeId }: PairIds,
): Pairing["venue"] | undefined {
  const { meets } = formats[format];
  return [venues.get(mentorId), venues.get(menteeId)].find(
    (venue) => venue && (meets === "either" || meets === venue.kind),
  );
}

/** The write that notes what became of a pair, once. */
export const publicationWrite = (ref: ProposalRef, pair: PairIds, publication: Publication): SingleWrite =>
  update(pairKey(ref, pair), { set: { publication } }, missing("publication"));

/** Ends a publication, once: another run may begin. */
export async function finishPublication(ctx: Context, { id, programmeId }: StoredRun): Promise<void> {
  await ctx.table.transact([
    update(
      runKey(id),
      { set: { state: "published", updatedAt: ctx.clock.now() }, add: { version: 1 } },
      equal("state", "publishing"),
    ),
    remove(openRunKey(programmeId), equal("runId", id)),
  ]);
}
