import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { mintSortable } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { type Format, getProgramme, requireMatchingOpen, requireVenues } from "../programme/index.ts";
import { absent, put, type Refusal, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import { type JudgeTeachings, requireGathering, teachingsIn } from "./gathering.ts";
import { getPairing } from "./get.ts";
import { pairingItem, pairingPointer, pairingRef } from "./items.ts";
import { pairingLifecycle } from "./lifecycle.ts";
import { placeConflict, refusedPlaces, takingWrites } from "./places.ts";
import { requireMeetable } from "./plan.ts";
import type { Pairing, PairingInput } from "./schema.ts";

/**
 * Proposes a pairing: takes the places of its members and keeps each two from being paired twice.
 *
 * @throws NotFound  there is no such programme
 * @throws Invalid  the members or the venue do not fit the programme's format, the plan begins in the past, or one of its sessions falls into an hour that the clocks skip
 * @throws Conflict  the programme has not begun or has ended, they are paired already, or a member is not prepared, has no room or is not in the programme
 */
export async function createPairing(
  ctx: Context,
  input: PairingInput,
  judge: JudgeTeachings = async () => {},
): Promise<Pairing> {
  let created: Pairing | undefined;
  const id = await once(ctx, "pairing.create", input, async () => {
    const now = ctx.clock.now();
    const [programme, working] = await Promise.all([
      getProgramme(ctx, input.programmeId),
      getOrganisation(ctx),
    ]);
    requireMeetable(input, { now, working });
    requireVenues(input, programme.format);
    requireGathering(input.members, programme);
    requireMatchingOpen(programme, now);
    await judge(programme, teachingsIn(input.members));
    const pairing = freshPairing({ ...input, id: mintSortable(ctx.ids, "pairing") }, now);
    const outcome = await commit(ctx, {
      changes: proposingWrites(pairing, now, programme),
      audit: { action: "pairing.proposed", subject: pairingRef(pairing.id) },
      marks: [pairingRef(pairing.id)],
      idempotency: { operation: "pairing.create", input, result: pairing.id },
    });
    if (!outcome.committed) throw refusedPairing(outcome.refusals, pairing);
    created = pairing;
    return pairing.id;
  });
  return created ?? getPairing(ctx, id);
}

/** A pairing as it begins its life. */
export function freshPairing(
  planned: Omit<Pairing, "state" | "accepted" | "planRevision" | "version" | "createdAt" | "updatedAt">,
  now: Instant,
): Pairing {
  return {
    ...planned,
    state: pairingLifecycle.initial,
    accepted: [],
    planRevision: 1,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * The writes that propose a pairing: the places of its members in their order, that each two are paired once, and
 * the pairing itself. A workflow commits them together with what else belongs to them.
 */
export const proposingWrites = (
  pairing: Pairing,
  now: Instant,
  programme: { readonly format: Format },
): Write[] => [
  ...takingWrites(pairing, now, programme),
  put(pairingItem(pairing), absent),
  ...pairing.members.map(({ participantId }) => put(pairingPointer(pairing, participantId), absent)),
];

/** What became of the writes that propose a pairing, where they were refused. */
const refusedPairing = (refusals: readonly Refusal[], pairing: Pairing): Conflict =>
  placeConflict(refusedPlaces(refusals, pairing.members), pairing.members, pairing) ??
  new Conflict("Two of these have a pairing in this programme already.");
