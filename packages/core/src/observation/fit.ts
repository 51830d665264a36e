import type { Indicator } from "../indicator/index.ts";
import type { LocalDate } from "../time.ts";
import type { Observation, ObservationInput } from "./schema.ts";

/** What is wrong with an observation, and where. */
export interface Misfit {
  readonly path: readonly string[];
  readonly message: string;
}

/** Why a value cannot be one of an indicator: all reasons, so that it is put right at once. */
export function misfitsOf(
  { value, unit }: Pick<ObservationInput, "value" | "unit">,
  indicator: Pick<Indicator, "key" | "unit" | "minimum" | "maximum" | "decimals">,
): Misfit[] {
  const { key, minimum, maximum, decimals } = indicator;
  const misfits: Misfit[] = [];
  if (unit !== indicator.unit) {
    misfits.push({
      path: ["unit"],
      message: `${key} is measured in ${indicator.unit}; give it in that unit.`,
    });
  }
  if (value < minimum || value > maximum) {
    misfits.push({
      path: ["value"],
      message: `Give from ${minimum} to ${maximum}: nothing else is plausible.`,
    });
  } else if (Number(value.toFixed(decimals)) !== value) {
    misfits.push({ path: ["value"], message: roundingAsked(decimals) });
  }
  return misfits;
}

function roundingAsked(decimals: number): string {
  if (decimals === 0) return "Give a whole number.";
  return `Round it to ${decimals} ${decimals === 1 ? "decimal" : "decimals"}.`;
}

/** Nobody has observed a day that has not come yet. */
export const misdatesOf = ({ date }: { readonly date: LocalDate }, today: LocalDate): Misfit[] =>
  date <= today
    ? []
    : [{ path: ["date"], message: `Give a day that has come: it is ${today} in the programme.` }];

/** What entering a day again is answered with where its observation says something else. */
export const otherwiseThere = ({ value }: Pick<Observation, "value">): string =>
  `This day has an observation already, with the value ${value}. Correct that one instead.`;

/** Whether one says what another says: then entering it again changes nothing. */
export const saysTheSame = (
  one: Pick<Observation, "value" | "unit" | "source" | "note">,
  other: Pick<Observation, "value" | "unit" | "source" | "note">,
): boolean =>
  one.value === other.value &&
  one.unit === other.unit &&
  one.source === other.source &&
  one.note === other.note;
