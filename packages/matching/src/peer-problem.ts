import type { Objective } from "./problem.ts";

/**
 * Who of one pool may be paired with whom, and how good each pair would be: each with at most one other. Two nodes
 * without an edge are forbidden. Neither the order of the edges nor which end is named first means anything.
 */
export interface PeerProblem {
  /** 1 for each node that can be in a pair, 0 for one that stays out. More than 1 is refused: peers meet in pairs. */
  readonly capacities: Uint8Array | Uint16Array;
  /** One entry for each edge in these three. */
  readonly edgeOne: Uint32Array;
  readonly edgeOther: Uint32Array;
  /** From 0 to 1, the more the better. Counted to the nearest 1 / `SCORE_UNITS`. */
  readonly edgeScore: Float64Array;
}

/** Pairs of peers with the proof that there are no better ones. */
export interface PeerAssignment {
  readonly objective: Objective;
  /** The chosen edges, as indices into the problem's arrays, in order of their lower and then their higher node. */
  readonly edges: Uint32Array;
  /** How many pairs there are. */
  readonly matched: number;
  /** Sum of the chosen scores. */
  readonly totalScore: number;
  /** The least chosen score; `null` when nothing is chosen. */
  readonly weakestScore: number | null;
  readonly certificate: PeerCertificate;
}

/**
 * Prices that no edge beats: at each edge the prices of its two ends, and of the odd sets that hold both, come to
 * twice its value or more. So the sum of all prices, those of a set times the pairs that find room in it, is twice as
 * much as any pairs can be worth, or more.
 */
export interface PeerPrices {
  /** Whole, not negative. */
  readonly nodes: Float64Array;
  /** Sets of three nodes or more, an odd number, so that one stays over; their prices are whole, not negative. */
  readonly oddSets: readonly { readonly nodes: Uint32Array; readonly price: number }[];
}

/** What proves pairs of peers to be best; `verifyPeers` says how. In score units. */
export interface PeerCertificate {
  /** An edge is worth its score and this: so much that one pair more outweighs all scores together. */
  readonly pairPrice: number;
  readonly prices: PeerPrices;
  /** There are no more pairs than this. */
  readonly matchedBound: number;
  /** No matching of as many pairs (with `fair`: and as good a weakest one) has a greater sum of scores. */
  readonly totalBound: number;
  /** With `fair`: prices of edges that are worth 1 each, over those only that are better than the weakest. */
  readonly betterThanWeakest: PeerPrices | null;
  /** Bound minus value, in pairs and in score units: 0 and 0, or the solver is wrong. */
  readonly gap: { readonly matched: number; readonly total: number };
}

/** The most peers of a pool. The time grows with their number times that of the edges. */
export const MAXIMUM_PEERS = 4_000;
