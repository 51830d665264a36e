import { largest } from "./cardinality.ts";
import { keeping, type Network } from "./network.ts";
import type { Cover } from "./problem.ts";

/** The edges that a fair assignment may use, and the proof that fewer do not suffice. */
export interface FairNetwork {
  readonly network: Network;
  readonly betterThanWeakest: Cover;
}

/**
 * Leaves out the edges that are worse than the weakest pair has to be, so that the largest assignment still has
 * `matched` pairs: at least one, as many as the whole network allows.
 *
 * The threshold algorithm for bottleneck assignments: R. E. Burkard, M. Dell'Amico and S. Martello, "Assignment
 * Problems", SIAM 2009, section 6.2; here a binary search over whole values.
 */
export function fairest(network: Network, matched: number): FairNetwork {
  let sufficient = network;
  let least = 0;
  let tooHigh = 1 + network.values.reduce((greatest, value) => Math.max(greatest, value), 0);
  let betterThanWeakest = largest(atLeast(network, tooHigh)).cover;
  while (tooHigh - least > 1) {
    const middle = Math.floor((least + tooHigh) / 2);
    const narrower = atLeast(sufficient, middle);
    const found = largest(narrower);
    if (found.matched === matched) {
      sufficient = narrower;
      least = middle;
    } else {
      betterThanWeakest = found.cover;
      tooHigh = middle;
    }
  }
  return { network: sufficient, betterThanWeakest };
}

const atLeast = (network: Network, value: number): Network =>
  keeping(network, (edge) => (network.values[edge] ?? 0) >= value);
