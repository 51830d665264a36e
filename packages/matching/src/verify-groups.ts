import { type Fault, fault, figureFaults } from "./faults.ts";
import { type GroupAssignment, leastFor } from "./group-problem.ts";
import { type AssignmentProblem, type CompactProblem, unitsOf } from "./problem.ts";
import { spreadOut, verifyCertificate } from "./verify.ts";

/**
 * Checks that groups are possible and large enough, that their figures are right, that the certificate of the best
 * assignment without a smallest size proves that, and that the bound lies between the two. So how far the groups can
 * be from the best is proven independently; that a lower bound is right, and with it `isProven` where the bound is
 * lower than `relaxed`, only the search itself can tell.
 *
 * @throws InvalidProblem  see `matchGroups`
 */
export function verifyGroups(
  given: AssignmentProblem | CompactProblem,
  groups: GroupAssignment,
): readonly Fault[] {
  const { relaxed } = groups.certificate;
  if (relaxed.objective !== groups.objective)
    return [fault("bound", "The bound is that of another objective.")];
  const problem = "starts" in given ? spreadOut(given) : given;
  return [
    ...verifyCertificate(problem, relaxed),
    ...edgeFaults(problem, groups),
    ...sizeFaults(problem, groups),
    ...figureFaults(claimed(problem, groups)),
    ...boundFaults(groups),
  ];
}

function edgeFaults({ edgeScore }: AssignmentProblem, { edges }: GroupAssignment): Fault[] {
  if (new Set(edges).size !== edges.length) return [fault("edges", "An edge is chosen twice.")];
  const missing = edges.find((edge) => edge >= edgeScore.length);
  return missing === undefined ? [] : [fault("edges", `There is no edge ${missing}.`)];
}

function sizeFaults(problem: AssignmentProblem, { edges, ...sizes }: GroupAssignment): Fault[] {
  const sides = [
    {
      name: "left",
      ends: problem.edgeLeft,
      capacities: problem.leftCapacities,
      least: (left: number) => leastFor(sizes, left),
    },
    { name: "right", ends: problem.edgeRight, capacities: problem.rightCapacities, least: () => 0 },
  ];
  return sides.flatMap(({ name, ends, capacities, least }) => {
    const loads = new Uint32Array(capacities.length);
    for (const edge of edges) loads[ends[edge] ?? 0] = (loads[ends[edge] ?? 0] ?? 0) + 1;
    return [...loads.entries()]
      .filter(([node, load]) => load > 0 && (load > (capacities[node] ?? 0) || load < least(node)))
      .map(([node, load]) =>
        fault(
          "capacity",
          `The ${name} node ${node} is in ${load} pairs; it has to be in ${least(node)} to ${capacities[node]}, or in none.`,
        ),
      );
  });
}

/** What the chosen edges come to, in whole units. */
function claimed({ edgeScore }: AssignmentProblem, assignment: GroupAssignment) {
  const units = Array.from(assignment.edges, (edge) => unitsOf(edgeScore[edge] ?? 0));
  return {
    assignment,
    total: units.reduce((sum, unit) => sum + unit, 0),
    weakest: units.reduce((least, unit) => Math.min(least, unit), Number.POSITIVE_INFINITY),
  };
}

function boundFaults(groups: GroupAssignment): Fault[] {
  const { bound, relaxed, isProven } = groups.certificate;
  const rank = ({ matched, weakestScore, totalScore }: typeof bound): number[] =>
    groups.objective === "fair" ? [matched, weakestScore ?? 0, totalScore] : [matched, totalScore];
  const faults: Fault[] = [];
  if (order(rank(groups), rank(bound)) > 0 || order(rank(bound), rank(relaxed)) > 0)
    faults.push(fault("bound", "The bound does not lie between the groups and what was relaxed."));
  if (isProven !== (order(rank(groups), rank(bound)) === 0))
    faults.push(fault("bound", "The groups are proven when they reach the bound, and only then."));
  return faults;
}

/** Less than 0 when the one comes before the other, the first figure in which they differ deciding. */
function order(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((figure, at) => figure !== other[at]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
