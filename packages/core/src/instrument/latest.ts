import type { Context } from "../context.ts";
import { everyItem } from "../page.ts";
import { INSTRUMENTS_BY_UPDATE } from "./items.ts";
import { Instrument } from "./schema.ts";
import { shippedInstruments } from "./shipped/index.ts";

/** The newest version of every instrument, by its key. */
export async function latestInstruments(ctx: Context): Promise<ReadonlyMap<string, Instrument>> {
  const items = await everyItem(ctx, { index: "byUpdated", partition: INSTRUMENTS_BY_UPDATE });
  const all = [...shippedInstruments, ...items.map((item) => Instrument.parse(item))];
  const latest = new Map<string, Instrument>();
  for (const instrument of all) {
    if (instrument.version >= (latest.get(instrument.key)?.version ?? 0))
      latest.set(instrument.key, instrument);
  }
  return latest;
}
