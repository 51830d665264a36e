import { largest } from "./cardinality.ts";
import { type Cover, SCORE_UNITS } from "./problem.ts";
import { distinctValues, type Rows } from "./rows.ts";

/** The edges that a fair assignment may use, and the proof that fewer do not suffice. */
export interface FairRows {
  readonly rows: Rows;
  readonly betterThanWeakest: Cover;
}

/**
 * Leaves out the edges that are worse than the weakest pair has to be, so that the largest assignment still has
 * `matched` pairs: at least one, as many as all edges allow.
 *
 * @param isEnough  what the edges that are left have to allow besides
 *
 * The threshold algorithm for bottleneck assignments: R. E. Burkard, M. Dell'Amico and S. Martello, "Assignment
 * Problems", SIAM 2009, section 6.2; here a binary search over the values that there are.
 */
export function fairest(
  rows: Rows,
  matched: number,
  isEnough: (rows: Rows) => boolean = () => true,
): FairRows {
  const values = distinctValues(rows);
  let least = 0;
  let tooHigh = values.length;
  let betterThanWeakest = largest({ ...rows, least: SCORE_UNITS + 1 }).cover;
  while (tooHigh - least > 1) {
    const middle = Math.floor((least + tooHigh) / 2);
    const narrower = { ...rows, least: values[middle] ?? 0 };
    const found = largest(narrower);
    if (found.matched === matched && isEnough(narrower)) least = middle;
    else {
      betterThanWeakest = found.cover;
      tooHigh = middle;
    }
  }
  return { rows: { ...rows, least: values[least] ?? 0 }, betterThanWeakest };
}
