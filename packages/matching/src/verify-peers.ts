import { type Fault, fault, figureFaults } from "./faults.ts";
import { checkedPeers } from "./peer-check.ts";
import type { PeerAssignment, PeerPrices, PeerProblem } from "./peer-problem.ts";
import { unitsOf } from "./problem.ts";
import { GREATEST_PRICE } from "./verify.ts";

/**
 * Checks that pairs of peers are possible and that their certificate proves them to be best, from nothing but the
 * problem, the chosen edges and the prices. No fault means that it is proven.
 *
 * Every edge is worth its score and `pairPrice`. If at each edge the prices of its ends, and of the odd sets that hold
 * both, come to twice that or more, then twice what any pairs are worth is no more than the bound: Σ price of a node +
 * Σ price of an odd set × (its nodes − 1) / 2; for a node is in one pair at most, and a set of 2r + 1 nodes holds r
 * pairs at most (J. Edmonds, "Maximum matching and a polyhedron with 0,1-vertices", Journal of Research of the National
 * Bureau of Standards 69B (1965) 125–130). The pairs are best when they reach it, and when one pair more would exceed it
 * whatever its score. `fair`: the same with edges that are worth 1, over those that are better than the weakest pair.
 *
 * @throws InvalidProblem  see `matchPeers`
 */
export function verifyPeers(problem: PeerProblem, assignment: PeerAssignment): readonly Fault[] {
  checkedPeers(problem);
  const edges = edgeFaults(problem, assignment);
  if (edges.length > 0) return edges;
  const units = Float64Array.from(problem.edgeScore, unitsOf);
  const scores = Array.from(assignment.edges, (edge) => units[edge] ?? 0);
  const total = scores.reduce((sum, score) => sum + score, 0);
  const weakest = scores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY);
  const claim = { problem, assignment, units, total, weakest };
  return [...capacityFaults(claim), ...figureFaults(claim), ...boundFaults(claim), ...fairnessFaults(claim)];
}

interface Claim {
  readonly problem: PeerProblem;
  readonly assignment: PeerAssignment;
  /** Scores, the sum of the chosen and the least of them, in whole units. */
  readonly units: Float64Array;
  readonly total: number;
  readonly weakest: number;
}

function edgeFaults({ edgeScore }: PeerProblem, { edges }: PeerAssignment): Fault[] {
  const seen = new Set<number>();
  for (const edge of edges) {
    if (edge >= edgeScore.length) return [fault("edges", `There is no edge ${edge}.`)];
    if (seen.has(edge)) return [fault("edges", `Edge ${edge} is chosen twice.`)];
    seen.add(edge);
  }
  return [];
}

function capacityFaults({ problem, assignment }: Claim): Fault[] {
  const loads = new Uint32Array(problem.capacities.length);
  for (const edge of assignment.edges)
    for (const node of [problem.edgeOne[edge] ?? 0, problem.edgeOther[edge] ?? 0])
      loads[node] = (loads[node] ?? 0) + 1;
  return [...loads.entries()]
    .filter(([node, load]) => load > (problem.capacities[node] ?? 0))
    .map(([node, load]) =>
      fault("capacity", `The node ${node} is in ${load} pairs; its capacity is ${problem.capacities[node]}.`),
    );
}

function boundFaults(claim: Claim): Fault[] {
  const { edges, objective, certificate } = claim.assignment;
  const { pairPrice, prices, matchedBound, totalBound, gap } = certificate;
  if (!isWhole(pairPrice) || pairPrice === 0)
    return [fault("prices", "The price of a pair is no positive whole number of score units.")];
  const counts = (edge: number): boolean =>
    objective === "total" || edges.length === 0 || (claim.units[edge] ?? 0) >= claim.weakest;
  const worthOf = (edge: number): number => (claim.units[edge] ?? 0) + pairPrice;
  const wrong = priceFaults(claim, prices, { counts, worthOf });
  if (wrong.length > 0) return wrong;
  const bound = boundOf(prices) / 2;
  const faults: Fault[] = [];
  const most = Math.floor(bound / pairPrice);
  if (most !== edges.length || most !== matchedBound || gap.matched !== 0)
    faults.push(
      fault(
        "cover",
        `The prices prove that there are at most ${most} pairs; ${matchedBound} is given and there are ${edges.length}.`,
      ),
    );
  const greatest = bound - pairPrice * edges.length;
  if (greatest !== claim.total || greatest !== totalBound || gap.total !== 0)
    faults.push(
      fault(
        "bound",
        `The prices prove that the sum is at most ${greatest} units; ${totalBound} is given and the sum is ${claim.total}.`,
      ),
    );
  return faults;
}

function fairnessFaults(claim: Claim): Fault[] {
  const { objective, certificate, edges } = claim.assignment;
  const prices = certificate.betterThanWeakest;
  if (objective === "total" || edges.length === 0)
    return prices === null
      ? []
      : [fault("fairness", "Prices are given where nothing is claimed of the weakest.")];
  if (prices === null)
    return [fault("fairness", "Nothing proves that the weakest pair could not be better.")];
  const counts = (edge: number): boolean => (claim.units[edge] ?? 0) > claim.weakest;
  const wrong = priceFaults(claim, prices, { counts, worthOf: () => 1 });
  if (wrong.length > 0) return wrong;
  const most = Math.floor(boundOf(prices) / 2);
  if (most < edges.length) return [];
  return [
    fault(
      "fairness",
      `Without the weakest pair's score at most ${most} pairs are proven; there are ${edges.length}.`,
    ),
  ];
}

const isWhole = (price: number): boolean => Number.isInteger(price) && price >= 0 && price <= GREATEST_PRICE;

const boundOf = ({ nodes, oddSets }: PeerPrices): number =>
  oddSets.reduce(
    (sum, set) => sum + set.price * ((set.nodes.length - 1) / 2),
    nodes.reduce((sum, price) => sum + price, 0),
  );

interface Counted {
  /** Whether pairs may have an edge at all, and what it is worth. */
  readonly counts: (edge: number) => boolean;
  readonly worthOf: (edge: number) => number;
}

function priceFaults(claim: Claim, { nodes, oddSets }: PeerPrices, counted: Counted): Fault[] {
  const { capacities } = claim.problem;
  if (nodes.length !== capacities.length) return [fault("prices", "There is not one price for each node.")];
  if (!nodes.every(isWhole) || !oddSets.every(({ price }) => isWhole(price)))
    return [fault("prices", "A price is negative, too great, or no whole number.")];
  const isOddSet = (set: Uint32Array): boolean =>
    set.length % 2 === 1 && new Set(set).size === set.length && set.every((node) => node < nodes.length);
  if (!oddSets.every((set) => isOddSet(set.nodes)))
    return [fault("prices", "A set has an even number of nodes, one twice, or one that there is not.")];
  return cheapEdges(claim, { nodes, oddSets }, counted);
}

/** Edges whose prices come to less than twice what they are worth. */
function cheapEdges({ problem, units }: Claim, prices: PeerPrices, { counts, worthOf }: Counted): Fault[] {
  const { capacities, edgeOne, edgeOther } = problem;
  const setsOf: number[][] = Array.from(capacities, () => []);
  for (const [at, { nodes }] of prices.oddSets.entries()) for (const node of nodes) setsOf[node]?.push(at);
  const faults: Fault[] = [];
  for (let edge = 0; edge < units.length; edge += 1) {
    const [one, other] = [edgeOne[edge] ?? 0, edgeOther[edge] ?? 0];
    if (capacities[one] === 0 || capacities[other] === 0 || !counts(edge)) continue;
    const shared = (at: number): number =>
      setsOf[other]?.includes(at) ? (prices.oddSets[at]?.price ?? 0) : 0;
    const nodesAlone = (prices.nodes[one] ?? 0) + (prices.nodes[other] ?? 0);
    if (nodesAlone >= 2 * worthOf(edge)) continue;
    const price = (setsOf[one] ?? []).reduce((sum, at) => sum + shared(at), nodesAlone);
    if (price < 2 * worthOf(edge))
      faults.push(fault("slackness", `Edge ${edge} is worth more than its prices.`));
  }
  return faults;
}
