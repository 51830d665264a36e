import { z } from "zod";
import { idOf } from "../ids.ts";
import { Instrument } from "../instrument/index.ts";
import { Instant } from "../time.ts";
import { type ReleasedChange, type ReleasedTables, Wave } from "../wave/index.ts";
import { Caveat, caveatsOfLevel, FEW_ANSWERS, LOW_RESPONSE_RATE } from "./caveats.ts";
import { Level, levelIn } from "./level.ts";

/** Reaction, as people report it themselves (Kirkpatrick's first level). */
const REACTION = 1;

const WaveRate = z.object({
  waveId: idOf("wave"),
  instrumentKey: Instrument.shape.key,
  title: Instrument.shape.title,
  planned: Wave.shape.planned,
  privacy: Wave.shape.privacy,
  state: Wave.shape.state,
  opensAt: Instant,
  closesAt: Instant,
  n: z.number().int().describe("How many have answered"),
  invited: z.number().int(),
  rate: z.number().optional().describe("Of those who were asked, from 0 to 1; absent while nobody was"),
  caveats: z.array(Caveat),
});
export type WaveRate = z.infer<typeof WaveRate>;

const Point = z.object({
  waveId: idOf("wave"),
  opensAt: Instant,
  n: z.number().int(),
  level: Level,
  caveats: z.array(Caveat),
});

/** One dimension over the waves that have asked for it and are released, in their order. */
export const Dimension = z.object({
  instrumentKey: Instrument.shape.key,
  subscale: z.string(),
  steps: z.number().int().describe("Of the scale, from 1"),
  kirkpatrickLevel: z.literal(REACTION).describe("Reaction, as people report it themselves"),
  points: z.array(Point),
});
export type Dimension = z.infer<typeof Dimension>;

/** What has changed for who answered at the start and at the end, as it was released. */
export const DimensionChange = z.object({
  instrumentKey: Instrument.shape.key,
  subscale: z.string(),
  from: idOf("wave"),
  to: idOf("wave"),
  n: z.number().int().optional().describe("Who answered both times; absent where suppressed"),
  change: z
    .object({
      mean: z.number(),
      interval: z.object({ from: z.number(), to: z.number() }).describe("95 % confidence interval"),
      effectSize: z.number().describe("Cohen's d_z: the mean in standard deviations of the differences"),
    })
    .optional()
    .describe("In steps of the scale; absent where suppressed"),
  kirkpatrickLevel: z.literal(2).describe("Learning, as people assess it themselves"),
  caveats: z.array(Caveat),
});
export type DimensionChange = z.infer<typeof DimensionChange>;

export const Questionnaires = z.object({
  waves: z.array(WaveRate),
  dimensions: z.array(Dimension),
  changes: z.array(DimensionChange),
});

/** A wave with what it has released, as a report reads it. */
export interface AskedWave {
  readonly wave: Wave;
  readonly instrument: Instrument;
  /** Counted while it is open, as released afterwards. */
  readonly invited: number;
  readonly answered: number;
  readonly tables: ReleasedTables | undefined;
  readonly change: ReleasedChange | undefined;
}

/** How many answered of those who were asked: the response rate RR1 of AAPOR (Standard Definitions, 9th ed., 2016). */
export function rateOf({ wave, instrument, invited, answered }: AskedWave): WaveRate {
  const { id: waveId, planned, privacy, state, opensAt, closesAt } = wave;
  const rate = invited > 0 ? Math.round((answered / invited) * 100) / 100 : undefined;
  const isOver = state === "closed" || state === "released";
  const caveats: Caveat[] = [
    ...(state === "open" ? (["still-open"] as const) : []),
    ...(isOver && answered === 0 ? (["no-evidence-yet"] as const) : []),
    ...(isOver && rate !== undefined && rate < LOW_RESPONSE_RATE ? (["low-response-rate"] as const) : []),
  ];
  const { key: instrumentKey, title } = instrument;
  const about = {
    waveId,
    instrumentKey,
    title,
    ...(planned && { planned }),
    privacy,
    state,
    opensAt,
    closesAt,
  };
  return { ...about, n: answered, invited, ...(rate !== undefined && { rate }), caveats };
}

/** Every dimension that a released wave has asked for. */
export function dimensionsOf(waves: readonly AskedWave[]): Dimension[] {
  const byName = new Map<string, Dimension>();
  for (const { wave, instrument, tables } of waves) {
    if (!tables) continue;
    for (const subscale of subscalesOf(instrument)) {
      const level = levelIn(instrument, tables, subscale);
      const caveats = caveatsOfLevel(level, { n: tables.responses, invited: tables.invited });
      const point = { waveId: wave.id, opensAt: wave.opensAt, n: tables.responses, level, caveats };
      const name = `${instrument.key}/${subscale}`;
      const known = byName.get(name);
      const about = { instrumentKey: instrument.key, subscale, steps: instrument.scale.length };
      byName.set(name, {
        ...about,
        kirkpatrickLevel: REACTION,
        points: [...(known?.points ?? []), point],
      });
    }
  }
  return [...byName.values()];
}

export const subscalesOf = ({ items }: Pick<Instrument, "items">): string[] => [
  ...new Set(items.flatMap((item) => (item.kind === "scale" ? [item.subscale] : []))),
];

/** Every change that was released, as it was. */
export const changesOf = (waves: readonly AskedWave[]): DimensionChange[] =>
  waves.flatMap(({ wave, instrument, change: released }) =>
    (released?.subscales ?? []).map((cell): DimensionChange => {
      const about = {
        instrumentKey: instrument.key,
        subscale: cell.subscale,
        from: released?.since ?? wave.id,
        to: wave.id,
        kirkpatrickLevel: 2,
      } as const;
      if (cell.kind === "suppressed") return { ...about, caveats: ["self-reported", "suppressed"] };
      const { n, mean, interval, effectSize } = cell;
      const caveats: Caveat[] = [
        "self-reported",
        "before-and-after-only",
        "who-answered-both",
        ...(n < FEW_ANSWERS ? (["few-answers"] as const) : []),
      ];
      return { ...about, n, change: { mean, interval, effectSize }, caveats };
    }),
  );
