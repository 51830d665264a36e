import type { Lot } from "./lot.ts";
import { SCORE_UNITS } from "./problem.ts";
import type { Rows } from "./rows.ts";

/** So many values are sampled. */
const SAMPLE = 256;

/** Some values out of all rows: in what step they can be counted, all can mostly. */
export function sampled({ values, least }: Rows): Pick<Rows, "values" | "least"> {
  const length = Math.min(SAMPLE, values.length);
  const some = Uint32Array.from(
    { length },
    (_, at) => values[Math.floor((at * values.length) / length)] ?? 0,
  );
  return { values: some, least };
}

/** The greatest step in which all values can be counted, and from where. Where scores are few it spares rounds. */
export function stepsOf({
  values,
  least,
}: Pick<Rows, "values" | "least">): Pick<Lot, "lowest" | "highest" | "step"> {
  let [base, step, perStep] = [-1, 0, 0];
  for (let edge = 0; edge < values.length && step !== 1; edge += 1) {
    const value = values[edge] ?? 0;
    if (value < least) continue;
    if (base < 0) base = value;
    const distance = value - base;
    // The nearest whole number of steps: faster to find than the remainder, and as exact.
    if (Math.floor(distance * perStep + 0.5) * step !== distance) {
      step = commonDivisor(step, Math.abs(distance));
      perStep = 1 / step;
    }
  }
  const areEqual = step === 0;
  return areEqual
    ? { lowest: base, highest: base, step: 1 }
    : { lowest: base % step, highest: SCORE_UNITS, step };
}

/** Euclid's. */
function commonDivisor(one: number, other: number): number {
  let [divisor, rest] = [one, other];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
