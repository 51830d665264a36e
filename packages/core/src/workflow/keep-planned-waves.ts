import { announce, markWrite } from "../commit.ts";
import type { Context } from "../context.ts";
import { entityKey, markKey } from "../entity.ts";
import type { Id } from "../ids.ts";
import { audienceOf, type Instrument, latestInstruments } from "../instrument/index.ts";
import { Programme, programmeRef } from "../programme/index.ts";
import { absent, all, check, equal, type Item, put, update, type Write } from "../table.ts";
import type { Instant } from "../time.ts";
import {
  isWithinHorizon,
  type PlannedWave,
  WAVE_POINTER,
  Wave,
  waveItem,
  wavePointer,
  waveRef,
  wavesFor,
} from "../wave/index.ts";
import { ChangedMeanwhile, type Kept } from "./kept.ts";

/**
 * Keeps the waves that the rules of a programme ask for: the next ones exist, those that nobody was asked for yet
 * move with the rules, and those that are not asked for any more are superseded.
 */
export async function keepPlannedWaves(ctx: Context, { stored, partition, markId }: Kept): Promise<void> {
  const programme = Programme.parse(stored);
  const entity = programmeRef(programme.id);
  const underMark = check(markKey(entity), equal("id", markId));
  const now = ctx.clock.now();
  const known = await wavesIn(ctx, partition);
  const settled = new Map(known.map((wave) => [wave.id, wave]));
  const isByHand = ({ id }: PlannedWave): boolean => settled.get(id)?.planned?.byHand === true;
  const wanted = wavesFor(programme, now).filter((wave) => wave.makeBy > now || isByHand(wave));
  for (const wave of known) {
    const isWanted = wanted.some(({ id }) => id === wave.id);
    if (wave.state === "scheduled" && !isWanted) await supersede(ctx, wave, underMark);
  }
  const open = wanted.filter((wave) => {
    const found = settled.get(wave.id);
    return found ? isMovable(found) : isWithinHorizon(wave, now);
  });
  const instruments = open.length > 0 ? await latestInstruments(ctx) : new Map<string, Instrument>();
  for (const plan of open) {
    const instrument = instruments.get(plan.instrumentKey);
    if (instrument) await make(ctx, { plan, instrument, found: settled.get(plan.id) }, underMark);
  }
}

async function wavesIn(ctx: Context, partition: readonly Item[]): Promise<Wave[]> {
  const ids = partition
    .filter(({ sk }) => sk.startsWith(WAVE_POINTER))
    .map((item) => item["waveId"] as Id<"wave">);
  const items = await ctx.table.getMany(ids.map((id) => entityKey(waveRef(id))));
  return items.flatMap((item) => (item ? [Wave.parse(item)] : []));
}

const isMovable = ({ state }: Wave): boolean => state === "scheduled" || state === "superseded";

interface Making {
  readonly plan: PlannedWave;
  readonly instrument: Instrument;
  readonly found: Wave | undefined;
}

/** A wave as the rules ask for it now: new, or moved while nobody has been asked yet. Repeating it changes nothing. */
async function make(ctx: Context, making: Making, underMark: Write): Promise<void> {
  const { found } = making;
  const wave = waveFrom(making, ctx.clock.now());
  if (found && isAsAsked(found, wave)) return;
  const { committed } = await ctx.table.transact([
    underMark,
    put(waveItem(wave), found ? all(equal("version", found.version), equal("state", found.state)) : absent),
    ...(found ? [] : [put(wavePointer(wave), absent)]),
    markWrite(ctx, waveRef(wave.id)),
  ]);
  if (!committed) throw new ChangedMeanwhile();
  await announce(ctx, [waveRef(wave.id)]);
}

/** The wave of a plan. One whose hour has come already opens now, and its reminders count from then. */
function waveFrom({ plan, instrument, found }: Making, now: Instant): Wave {
  const isByHand = found?.planned?.byHand === true;
  const { opensAt, closesAt, reminders, reminderDays } = isByHand ? found : plan;
  return {
    id: plan.id,
    programmeId: plan.programmeId,
    instrumentId: instrument.id,
    privacy: "confidential",
    roles: audienceOf(instrument),
    planned: { ...plan.planned, ...(isByHand && { byHand: true }) },
    opensAt: opensAt < now ? now : opensAt,
    closesAt,
    reminders,
    reminderDays,
    zone: plan.zone,
    state: "scheduled",
    version: (found?.version ?? 0) + 1,
    createdAt: found?.createdAt ?? now,
    updatedAt: now,
  };
}

/** Whether a scheduled wave is as the rules ask for it already; one that is about to open only waits for its turn. */
function isAsAsked(found: Wave, wanted: Wave): boolean {
  const opensAlike =
    found.opensAt === wanted.opensAt ||
    (found.opensAt < wanted.opensAt && wanted.opensAt === wanted.updatedAt);
  return (
    found.state === "scheduled" &&
    opensAlike &&
    found.closesAt === wanted.closesAt &&
    found.instrumentId === wanted.instrumentId &&
    found.reminders === wanted.reminders &&
    found.zone === wanted.zone &&
    found.roles.join() === wanted.roles.join()
  );
}

async function supersede(ctx: Context, { id }: Wave, underMark: Write): Promise<void> {
  const superseded = { set: { state: "superseded", updatedAt: ctx.clock.now() }, add: { version: 1 } };
  const { committed } = await ctx.table.transact([
    underMark,
    update(entityKey(waveRef(id)), superseded, equal("state", "scheduled")),
    markWrite(ctx, waveRef(id)),
  ]);
  if (!committed) throw new ChangedMeanwhile();
  await announce(ctx, [waveRef(id)]);
}
