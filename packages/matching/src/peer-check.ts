import { checkLimit, checkScore, inRows } from "./check.ts";
import type { PeerNetwork } from "./peer-network.ts";
import { MAXIMUM_PEERS, type PeerProblem } from "./peer-problem.ts";
import { InvalidProblem, MAXIMUM_EDGES } from "./problem.ts";
import { leftsOf } from "./rows.ts";

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
  const { rows, order } = inRows(
    {
      leftCapacities: capacities,
      rightCapacities: capacities,
      edgeLeft: edgeOne.map((one, edge) => Math.min(one, edgeOther[edge] ?? 0)),
      edgeRight: edgeOther.map((other, edge) => Math.max(other, edgeOne[edge] ?? 0)),
      edgeScore,
    },
    ["node", "node"],
  );
  const edges = Int32Array.from({ length: rows.values.length }, (_, edge) => edge);
  return {
    nodeCount: capacities.length,
    lows: leftsOf(rows, edges),
    highs: Int32Array.from(rows.rights),
    values: Float64Array.from(rows.values),
    rows: order ?? edges,
  };
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
