import { Blossoms, NONE } from "./blossoms.ts";
import { type Neighbours, neighboursOf, type PeerNetwork } from "./peer-network.ts";
import type { PeerPrices } from "./peer-problem.ts";
import { PeerSearch } from "./peer-search.ts";

/**
 * Pairs with the greatest sum of values, and prices that prove it: with whom each node is paired, or `NONE`.
 *
 * Each node starts with the least price that its edges allow; who finds a tight edge to a free node is paired at once.
 * Each that is left over becomes the root of a tree.
 */
export function heaviest(network: PeerNetwork): { mates: Int32Array; prices: PeerPrices } {
  const neighbours = neighboursOf(network);
  const blossoms = new Blossoms(network.nodeCount);
  const prices = highestPrices(neighbours);
  pairGreedily(neighbours, blossoms.mates, prices);
  const search = new PeerSearch(neighbours, blossoms, prices);
  for (let node = 0; node < network.nodeCount; node += 1)
    if (blossoms.mates[node] === NONE && (prices[node] ?? 0) > 0) search.serve(node);
  const oddSets = blossoms
    .list()
    .filter((blossom) => (blossoms.prices[blossom] ?? 0) > 0)
    .map((blossom) => ({
      nodes: Uint32Array.from(blossoms.nodesOf(blossom)).sort(),
      price: blossoms.prices[blossom] ?? 0,
    }));
  return { mates: blossoms.mates, prices: { nodes: prices, oddSets } };
}

/** For each node the greatest value of its edges: then no two ends come to less than twice their edge. */
function highestPrices({ starts, values }: Neighbours): Float64Array {
  const prices = new Float64Array(starts.length - 1);
  for (let node = 0; node < prices.length; node += 1)
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1)
      prices[node] = Math.max(prices[node] ?? 0, values[at] ?? 0);
  return prices;
}

/** Lowers the price of each node as far as its edges allow, and pairs it where that makes an edge to a free one tight. */
function pairGreedily({ starts, others, values }: Neighbours, mates: Int32Array, prices: Float64Array): void {
  for (let node = 0; node < prices.length; node += 1) {
    if (mates[node] !== NONE) continue;
    let least = 0;
    let mate = NONE;
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
      const other = others[at] ?? 0;
      const needed = 2 * (values[at] ?? 0) - (prices[other] ?? 0);
      const isFree = mates[other] === NONE;
      if (needed > least || (needed === least && mate === NONE && isFree)) {
        mate = isFree ? other : NONE;
        least = needed;
      }
    }
    prices[node] = least;
    if (mate === NONE) continue;
    mates[node] = mate;
    mates[mate] = node;
  }
}
