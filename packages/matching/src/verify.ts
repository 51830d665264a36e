import { checked } from "./check.ts";
import { type Fault, fault, figureFaults } from "./faults.ts";
import {
  type Assignment,
  type AssignmentProblem,
  type CompactProblem,
  type Cover,
  SCORE_UNITS,
  unitsOf,
} from "./problem.ts";

/**
 * Checks that an assignment is possible and that its certificate proves it to be best, from nothing but the problem,
 * the chosen edges, the covers and the prices. No fault means that it is proven. Which of several equally good
 * assignments it is, is not checked.
 *
 * - A pair touches a covered node, whose capacity limits its pairs, or is one of the edges that touch none. So there
 *   are no more pairs than covered capacities and such edges together: `cover.bound`. (Maximum flow and minimum cut:
 *   L. R. Ford and D. R. Fulkerson, Canadian Journal of Mathematics 8 (1956) 399–404.)
 * - `fair`: the same bound over the edges that are better than the weakest pair is less than the number of pairs.
 * - An edge's surplus is its score and `pairPrice` less the prices of its ends. No assignment of as many pairs has a
 *   sum over Σ capacity × price + Σ positive surplus − pairPrice × matched: `totalBound`. The sum reaches it when no
 *   chosen edge has a negative surplus, no other edge a positive one, and every node with a price is full. With `fair`
 *   the edges are those that are not worse than the weakest pair. (Duality and complementary slackness: R. K. Ahuja,
 *   T. L. Magnanti and J. B. Orlin, "Network Flows", Prentice Hall 1993, section 9.4.)
 *
 * @throws InvalidProblem  see `solve`
 */
export function verifyCertificate(
  given: AssignmentProblem | CompactProblem,
  assignment: Assignment,
): readonly Fault[] {
  checked(given);
  const problem = "starts" in given ? spreadOut(given) : given;
  const edges = edgeFaults(problem, assignment);
  if (edges.length > 0) return edges;
  const claim = claimOf(problem, assignment);
  const prices = priceFaults(claim);
  return [
    ...capacityFaults(claim),
    ...figureFaults(claim),
    ...coverFaults(claim),
    ...fairnessFaults(claim),
    ...(prices.length > 0
      ? prices
      : [...edgeSlackFaults(claim), ...nodeSlackFaults(claim), ...boundFaults(claim)]),
  ];
}

/** A compact problem with a left node and a score for each edge. */
export function spreadOut({ starts, edgeRight, edgeUnits, ...sides }: CompactProblem): AssignmentProblem {
  const edgeLeft = new Uint32Array(edgeUnits.length);
  for (let left = 0; left + 1 < starts.length; left += 1) edgeLeft.fill(left, starts[left], starts[left + 1]);
  const edgeScore = Float64Array.from(edgeUnits, (units) => units / SCORE_UNITS);
  return { ...sides, edgeLeft, edgeRight: Uint32Array.from(edgeRight), edgeScore };
}

/** Prices up to this leave room to add four of them exactly; a solver's are far below. */
export const GREATEST_PRICE = 2 ** 50;

interface Claim {
  readonly problem: AssignmentProblem;
  readonly assignment: Assignment;
  /** Scores, their sum and the least of them in whole units. */
  readonly units: Float64Array;
  readonly total: number;
  readonly weakest: number;
  readonly chosen: Uint8Array;
  /** Edges at nodes that both have capacity. */
  readonly possible: Uint8Array;
  readonly sides: readonly Side[];
}

interface Side {
  readonly name: "left" | "right";
  readonly capacities: ArrayLike<number>;
  readonly prices: Float64Array;
  readonly loads: Uint32Array;
}

function edgeFaults({ edgeScore }: AssignmentProblem, { edges }: Assignment): Fault[] {
  const seen = new Uint8Array(edgeScore.length);
  for (const edge of edges) {
    if (edge >= edgeScore.length) return [fault("edges", `There is no edge ${edge}.`)];
    if (seen[edge] === 1) return [fault("edges", `Edge ${edge} is chosen twice.`)];
    seen[edge] = 1;
  }
  return [];
}

function claimOf(problem: AssignmentProblem, assignment: Assignment): Claim {
  const { leftCapacities, rightCapacities, edgeLeft, edgeRight, edgeScore } = problem;
  const { leftPrices, rightPrices } = assignment.certificate;
  const units = Float64Array.from(edgeScore, unitsOf);
  const chosen = new Uint8Array(units.length);
  const left = new Uint32Array(leftCapacities.length);
  const right = new Uint32Array(rightCapacities.length);
  for (const edge of assignment.edges) {
    chosen[edge] = 1;
    left[edgeLeft[edge] ?? 0] = (left[edgeLeft[edge] ?? 0] ?? 0) + 1;
    right[edgeRight[edge] ?? 0] = (right[edgeRight[edge] ?? 0] ?? 0) + 1;
  }
  const scores = Array.from(assignment.edges, (edge) => units[edge] ?? 0);
  return {
    problem,
    assignment,
    units,
    total: scores.reduce((sum, score) => sum + score, 0),
    weakest: scores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY),
    chosen,
    possible: chosen.map((_, edge) =>
      leftCapacities[edgeLeft[edge] ?? 0] !== 0 && rightCapacities[edgeRight[edge] ?? 0] !== 0 ? 1 : 0,
    ),
    sides: [
      { name: "left", capacities: leftCapacities, prices: leftPrices, loads: left },
      { name: "right", capacities: rightCapacities, prices: rightPrices, loads: right },
    ],
  };
}

const capacityFaults = ({ sides }: Claim): Fault[] =>
  nodesOf(sides)
    .filter(({ load, capacity }) => load > capacity)
    .map(({ name, node, load, capacity }) =>
      fault("capacity", `The ${name} node ${node} is in ${load} pairs; its capacity is ${capacity}.`),
    );

const nodesOf = (sides: readonly Side[]) =>
  sides.flatMap(({ name, capacities, prices, loads }) =>
    Array.from(loads, (load, node) => ({
      name,
      node,
      load,
      capacity: capacities[node] ?? 0,
      price: prices[node] ?? 0,
    })),
  );

function coverFaults(claim: Claim): Fault[] {
  const { certificate, edges } = claim.assignment;
  const bound = coverBound(claim, certificate.cover, () => true);
  if (bound === edges.length && bound === certificate.cover.bound && certificate.gap.matched === 0) return [];
  const told = `${certificate.cover.bound} is given and there are ${edges.length}`;
  return [fault("cover", `The cover proves that there are at most ${bound} pairs; ${told}.`)];
}

/** How many pairs a cover allows of some of the edges; infinite when it does not fit the problem. */
function coverBound({ problem, possible }: Claim, cover: Cover, counts: (edge: number) => boolean): number {
  const { leftCapacities, rightCapacities, edgeLeft, edgeRight } = problem;
  if (cover.left.length !== leftCapacities.length) return Number.POSITIVE_INFINITY;
  if (cover.right.length !== rightCapacities.length) return Number.POSITIVE_INFINITY;
  let bound = 0;
  for (const [node, capacity] of leftCapacities.entries()) if (cover.left[node] !== 0) bound += capacity;
  for (const [node, capacity] of rightCapacities.entries()) if (cover.right[node] !== 0) bound += capacity;
  for (let edge = 0; edge < edgeLeft.length; edge += 1) {
    if (cover.left[edgeLeft[edge] ?? 0] !== 0 || cover.right[edgeRight[edge] ?? 0] !== 0) continue;
    if (possible[edge] === 1 && counts(edge)) bound += 1;
  }
  return bound;
}

function fairnessFaults(claim: Claim): Fault[] {
  const { objective, certificate, edges } = claim.assignment;
  const cover = certificate.betterThanWeakest;
  if (objective === "total" || edges.length === 0)
    return cover === null
      ? []
      : [fault("fairness", "A cover is given where nothing is claimed of the weakest.")];
  if (cover === null) return [fault("fairness", "Nothing proves that the weakest pair could not be better.")];
  const bound = coverBound(claim, cover, (edge) => (claim.units[edge] ?? 0) > claim.weakest);
  if (bound < edges.length && bound === cover.bound) return [];
  const told = `${cover.bound} is given and there are ${edges.length}`;
  return [fault("fairness", `Without the weakest pair's score at most ${bound} pairs are proven; ${told}.`)];
}

function priceFaults({ sides, assignment }: Claim): Fault[] {
  if (sides.some(({ prices, loads }) => prices.length !== loads.length))
    return [fault("prices", "There is not one price for each node.")];
  const isWhole = (price: number): boolean => Number.isInteger(price) && Math.abs(price) <= GREATEST_PRICE;
  const areWhole = sides.every(({ prices }) => prices.every((price) => isWhole(price) && price >= 0));
  if (areWhole && isWhole(assignment.certificate.pairPrice)) return [];
  return [fault("prices", "A price is negative, too great, or no whole number of score units.")];
}

function edgeSlackFaults(claim: Claim): Fault[] {
  const faults: Fault[] = [];
  for (let edge = 0; edge < claim.units.length; edge += 1) {
    const surplus = surplusOf(claim, edge);
    if (claim.chosen[edge] === 1 && surplus < 0)
      faults.push(fault("slackness", `Edge ${edge} is chosen and worth less than its prices.`));
    if (claim.chosen[edge] === 0 && surplus > 0)
      faults.push(fault("slackness", `Edge ${edge} is not chosen and worth more than its prices.`));
  }
  return faults;
}

/** What an edge is worth beyond the prices of its ends; nothing when no rival assignment could have it. */
function surplusOf({ problem, assignment, units, possible, weakest }: Claim, edge: number): number {
  const { pairPrice, leftPrices, rightPrices } = assignment.certificate;
  const score = units[edge] ?? 0;
  if (possible[edge] === 0 || assignment.edges.length === 0) return 0;
  if (assignment.objective === "fair" && score < weakest) return 0;
  const left = leftPrices[problem.edgeLeft[edge] ?? 0] ?? 0;
  const right = rightPrices[problem.edgeRight[edge] ?? 0] ?? 0;
  return score + pairPrice - left - right;
}

const nodeSlackFaults = ({ sides }: Claim): Fault[] =>
  nodesOf(sides)
    .filter(({ price, load, capacity }) => price > 0 && load < capacity)
    .map(({ name, node }) => fault("slackness", `The ${name} node ${node} has a price and free seats.`));

function boundFaults(claim: Claim): Fault[] {
  const { certificate, edges } = claim.assignment;
  let bound = -certificate.pairPrice * edges.length;
  for (const { price, capacity } of nodesOf(claim.sides)) bound += price * capacity;
  for (let edge = 0; edge < claim.units.length; edge += 1) bound += Math.max(0, surplusOf(claim, edge));
  const isProven = bound === claim.total && certificate.totalBound === bound && certificate.gap.total === 0;
  if (isProven) return [];
  const told = `${certificate.totalBound} is given and the sum is ${claim.total}`;
  return [fault("bound", `The prices prove that the sum is at most ${bound} units; ${told}.`)];
}
