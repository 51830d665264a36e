import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import { getOrganisation } from "../organisation/index.ts";
import { check, equal, update, type Write } from "../table.ts";
import { plusMonths } from "../time.ts";
import { releaseAt, Wave, waveRef } from "../wave/index.ts";
import { audienceSize } from "./audience.ts";
import type { Kept } from "./kept.ts";
import { releaseWave } from "./release-wave.ts";

/**
 * Keeps a wave with its hours: opens it and asks its audience, calls the next round, closes it and releases
 * its tables. What was done is not done again; what a crash left out is.
 */
export async function keepWave(ctx: Context, { stored, markId }: Kept): Promise<void> {
  const wave = Wave.parse(stored);
  const now = ctx.clock.now();
  const underMark = check(markKey(waveRef(wave.id)), equal("id", markId));
  switch (wave.state) {
    case "scheduled":
      if (wave.opensAt <= now) await open(ctx, wave, underMark);
      return;
    case "open":
      if (wave.closesAt <= now) await close(ctx, wave, underMark);
      else await callRound(ctx, wave);
      return;
    case "closed":
      if (releaseAt(wave) > now) return;
      await ctx.queue.send("bulk", { message: "expire-invitations", waveId: wave.id });
      return releaseWave(ctx, wave, underMark);
    case "released":
    case "superseded":
      return;
  }
}

/** Opening fixes the reporting threshold and how long responses are kept. The same mark then asks the audience: the wave is looked at again. */
async function open(ctx: Context, wave: Wave, underMark: Write): Promise<void> {
  const [{ reportingThreshold, retention }, size] = await Promise.all([
    getOrganisation(ctx),
    audienceSize(ctx, wave),
  ]);
  const shownRoles = wave.roles.filter((role) => size[role] >= reportingThreshold);
  await ctx.table.transact([
    underMark,
    update(
      entityKey(waveRef(wave.id)),
      {
        set: {
          state: "open",
          threshold: reportingThreshold,
          shownRoles,
          responsesKeptUntil: plusMonths(releaseAt(wave), retention.responsesMonths),
          updatedAt: ctx.clock.now(),
        },
        add: { version: 1 },
      },
      equal("state", "scheduled"),
    ),
  ]);
  await callRound(ctx, wave);
}

/** Asks who was not asked yet, and then has every open invitation look at its hours. */
const callRound = (ctx: Context, { id }: Wave): Promise<void> =>
  ctx.queue.send("bulk", { message: "invite", waveId: id });

async function close(ctx: Context, wave: Wave, underMark: Write): Promise<void> {
  await ctx.table.transact([
    underMark,
    update(
      entityKey(waveRef(wave.id)),
      { set: { state: "closed", updatedAt: ctx.clock.now() }, add: { version: 1 } },
      equal("state", "open"),
    ),
  ]);
}
