import type { Context } from "../context.ts";
import { entityKey } from "../entity.ts";
import { getInstrument, type Instrument } from "../instrument/index.ts";
import type { GenerationRanges } from "../organisation/index.ts";
import { everyItem } from "../page.ts";
import {
  type CountedResponse,
  type LinkedResponse,
  pairedChange,
  plannedWaveId,
  type ReleasedChange,
  ReleasedTables,
  Response,
  releaseKey,
  responsesOf,
  Wave,
  waveRef,
} from "../wave/index.ts";
import { countedResponses } from "./counted-responses.ts";

interface Closing {
  readonly instrument: Instrument;
  readonly responses: readonly (CountedResponse & { readonly participantId?: string })[];
  readonly generations: GenerationRanges;
}

/**
 * What has changed from the start of a programme to its end, as it is released together with the end's tables; only
 * where the same questionnaire was asked in confidence both times, and the start was released before.
 */
export async function changeUntil(
  ctx: Context,
  { programmeId, planned, privacy, threshold = 0 }: Wave,
  { instrument, responses, generations }: Closing,
): Promise<ReleasedChange | undefined> {
  if (planned?.point !== "end" || privacy !== "confidential") return undefined;
  const startId = plannedWaveId(programmeId, instrument.key, { point: "start", ordinal: 0 });
  const [start, release] = await ctx.table.getMany([entityKey(waveRef(startId)), releaseKey(startId)]);
  if (!start || !release) return undefined;
  const earlier = Wave.parse(start);
  const [before, items] = await Promise.all([
    getInstrument(ctx, earlier.instrumentId),
    everyItem(ctx, { partition: responsesOf(startId) }),
  ]);
  const counted = await countedResponses(
    ctx,
    items.map((item) => Response.parse(item)),
    generations,
  );
  const smallest = Math.max(threshold, earlier.threshold ?? 0);
  const subscales = pairedChange({
    earlier: {
      instrument: before,
      responses: linked(counted),
      released: ReleasedTables.parse(release["tables"]),
    },
    later: { instrument, responses: linked(responses) },
    threshold: smallest,
  });
  return { since: startId, threshold: smallest, kirkpatrickLevel: 2, subscales };
}

const linked = (responses: Closing["responses"]): LinkedResponse[] =>
  responses.flatMap(({ participantId, ...response }) =>
    participantId === undefined ? [] : [{ ...response, participantId }],
  );
