import type { Id } from "../../ids.ts";
import { hasRetired, type Indicator } from "../../indicator/index.ts";
import type { RowError } from "../../job/index.ts";
import {
  misdatesOf,
  misfitsOf,
  newObservation,
  type Observation,
  otherwiseThere,
  saysTheSame,
} from "../../observation/index.ts";
import { dateOf, type Instant, type Zone } from "../../time.ts";
import { type ObservationRow, unitMeant } from "./rows.ts";

/** What rows are compared with. */
export interface Known {
  readonly indicators: ReadonlyMap<Id<"indicator">, Indicator>;
  readonly stored: ReadonlyMap<Id<"observation">, Observation>;
  readonly now: Instant;
  /** The programme's. */
  readonly zone: Zone;
}

/** What some rows come to. A row that says what is there already comes to nothing. */
export interface Compared {
  readonly fresh: readonly Observation[];
  /** Their columns are fields. */
  readonly errors: readonly RowError[];
}

/** Compares rows with what is there, and with the rows before them. */
export function compareRows(rows: readonly ObservationRow[], known: Known): Compared {
  const fresh = new Map<Id<"observation">, Observation>();
  const errors: RowError[] = [];
  const today = dateOf(known.now, known.zone);
  for (const { line, observation: input } of rows) {
    const indicator = known.indicators.get(input.indicatorId);
    if (!indicator) {
      errors.push({ line, column: "indicator", message: "There is no indicator with this key." });
      continue;
    }
    const observation = newObservation({ ...input, unit: unitMeant(input.unit, indicator) }, known.now);
    const misfits = [...misfitsOf(observation, indicator), ...misdatesOf(observation, today)];
    const there = fresh.get(observation.id) ?? known.stored.get(observation.id);
    if (misfits.length > 0) {
      errors.push(...misfits.map(({ path, message }) => ({ line, column: path[0] ?? "", message })));
    } else if (there) {
      if (saysTheSame(there, observation)) continue;
      errors.push({ line, column: "value", message: otherwiseThere(there) });
    } else if (indicator.state === "retired") {
      errors.push({ line, column: "indicator", message: hasRetired(indicator).message });
    } else {
      fresh.set(observation.id, observation);
    }
  }
  return { fresh: [...fresh.values()], errors };
}
