import { auditWrite } from "../audit/index.ts";
import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { deriveId, type Id, idOf } from "../ids.ts";
import { invariant } from "../invariant.ts";
import { advanceJob, type Job } from "../job/index.ts";
import {
  finishPublication,
  type Gathering,
  gatheredIn,
  judgeForPublication,
  type Newcomer,
  type PairIds,
  type ProposalRef,
  type ProposedPair,
  type PublicationRefusal,
  pairsOf,
  proposalOf,
  publicationWrite,
  readRun,
} from "../matching/index.ts";
import { freshPairing, joiningWrites, Pairing, pairingRef, proposingWrites } from "../pairing/index.ts";
import { readyStates } from "../participant/index.ts";
import { groupSizeOf, meetsInGroups, type Programme, readProgramme } from "../programme/index.ts";
import type { Item, Refusal, Value, Write } from "../table.ts";
import { matchHeld } from "./match-again.ts";

/** Pairs that one message publishes, and the rest of a group; the next message goes on. */
const STRETCH = 100;

/**
 * Carries a publication on by one stretch: each pair or group becomes a pairing in a transaction of its own, which
 * also notes that it did, so that a stretch that is repeated changes nothing.
 *
 * @returns whether another stretch is to follow
 */
export async function publishMatching(ctx: Context, job: Job): Promise<boolean> {
  const run = await readRun(ctx, idOf("matchingRun").parse(job.facts["runId"]));
  const ref = proposalOf(run);
  invariant(ref, "what is published was proposed");
  const programme = await readProgramme(ctx, run.programmeId);
  const part = stretchOf(programme, (await pairsOf(ctx, ref)).slice(job.done));
  const pairs = part.filter(({ publication }) => publication === undefined);
  const pairingIdOf = idFor(programme, run.id);
  const published = new Set<Id<"pairing">>();
  for await (const gathering of judgeForPublication(ctx, { programme, run, pairs, pairingIdOf })) {
    for (const { pair, reasons } of gathering.refused) await skip(ctx, ref, pair, reasons);
    const id = gathering.joins
      ? await join(ctx, { programme, ref }, gathering)
      : await propose(ctx, { programme, ref }, gathering);
    if (id) published.add(id);
  }
  if (published.size > 0) await announce(ctx, [...published].map(pairingRef), "bulk");
  if (job.done + part.length >= job.total) {
    await finishPublication(ctx, run);
    await matchHeld(ctx, programme, run.createdAt);
  }
  return advanceJob(ctx, job, { steps: part.length, errors: [] });
}

/** The next pairs, with all those that become one pairing with the last of them; pairs are by mentor. */
function stretchOf(programme: Programme, pairs: readonly ProposedPair[]): ProposedPair[] {
  const stretch: ProposedPair[] = [];
  for (const together of gatheredIn(programme, pairs)) {
    if (stretch.length >= STRETCH) break;
    stretch.push(...together);
  }
  return stretch;
}

/** The id that pairs of a run have as a pairing, however often it is published. */
const idFor =
  (programme: Programme, runId: Id<"matchingRun">) =>
  ([first]: readonly PairIds[]): Id<"pairing"> => {
    invariant(first, "a pairing is of somebody");
    const { mentorId, menteeId } = first;
    return meetsInGroups(programme)
      ? deriveId("pairing", runId, mentorId)
      : deriveId("pairing", runId, mentorId, menteeId);
  };

async function skip(
  ctx: Context,
  ref: ProposalRef,
  pair: ProposedPair,
  reasons: PublicationRefusal,
): Promise<void> {
  await ctx.table.write(publicationWrite(ref, pair, { state: "skipped", reasons }));
}

/** What is written beside a pairing when pairs of a run become it, or come to it. */
const noted = (
  ctx: Context,
  ref: ProposalRef,
  pairingId: Id<"pairing">,
  { newcomers, action }: { newcomers: readonly Newcomer[]; action: `pairing.${string}` },
): Write[] => [
  ...newcomers.map(({ pair }) => publicationWrite(ref, pair, { state: "published", pairingId })),
  markWrite(ctx, pairingRef(pairingId)),
  auditWrite(ctx, { action, subject: pairingRef(pairingId), facts: { runId: ref.id } }),
];

/** Proposes a pairing to those who can still make it; who cannot any more is skipped, and the others go on. */
async function propose(
  ctx: Context,
  { programme, ref }: { programme: Programme; ref: ProposalRef },
  gathering: Gathering,
): Promise<Id<"pairing"> | undefined> {
  let newcomers = gathering.newcomers;
  while (newcomers.length > 0) {
    const planned = gathering.planOf(newcomers);
    if (!planned) {
      for (const { pair } of newcomers) await skip(ctx, ref, pair, ["no-date"]);
      return undefined;
    }
    const now = ctx.clock.now();
    const pairing = freshPairing(planned, now);
    const writes = proposingWrites(pairing, now, programme);
    const { id } = pairing;
    const outcome = await ctx.table.transact([
      ...writes,
      ...noted(ctx, ref, id, { newcomers, action: "pairing.proposed" }),
    ]);
    if (outcome.committed) return id;
    const refused = refusalsIn(outcome.refusals, pairing, newcomers);
    // Another delivery of the same message has published it meanwhile.
    if (refused.size === 0) return undefined;
    for (const [{ pair }, reasons] of refused) await skip(ctx, ref, pair, reasons);
    newcomers = newcomers.filter((newcomer) => !refused.has(newcomer));
  }
  return undefined;
}

/** Whom refused writes of `proposingWrites` and `noted` are about, and why; nobody where it was all written before. */
function refusalsIn(
  refusals: readonly Refusal[],
  { members }: Pick<Pairing, "members">,
  newcomers: readonly Newcomer[],
): Map<Newcomer, PublicationRefusal> {
  const found = new Map(refusals.map((refusal) => [refusal.index, refusal.found]));
  const pairing = members.length + newcomers.length;
  const refused = new Map<Newcomer, PublicationRefusal>();
  if ([...found.keys()].some((index) => index >= pairing)) return refused;
  const room = roomOf(found.get(0));
  for (const [at, newcomer] of newcomers.entries()) {
    if (found.has(members.length + at)) refused.set(newcomer, ["already-paired"]);
    for (const member of [0, at + 1])
      if (found.has(member) && (member > 0 || at >= room))
        refused.set(newcomer, [reasonOf(found.get(member)?.["state"])]);
  }
  return refused;
}

/** How many mentees a mentor can begin a group with whose places were refused for all. */
function roomOf(mentor: Item | undefined): number {
  const isFree = mentor?.["mentorLoad"] === 0 && readyStates.some((ready) => ready === mentor["state"]);
  return isFree ? Number(mentor["mentorCapacity"]) : 0;
}

const reasonOf = (state: Value | undefined): "no-capacity" | "not-prepared" =>
  readyStates.some((ready) => ready === state) ? "no-capacity" : "not-prepared";

/** Brings each to the group that her mentor has already. */
async function join(
  ctx: Context,
  { programme, ref }: { programme: Programme; ref: ProposalRef },
  { newcomers, joins }: Gathering,
): Promise<Id<"pairing"> | undefined> {
  for (const newcomer of newcomers) {
    const reasons = await joinOne(ctx, { programme, ref, joins }, newcomer);
    if (reasons) await skip(ctx, ref, newcomer.pair, reasons);
  }
  return joins;
}

/** Who changes a group at the same moment is waited for; nobody changes it for ever. */
const MAXIMUM_TRIES = 5;

async function joinOne(
  ctx: Context,
  { programme, ref, joins }: { programme: Programme; ref: ProposalRef; joins: Id<"pairing"> | undefined },
  newcomer: Newcomer,
): Promise<PublicationRefusal | undefined> {
  const joining = { participantId: newcomer.pair.menteeId, goals: newcomer.goals };
  for (let attempt = 0; attempt < MAXIMUM_TRIES; attempt += 1) {
    const item = joins && (await ctx.table.get(entityKey(pairingRef(joins))));
    invariant(item, "a group that somebody joins is there");
    const pairing = Pairing.parse(item);
    if (pairing.members.some(({ participantId }) => participantId === joining.participantId))
      return undefined;
    if (pairing.members.length > groupSizeOf(programme.rules).largest) return ["no-capacity"];
    const writes = joiningWrites(pairing, joining, ctx.clock.now());
    const outcome = await ctx.table.transact([
      ...writes,
      ...noted(ctx, ref, pairing.id, { newcomers: [newcomer], action: "pairing.member-added" }),
    ]);
    if (outcome.committed) return undefined;
    const found = new Map(outcome.refusals.map((refusal) => [refusal.index, refusal.found]));
    if (found.has(writes.length)) return undefined;
    const place = [HER_PLACE, MENTORS_PLACE].find((at) => found.has(at));
    if (place !== undefined) return [reasonOf(found.get(place)?.["state"])];
    if (found.has(SENTINEL)) return ["already-paired"];
  }
  return ["no-capacity"];
}

/** The first of `joiningWrites`. */
const [HER_PLACE, MENTORS_PLACE, SENTINEL] = [0, 1, 2];
