import { deriveId, type Id } from "../ids.ts";
import type { Item, Key } from "../table.ts";
import type { Instrument } from "./schema.ts";

/**
 * Access patterns:
 *   one version      pk = instrument#<id>, sk = ENTITY; its id is derived from key and version
 *   all, by change   byUpdated: updatedPk = instrument, updatedSk = <createdAt>#<id>
 */
export const instrumentIdOf = ({ key, version }: { key: string; version: number }): Id<"instrument"> =>
  deriveId("instrument", key, version);
export const instrumentKey = (id: Id<"instrument">): Key => ({ pk: `instrument#${id}`, sk: "ENTITY" });
export const INSTRUMENTS_BY_UPDATE = "instrument";

export const instrumentItem = (instrument: Instrument): Item => ({
  ...instrumentKey(instrument.id),
  updatedPk: INSTRUMENTS_BY_UPDATE,
  updatedSk: `${instrument.createdAt}#${instrument.id}`,
  schemaVersion: 1,
  ...instrument,
});
