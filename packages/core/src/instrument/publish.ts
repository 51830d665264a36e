import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { type List, listAfter, type PageRequest } from "../page.ts";
import { absent, check, present, put } from "../table.ts";
import { INSTRUMENTS_BY_UPDATE, instrumentIdOf, instrumentItem, instrumentKey } from "./items.ts";
import { Instrument, type InstrumentInput } from "./schema.ts";
import { shippedInstruments } from "./shipped/index.ts";

const isShipped = (key: string): boolean => shippedInstruments.some((shipped) => shipped.key === key);

/**
 * Publishes a version of a customer's own instrument, for good.
 *
 * @throws Conflict  this version is there already, the one before it is missing, or the key is one of ours
 */
export function publishInstrument(ctx: Context, input: InstrumentInput): Promise<Instrument> {
  return once(ctx, "instrument.publish", input, async () => {
    const { key, version } = input;
    if (isShipped(key)) throw new Conflict(`The key ${key} belongs to a shipped instrument. Choose another.`);
    const instrument: Instrument = {
      ...input,
      id: instrumentIdOf(input),
      origin: "customer",
      createdAt: ctx.clock.now(),
    };
    const before = instrumentKey(instrumentIdOf({ key, version: version - 1 }));
    const outcome = await commit(ctx, {
      changes: [put(instrumentItem(instrument), absent), ...(version > 1 ? [check(before, present)] : [])],
      audit: { action: "instrument.published", subject: { type: "instrument", id: instrument.id } },
      marks: [],
      idempotency: { operation: "instrument.publish", input, result: instrument },
    });
    if (outcome.committed) return Instrument.parse(instrument);
    const taken = outcome.refusals.some(({ index }) => index === 0);
    throw new Conflict(
      taken ? `Version ${version} of ${key} is published already.` : `Publish version ${version - 1} first.`,
      { key, version },
    );
  });
}

/** @throws NotFound  there is no such instrument */
export async function getInstrument(ctx: Context, id: Id<"instrument">): Promise<Instrument> {
  const shipped = shippedInstruments.find((instrument) => instrument.id === id);
  if (shipped) return shipped;
  const item = await ctx.table.get(instrumentKey(id));
  if (!item) throw new NotFound("There is no instrument with this id.");
  return Instrument.parse(item);
}

/** All versions of all instruments: ours first, then the customer's. */
export const listInstruments = (ctx: Context, request: PageRequest): Promise<List<Instrument>> =>
  listAfter(
    ctx,
    { first: shippedInstruments, stored: { index: "byUpdated", partition: INSTRUMENTS_BY_UPDATE } },
    request,
    (item) => Instrument.parse(item),
  );
