import type { Context } from "../context.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { type Goal, MAXIMUM_GOALS, type Pairing } from "../pairing/index.ts";
import { formatOf, meetsInGroups, type Programme } from "../programme/index.ts";
import { equal, missing, remove, type SingleWrite, update } from "../table.ts";
import { LocalTime, startOf } from "../time.ts";
import { arePeers, type Candidate, type PairIds, type PlacedPair, placesIn } from "./candidate.ts";
import { sharedCompetences } from "./criteria/index.ts";
import { type Busy, derivePlan, type Meetings, meetingSlots, slotOfPlan } from "./derive-plan.ts";
import { codesIn, ruleBits } from "./hard-rules.ts";
import { openRunKey, type ProposalRef, pairKey, runKey } from "./items.ts";
import { type LoadedPool, loadSome } from "./load.ts";
import type { ProposedPair, Publication, StoredRun } from "./schema.ts";

/** Wishes of each member that a group keeps. */
const GOALS_IN_GROUPS = 3;

export type PublicationRefusal = Extract<Publication, { state: "skipped" }>["reasons"];

/** A pairing before it begins its life. */
export type PlannedPairing = Pick<
  Pairing,
  "id" | "programmeId" | "members" | "zone" | "venue" | "inPersonVenue" | "plan" | "plannedFrom" | "goals"
>;

/** A mentee who is to come to those who meet, with her pair of the run and what she learns there. */
export interface Newcomer {
  readonly pair: ProposedPair;
  readonly goals: readonly Goal[];
}

/** What becomes of the pairs of one mentor, or of one pair: a new pairing, or a group that meets already. */
export interface Gathering {
  readonly refused: readonly { readonly pair: ProposedPair; readonly reasons: PublicationRefusal }[];
  readonly newcomers: readonly Newcomer[];
  /** The pairing that some of them make; none where nobody is left. */
  readonly planOf: (newcomers: readonly Newcomer[]) => PlannedPairing | undefined;
  /** The group that they join instead. */
  readonly joins: Id<"pairing"> | undefined;
}

/** What is published: some pairs of a run, and which id a pairing has that they make. */
export interface ToPublish {
  readonly programme: Programme;
  readonly run: StoredRun;
  /** All those of a mentor whose mentees meet together. */
  readonly pairs: readonly ProposedPair[];
  readonly pairingIdOf: (pairs: readonly PairIds[]) => Id<"pairing">;
}

/**
 * Looks at pairs once more before they are published: what has come between two since they were proposed, and when
 * and about what they would meet.
 */
export async function* judgeForPublication(ctx: Context, what: ToPublish): AsyncGenerator<Gathering> {
  const { programme, run, pairs } = what;
  const ids = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
  const pool = await loadSome(ctx, programme, ids);
  const meetings = meetingsOf(ctx, programme, run, pool);
  const busy = new Map<Id<"participant">, Set<number>>();
  for (const pairing of pool.open) keepBusy(busy, pairing, meetings);
  const around = { pool, meetings, busy, placed: placesIn(pool), bitsOf: ruleBits(pool) };
  for (const together of gatheredIn(programme, pairs)) {
    const gathering = judge(what, around, together);
    yield gathering;
    const planned = gathering.joins ? undefined : gathering.planOf(gathering.newcomers);
    if (planned) keepBusy(busy, planned, meetings);
  }
}

/** Pairs that become one pairing: in groups all those of a mentor. */
export function gatheredIn<Pair extends PairIds>(
  programme: Pick<Programme, "format">,
  pairs: readonly Pair[],
): Pair[][] {
  if (!meetsInGroups(programme)) return pairs.map((pair) => [pair]);
  return [...Map.groupBy(pairs, ({ mentorId }) => mentorId).values()];
}

interface Around {
  readonly pool: LoadedPool;
  readonly meetings: Meetings;
  readonly busy: ReadonlyMap<Id<"participant">, Busy>;
  readonly placed: ReturnType<typeof placesIn>;
  readonly bitsOf: ReturnType<typeof ruleBits>;
}

function judge(what: ToPublish, around: Around, pairs: readonly ProposedPair[]): Gathering {
  const { pool, placed, bitsOf } = around;
  const refused: { pair: ProposedPair; reasons: PublicationRefusal }[] = [];
  const newcomers: Newcomer[] = [];
  for (const pair of pairs) {
    const two = placed(pair);
    if (!two) {
      refused.push({ pair, reasons: ["not-prepared"] });
      continue;
    }
    const reasons = codesIn(bitsOf(...two.place)).filter((code) => !pair.warnings.includes(code));
    if (reasons.length > 0) refused.push({ pair, reasons });
    else newcomers.push({ pair, goals: goalsOf(what.programme, two) });
  }
  const group = pool.open.find(({ members }) =>
    members.some(({ participantId, teaches }) => teaches && participantId === pairs[0]?.mentorId),
  );
  return {
    refused,
    newcomers,
    planOf: (chosen) => plannedFor(what, around, chosen),
    joins: meetsInGroups(what.programme) ? group?.id : undefined,
  };
}

/** What each of two wants of the other and gets; a large group keeps the first wishes of each. */
function goalsOf(programme: Programme, { mentor, mentee }: PlacedPair): Goal[] {
  const taught = (teacher: Candidate, learner: Candidate): Goal[] =>
    sharedCompetences(teacher, learner).map(({ competenceId }) => ({
      competenceId,
      teacherId: teacher.participantId,
      learnerId: learner.participantId,
    }));
  const goals = [...taught(mentor, mentee), ...(arePeers(programme) ? taught(mentee, mentor) : [])];
  return meetsInGroups(programme) ? goals.slice(0, GOALS_IN_GROUPS) : goals;
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

function plannedFor(
  { programme, run, pairingIdOf }: ToPublish,
  { pool, meetings, busy }: Around,
  newcomers: readonly Newcomer[],
): PlannedPairing | undefined {
  const mentor = pool.mentors.find(({ participantId }) => participantId === newcomers[0]?.pair.mentorId);
  const [first, ...others] = newcomers.flatMap(
    ({ pair }) => pool.mentees.find(({ participantId }) => participantId === pair.menteeId) ?? [],
  );
  if (!mentor || !first) return undefined;
  const ids = [mentor, first, ...others].map(({ participantId }) => participantId);
  const id = pairingIdOf(newcomers.map(({ pair }) => pair));
  const taken = new Set(ids.flatMap((one) => [...(busy.get(one) ?? [])]));
  const mentees = [first, ...others] as const;
  const derived = derivePlan({ mentor, mentees }, meetings, { busy: taken, seed: seedOf(id) });
  if (!derived) return undefined;
  const isBoth = arePeers(programme);
  return {
    ...derived,
    id,
    programmeId: programme.id,
    members: ids.map((participantId) => ({
      participantId,
      teaches: isBoth || participantId === mentor.participantId,
      learns: isBoth || participantId !== mentor.participantId,
    })),
    ...venuesOf(programme, run, { pool, ids }),
    goals: newcomers.flatMap(({ goals }) => goals).slice(0, MAXIMUM_GOALS),
  };
}

/** A number that an id always gives, spread evenly: its last characters are digits of a hash in base 32. */
const seedOf = (id: string): number => Number.parseInt(Buffer.from(id.slice(-4)).toString("hex"), 16);

/** Where one of them likes to meet, if that is of the format's kind; the mentor's first, and else the publication's. */
function venuesOf(
  { format }: Programme,
  run: StoredRun,
  { pool: { venues }, ids }: { pool: LoadedPool; ids: readonly Id<"participant">[] },
): Pick<PlannedPairing, "venue" | "inPersonVenue"> {
  const { meets } = formatOf({ format });
  const liked = ids.flatMap((id) => venues.get(id) ?? []);
  const wanted = meets === "both" ? "link" : meets;
  const venue = liked.find(({ kind }) => wanted === "either" || kind === wanted) ?? run.venue;
  invariant(venue, "a publication has a venue");
  const inPersonVenue = liked.find((one) => one.kind === "place") ?? run.inPersonVenue;
  return { venue, ...(meets === "both" && inPersonVenue && { inPersonVenue }) };
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
