import { z } from "zod";
import type { Context } from "../context.ts";
import { partitionOf } from "../entity.ts";
import { type Id, idOf } from "../ids.ts";
import { everyItem } from "../page.ts";
import { type Item, type Key, remove } from "../table.ts";
import { Paragraphs } from "../text.ts";
import { Instant, secondsOf } from "../time.ts";
import { getPairing } from "./get.ts";
import { pairingRef } from "./items.ts";

const MAXIMUM_REASON = 1_000;
export const UnwindingReason = Paragraphs.max(MAXIMUM_REASON);

/** Why a member has asked to meet somebody else, in her own words; it names her, so that it can be erased. */
const Stored = z.object({
  pairingId: idOf("pairing"),
  participantId: idOf("participant"),
  reason: z.string(),
  askedAt: Instant,
});
export type StoredUnwinding = z.infer<typeof Stored>;

/** As whoever runs the programme reads it: not whose it is. */
export const Unwinding = Stored.omit({ participantId: true }).meta({ id: "Unwinding" });
export type Unwinding = z.infer<typeof Unwinding>;

/** By then whoever runs the programme has drawn from it what is to be learnt. */
const KEEP_DAYS = 365;
const UNWINDING_PREFIX = "UNWINDING#";
/** Beside its pairing, which others read. */
export const unwindingKey = (pairingId: Id<"pairing">, participantId: Id<"participant">): Key => ({
  pk: partitionOf(pairingRef(pairingId)),
  sk: `${UNWINDING_PREFIX}${participantId}`,
});

export const unwindingItem = (unwinding: StoredUnwinding): Item => ({
  ...unwindingKey(unwinding.pairingId, unwinding.participantId),
  schemaVersion: 1,
  ...unwinding,
  expiresAtEpoch: secondsOf(unwinding.askedAt) + KEEP_DAYS * 86_400,
});

const isCurrent = (ctx: Context, { expiresAtEpoch }: Item): boolean =>
  Number(expiresAtEpoch) > secondsOf(ctx.clock.now());

/**
 * Why members of a pairing have asked to meet somebody else, as far as they have said it.
 *
 * @throws NotFound  there is no such pairing, or the actor does not manage its programme
 */
export async function readUnwindings(ctx: Context, id: Id<"pairing">): Promise<Unwinding[]> {
  const { id: pairingId } = await getPairing(ctx, id);
  const query = { partition: partitionOf(pairingRef(pairingId)), sort: { beginsWith: UNWINDING_PREFIX } };
  return (await everyItem(ctx, query))
    .filter((item) => isCurrent(ctx, item))
    .map((item) => Stored.parse(item));
}

/** What one member has said, for herself to read. */
export async function unwindingOf(
  ctx: Context,
  pairingId: Id<"pairing">,
  participantId: Id<"participant">,
): Promise<StoredUnwinding | undefined> {
  const item = await ctx.table.get(unwindingKey(pairingId, participantId));
  return item && isCurrent(ctx, item) ? Stored.parse(item) : undefined;
}

/** Forgets what one member has said. */
export async function forgetUnwinding(
  ctx: Context,
  pairingId: Id<"pairing">,
  participantId: Id<"participant">,
): Promise<void> {
  await ctx.table.write(remove(unwindingKey(pairingId, participantId)));
}
