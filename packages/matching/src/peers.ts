import { NONE } from "./blossoms.ts";
import { checkedPeers } from "./peer-check.ts";
import { keepingPeers, type PeerNetwork } from "./peer-network.ts";
import { heaviest } from "./peer-pairs.ts";
import type { PeerAssignment, PeerPrices, PeerProblem } from "./peer-problem.ts";
import { SCORE_UNITS } from "./problem.ts";
import { checkedObjective, type SolveOptions } from "./solve.ts";

/**
 * The best pairs within one pool, with the proof: first as many as there can be, then the greatest sum of scores;
 * with `fair`, between the two, the best weakest pair.
 *
 * Of several that are equally good, which one comes out is a matter of the problem alone: edges are brought into
 * canonical order first, so that neither their order nor that of their ends means anything. It is not the first one
 * by a rule that could be told, as it is in `solve`.
 *
 * @throws InvalidProblem  see `checkedPeers`; or another objective
 */
export function matchPeers(problem: PeerProblem, options: SolveOptions = {}): PeerAssignment {
  const objective = checkedObjective(options);
  const { capacities } = problem;
  const all = checkedPeers(problem);
  const isOpen = (node: number): boolean => capacities[node] === 1;
  const open = capacities.every((capacity) => capacity === 1)
    ? all
    : keepingPeers(all, (edge) => isOpen(all.lows[edge] ?? 0) && isOpen(all.highs[edge] ?? 0));
  const { network, betterThanWeakest } =
    objective === "fair" ? fairest(open) : { network: open, betterThanWeakest: null };
  return { objective, ...bestOf(network, betterThanWeakest) };
}

function bestOf(
  network: PeerNetwork,
  betterThanWeakest: PeerPrices | null,
): Omit<PeerAssignment, "objective"> {
  const greatest = network.values.reduce((most, value) => Math.max(most, value), 0);
  const pairPrice = greatest * (network.nodeCount >> 1) + 1;
  const values = network.values.map((value) => value + pairPrice);
  const { mates, prices } = heaviest({ ...network, values });
  const chosen = chosenEdges(network, mates);
  const scores = chosen.map((edge) => network.values[edge] ?? 0);
  const matched = chosen.length;
  const total = scores.reduce((sum, score) => sum + score, 0);
  const bound = boundOf(prices) / 2;
  const matchedBound = Math.floor(bound / pairPrice);
  const totalBound = bound - pairPrice * matched;
  return {
    edges: Uint32Array.from(chosen, (edge) => network.rows[edge] ?? 0),
    matched,
    totalScore: total / SCORE_UNITS,
    weakestScore:
      matched === 0 ? null : scores.reduce((least, score) => Math.min(least, score)) / SCORE_UNITS,
    certificate: {
      pairPrice,
      prices,
      matchedBound,
      totalBound,
      betterThanWeakest: matched === 0 ? null : betterThanWeakest,
      gap: { matched: matchedBound - matched, total: totalBound - total },
    },
  };
}

function chosenEdges({ lows, highs }: PeerNetwork, mates: Int32Array): number[] {
  const chosen: number[] = [];
  for (let edge = 0; edge < lows.length; edge += 1)
    if (mates[lows[edge] ?? 0] === highs[edge]) chosen.push(edge);
  return chosen;
}

/** Twice what any pairs can be worth. */
const boundOf = ({ nodes, oddSets }: PeerPrices): number =>
  oddSets.reduce(
    (sum, set) => sum + set.price * (set.nodes.length >> 1),
    nodes.reduce((sum, price) => sum + price, 0),
  );

/**
 * Leaves out the edges that are worse than the weakest pair has to be, by a binary search for the threshold; the
 * prices prove that the better ones alone do not suffice for as many pairs. See `fairest` in `fairness.ts`.
 */
function fairest(network: PeerNetwork): { network: PeerNetwork; betterThanWeakest: PeerPrices } {
  const matched = mostPairs(network).count;
  let sufficient = network;
  let least = 0;
  let tooHigh = 1 + network.values.reduce((greatest, value) => Math.max(greatest, value), 0);
  let { prices } = mostPairs(keepingPeers(network, () => false));
  while (tooHigh - least > 1) {
    const middle = Math.floor((least + tooHigh) / 2);
    const current = sufficient;
    const narrower = keepingPeers(current, (edge) => (current.values[edge] ?? 0) >= middle);
    const found = mostPairs(narrower);
    if (found.count === matched) {
      sufficient = narrower;
      least = middle;
    } else {
      prices = found.prices;
      tooHigh = middle;
    }
  }
  return { network: sufficient, betterThanWeakest: prices };
}

/** How many pairs there can be: as heavy as can be when each edge is worth 1. */
function mostPairs(network: PeerNetwork): { readonly count: number; readonly prices: PeerPrices } {
  const { mates, prices } = heaviest({ ...network, values: network.values.map(() => 1) });
  return { count: mates.filter((mate) => mate !== NONE).length / 2, prices };
}
