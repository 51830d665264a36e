import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, stale } from "../errors.ts";
import type { Id } from "../ids.ts";
import { all, equal, put } from "../table.ts";
import { getWave } from "./get.ts";
import { hoursFrom } from "./hours.ts";
import { waveItem, waveRef } from "./items.ts";
import { Wave, type WaveChange } from "./schema.ts";

/**
 * Changes the hours and reminders of a wave that nobody was asked for yet.
 *
 * @param version  the version that the client has seen
 * @throws NotFound  there is no such wave, or the actor does not manage its programme
 * @throws Conflict  it has opened already
 * @throws Invalid  it would close in the past
 * @throws PreconditionFailed  it was changed since that version
 */
export async function changeWave(
  ctx: Context,
  { id, version, change }: { id: Id<"wave">; version: number; change: WaveChange },
): Promise<Wave> {
  const before = Wave.parse(await getWave(ctx, id));
  if (before.state !== "scheduled") {
    throw new Conflict(`This wave is ${before.state}; people answer under the terms that they were told.`, {
      state: before.state,
      changeable: ["scheduled"],
    });
  }
  if (before.version !== version) throw stale("wave");
  const now = ctx.clock.now();
  const after: Wave = {
    ...before,
    ...change,
    ...hoursFrom(change, now),
    ...(before.planned && { planned: { ...before.planned, byHand: true } }),
    version: version + 1,
    updatedAt: now,
  };
  const outcome = await commit(ctx, {
    changes: [put(waveItem(after), all(equal("state", "scheduled"), equal("version", version)))],
    audit: { action: "wave.changed", subject: waveRef(id) },
    marks: [waveRef(id)],
    idempotency: "not repeatable",
  });
  if (outcome.committed) return after;
  throw stale("wave");
}
