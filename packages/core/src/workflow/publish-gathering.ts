import { auditWrite } from "../audit/index.ts";
import { markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { invariant } from "../invariant.ts";
import {
  type Gathering,
  type Newcomer,
  type ProposalRef,
  type ProposedPair,
  type PublicationRefusal,
  publicationWrite,
} from "../matching/index.ts";
import {
  freshPairing,
  joiningMembers,
  joiningWrites,
  Pairing,
  pairingRef,
  proposingWrites,
  refusedPlaces,
} from "../pairing/index.ts";
import { readyStates } from "../participant/index.ts";
import { groupSizeOf, type Programme } from "../programme/index.ts";
import type { Item, Refusal, Write } from "../table.ts";

/**
 * Makes a pairing of those whom a run has brought together, or brings them to the group that their mentor has: each
 * pairing in a transaction that also notes it, so that doing it again changes nothing. Whoever cannot come any more is
 * skipped, and the others go on.
 *
 * @returns the pairing, where there is one
 */
export async function publishGathering(
  ctx: Context,
  about: { programme: Programme; ref: ProposalRef },
  gathering: Gathering,
): Promise<Id<"pairing"> | undefined> {
  for (const { pair, reasons } of gathering.refused) await skip(ctx, about.ref, pair, reasons);
  return gathering.joins ? join(ctx, about, gathering) : propose(ctx, about, gathering);
}

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
  const { places, paired, hasOther } = refusedPlaces(refusals, members);
  const refused = new Map<Newcomer, PublicationRefusal>();
  if (hasOther) return refused;
  for (const [at, newcomer] of newcomers.entries()) {
    const { mentorId, menteeId } = newcomer.pair;
    const hasNoRoom = places.has(mentorId) && at >= roomOf(places.get(mentorId));
    if (paired.has(menteeId)) refused.set(newcomer, ["already-paired"]);
    if (hasNoRoom) refused.set(newcomer, [reasonOf(places.get(mentorId))]);
    if (places.has(menteeId)) refused.set(newcomer, [reasonOf(places.get(menteeId))]);
  }
  return refused;
}

/** How many mentees a mentor can begin a group with whose places were refused for all. */
function roomOf(mentor: Item | undefined): number {
  const isFree = mentor?.["mentorLoad"] === 0 && readyStates.some((ready) => ready === mentor["state"]);
  return isFree ? Number(mentor["mentorCapacity"]) : 0;
}

const reasonOf = (found: Item | undefined): "no-capacity" | "not-prepared" =>
  readyStates.some((ready) => ready === found?.["state"]) ? "no-capacity" : "not-prepared";

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
    // Another delivery of the same message has noted it meanwhile.
    if (outcome.refusals.some(({ index }) => index >= writes.length)) return undefined;
    const members = joiningMembers(pairing, joining.participantId);
    const { places, paired } = refusedPlaces(outcome.refusals, members);
    const [refused] = [...places.values()];
    if (places.size > 0) return [reasonOf(refused)];
    if (paired.size > 0) return ["already-paired"];
  }
  return ["no-capacity"];
}
