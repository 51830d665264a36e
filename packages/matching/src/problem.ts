/**
 * Who may be paired with whom, and how good each pair would be. Pairs that have no edge are forbidden. The order of
 * the edges means nothing: the order that settles ties is that of the left and right indices.
 */
export interface AssignmentProblem {
  /** How many pairs each left node can be in; 0 keeps it out. */
  readonly leftCapacities: Uint8Array | Uint16Array;
  readonly rightCapacities: Uint8Array | Uint16Array;
  /** One entry for each edge in these three. */
  readonly edgeLeft: Uint32Array;
  readonly edgeRight: Uint32Array;
  /** From 0 to 1, the more the better. Counted to the nearest 1 / `SCORE_UNITS`. */
  readonly edgeScore: Float64Array;
}

/**
 * The same problem with 6 bytes for each edge instead of 16, for millions of them: edges in canonical order, by left
 * and then by right node, scores in whole units.
 */
export interface CompactProblem extends Pick<AssignmentProblem, "leftCapacities" | "rightCapacities"> {
  /** The edges of a left node `i` are those from `starts[i]` up to but not including `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly edgeRight: Uint16Array;
  /** From 0 to `SCORE_UNITS`. */
  readonly edgeUnits: Uint32Array;
}

/**
 * `total`: the most pairs, then the greatest sum of scores. `fair`: the most pairs, then the best weakest pair, then
 * the greatest sum.
 */
export type Objective = "total" | "fair";

/** An assignment with the proof that there is no better one. */
export interface Assignment {
  readonly objective: Objective;
  /** The chosen edges, as indices into the problem's arrays, in order of left and then right node. */
  readonly edges: Uint32Array;
  /** How many pairs there are. */
  readonly matched: number;
  /** Sum of the chosen scores. */
  readonly totalScore: number;
  /** The least chosen score; `null` when nothing is chosen. */
  readonly weakestScore: number | null;
  readonly certificate: Certificate;
}

/** Nodes (1, others 0) that touch edges; see `verifyCertificate` for what a cover proves. */
export interface Cover {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  /** No assignment has more pairs than this. */
  readonly bound: number;
}

/** What proves an assignment to be best; `verifyCertificate` says how. Prices and sums are in score units. */
export interface Certificate {
  /** Proves how many pairs there can be. */
  readonly cover: Cover;
  /** With `fair`: proves that the pairs that are better than the weakest do not suffice for as many pairs. */
  readonly betterThanWeakest: Cover | null;
  /** What one pair more or less is worth. */
  readonly pairPrice: number;
  /** What a seat at each node is worth: an integer, not negative. */
  readonly leftPrices: Float64Array;
  readonly rightPrices: Float64Array;
  /** No assignment of as many pairs (with `fair`: and as good a weakest one) has a greater sum of scores. */
  readonly totalBound: number;
  /** Bound minus value, in pairs and in score units: 0 and 0, or the solver is wrong. */
  readonly gap: { readonly matched: number; readonly total: number };
}

/** Score units in a score of 1. All arithmetic is on whole units, so that nothing is ever rounded twice. */
export const SCORE_UNITS = 1_000_000;

/** The most nodes of a side. With it the auction's prices, which grow with side² × units, stay far under 2^53. */
export const MAXIMUM_SIDE = 10_000;

/** The most edges: everybody with everybody at 4,000 to a side. A compact problem of so many has 96 MB. */
export const MAXIMUM_EDGES = 16_000_000;

/** The most pairs that capacities may allow. With it sums of prices over all seats stay under 2^53. */
export const MAXIMUM_PAIRS = 100_000;

/** What can be wrong with a problem. */
export type Flaw =
  | "objective"
  | "lengths"
  | "order"
  | "index"
  | "loop"
  | "score"
  | "duplicate"
  | "capacity"
  | "minimum"
  | "limit";

/** A problem that is refused; the message says what is wrong, and `edge` at which edge. */
export class InvalidProblem extends Error {
  readonly flaw: Flaw;
  /** The edge's index in the problem's arrays; `null` when the flaw is not an edge's. */
  readonly edge: number | null;

  constructor(flaw: Flaw, message: string, edge: number | null = null) {
    super(message);
    this.name = "InvalidProblem";
    this.flaw = flaw;
    this.edge = edge;
  }
}

/** A score in whole units. */
export const unitsOf = (score: number): number => Math.round(score * SCORE_UNITS);
