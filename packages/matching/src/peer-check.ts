import { checkDuplicates, checkLimit, checkScore } from "./check.ts";
import { networkOf } from "./network.ts";
import type { PeerNetwork } from "./peer-network.ts";
import { MAXIMUM_PEERS, type PeerProblem } from "./peer-problem.ts";
import { InvalidProblem, MAXIMUM_EDGES, unitsOf } from "./problem.ts";

/**
 * The problem as a network, values in score units; without the edges of nodes that stay out.
 *
 * @throws InvalidProblem  arrays of unequal lengths, an index out of range, a node joined to itself, a score that is no
 *                         number from 0 to 1, two edges between the same nodes, a capacity over 1, or more than a limit
 *                         allows
 */
export function checkedPeers(problem: PeerProblem): PeerNetwork {
  checkSizes(problem);
  for (let edge = 0; edge < problem.edgeScore.length; edge += 1) checkEdge(problem, edge);
  const { capacities, edgeOne, edgeOther, edgeScore } = problem;
  const network = networkOf({
    leftCapacities: capacities,
    rightCapacities: capacities,
    edgeLeft: edgeOne.map((one, edge) => Math.min(one, edgeOther[edge] ?? 0)),
    edgeRight: edgeOther.map((other, edge) => Math.max(other, edgeOne[edge] ?? 0)),
    worthOf: (row) => unitsOf(edgeScore[row] ?? 0),
  });
  checkDuplicates(network, "nodes");
  const { lefts: lows, rights: highs, values, rows } = network;
  return { nodeCount: capacities.length, lows, highs, values, rows };
}

function checkSizes({ capacities, edgeOne, edgeOther, edgeScore }: PeerProblem): void {
  checkLimit("peers", capacities.length, MAXIMUM_PEERS);
  checkLimit("edges", edgeScore.length, MAXIMUM_EDGES);
  for (const [node, capacity] of capacities.entries())
    if (capacity > 1)
      throw new InvalidProblem(
        "capacity",
        `Node ${node} has the capacity ${capacity}; a peer is in one pair at most.`,
      );
  if (edgeOne.length === edgeScore.length && edgeOther.length === edgeScore.length) return;
  throw new InvalidProblem(
    "lengths",
    `There are ${edgeOne.length} first ends, ${edgeOther.length} other ends and ${edgeScore.length} scores; give one of each for every edge.`,
  );
}

function checkEdge({ capacities, edgeOne, edgeOther, edgeScore }: PeerProblem, edge: number): void {
  const [one, other] = [edgeOne[edge] ?? 0, edgeOther[edge] ?? 0];
  const most = Math.max(one, other);
  if (most >= capacities.length)
    throw new InvalidProblem(
      "index",
      `Edge ${edge} names the node ${most}; there are ${capacities.length}.`,
      edge,
    );
  if (one === other) throw new InvalidProblem("loop", `Edge ${edge} joins the node ${one} to itself.`, edge);
  checkScore(edgeScore[edge] ?? 0, edge);
}
