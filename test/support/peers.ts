import type { Objective, PeerAssignment, PeerProblem } from "@viceversa/matching/index.ts";
import fc from "fast-check";

/** An edge as a test writes it: its two nodes, score. */
export type PeerEdge = readonly [one: number, other: number, score: number];

/** A problem from plain lists. */
export const peersOf = (capacities: readonly number[], edges: readonly PeerEdge[]): PeerProblem => ({
  capacities: Uint8Array.from(capacities),
  edgeOne: Uint32Array.from(edges, ([one]) => one),
  edgeOther: Uint32Array.from(edges, ([, other]) => other),
  edgeScore: Float64Array.from(edges, ([, , score]) => score),
});

/** The chosen pairs as `low-high`, in the order in which they come. */
export const peerPairsOf = (
  { edgeOne, edgeOther }: PeerProblem,
  { edges }: Pick<PeerAssignment, "edges">,
): string[] =>
  Array.from(edges, (edge) => [edgeOne[edge] ?? 0, edgeOther[edge] ?? 0])
    .map((ends) => ends.sort((a, b) => a - b))
    .map((ends) => ends.join("-"));

/** Pools of any shape up to a size: no nodes, no edges, all edges, nodes that stay out, ends in either order. */
export function pools(most: number, score: fc.Arbitrary<number>): fc.Arbitrary<PeerProblem> {
  const capacity = fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  return fc.array(capacity, { maxLength: most, size: "max" }).chain((capacities) => {
    const all = capacities.flatMap((_, one) =>
      capacities.slice(one + 1).map((__, at) => [one, one + 1 + at]),
    );
    const draws = fc.array(fc.tuple(score, fc.boolean()), { minLength: all.length, maxLength: all.length });
    return fc.tuple(fc.shuffledSubarray(all), draws).map(([ends, drawn]) =>
      peersOf(
        capacities,
        ends.map(([one = 0, other = 0], at): PeerEdge => {
          const [score = 0, isTurned = false] = drawn[at] ?? [];
          return isTurned ? [other, one, score] : [one, other, score];
        }),
      ),
    );
  });
}

/** The best pairs by trying out everything: for each node in turn nobody, or each of those who are left. */
export function searchedPeers(
  problem: PeerProblem,
  objective: Objective,
): { readonly matched: number; readonly total: number; readonly weakest: number } {
  const scores = new Map<string, number>();
  for (const [edge, score] of problem.edgeScore.entries()) {
    const ends = [problem.edgeOne[edge] ?? 0, problem.edgeOther[edge] ?? 0];
    if (ends.every((node) => problem.capacities[node] === 1))
      scores.set(ends.sort((a, b) => a - b).join("-"), Math.round(score * 1e6));
  }
  const from = (left: readonly number[]): Outcome[] => {
    const [first, ...others] = left;
    if (first === undefined) return [[0, 0, Number.POSITIVE_INFINITY]];
    const paired = others.flatMap((other) => {
      const score = scores.get(`${first}-${other}`);
      if (score === undefined) return [];
      return from(others.filter((one) => one !== other)).map(
        ([matched, total, weakest]): Outcome => [matched + 1, total + score, Math.min(weakest, score)],
      );
    });
    return [...from(others), ...paired];
  };
  const rank = ([matched, total, weakest]: Outcome): readonly number[] =>
    objective === "fair" ? [matched, weakest, total] : [matched, total];
  const [matched, total, weakest] = from([...problem.capacities.keys()]).reduce((one, other) =>
    isBetter(rank(other), rank(one)) ? other : one,
  );
  return { matched, total, weakest };
}

type Outcome = readonly [matched: number, total: number, weakest: number];

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, at) => value !== other[at]);
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0);
}
